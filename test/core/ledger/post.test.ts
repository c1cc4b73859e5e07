import { expect, test } from 'vitest'

import { bookDelivery } from '../../../core/ledger/bookDelivery.ts'
import { correct } from '../../../core/ledger/correct.ts'
import { payAtOnce } from '../../../core/ledger/payAtOnce.ts'
import { requestRefund } from '../../../core/ledger/requestRefund.ts'
import { asked, gbp, head, idr, posted, refusedAs } from './sampleLedger.ts'

const day = '2026-12-01'
const retry = { id: 'other id', at: 1_800_000_999_999 }

test('L2: a command posted again answers with its transfer, whatever came since', () => {
  const history = asked()
  history.push(posted(bookDelivery(history, { ...head('restate'), day, spend: gbp(2500) })))
  history.push(posted(correct(history, { ...head('fix'), correctsId: 'restate' })))
  const replays = [
    payAtOnce(history, { ...head('pay'), ...retry, net: gbp(7000), tax: gbp(1400), coupon: gbp(0) }),
    bookDelivery(history, { ...head('deliver'), ...retry, day, spend: gbp(3000) }),
    requestRefund(history, { ...head('ask'), ...retry, net: gbp(4000), tax: gbp(800) }),
    bookDelivery(history, { ...head('restate'), ...retry, day, spend: gbp(2500) }),
    correct(history, { ...head('fix'), ...retry, correctsId: 'restate' }),
  ]
  expect(replays).toEqual(history.map(transfer => ({ ok: true, value: { transfer, isReplay: true } })))
})

test('L2: a new command is no replay', () => {
  const result = requestRefund(asked(), { ...head('more'), net: gbp(1), tax: gbp(0) })
  expect(result).toMatchObject({ ok: true, value: { isReplay: false, transfer: { id: 'more' } } })
})

test('L2: a command id that comes back with anything else is a conflict', () => {
  const history = asked()
  const ask = { ...head('ask'), net: gbp(4000), tax: gbp(800) }
  const changes = [
    { net: gbp(3999) },
    { net: gbp(4800), tax: gbp(0) },
    { net: idr(4000), tax: idr(800) },
    { net: gbp(-1) },
    { who: 'Budi' },
    { why: 'another reason' },
    { evidence: 'mail' },
    { orderId: 'order-2' },
  ]
  for (const change of changes) {
    expect(refusedAs(requestRefund(history, { ...ask, ...change }))).toBe(
      'conflict: Command command-ask has posted something else (refund_request ask): expected a new command id.',
    )
  }
  expect(refusedAs(bookDelivery(history, { ...head('ask'), day, spend: gbp(1) }))).toContain('conflict')
  expect(
    refusedAs(bookDelivery(history, { ...head('deliver'), day: '2026-12-02', spend: gbp(3000) })),
  ).toContain('conflict')
})

test('L3: posting leaves the history as it was', () => {
  const history = Object.freeze(asked().map(transfer => Object.freeze(transfer)))
  const before = structuredClone(history)
  posted(requestRefund(history, { ...head('more'), net: gbp(1), tax: gbp(0) }))
  expect(history).toEqual(before)
})

test('L3: an id that the order has used is refused', () => {
  const ask = { ...head('more'), id: 'deliver', net: gbp(1), tax: gbp(0) }
  expect(refusedAs(requestRefund(asked(), ask))).toBe(
    'refused: Expected an id of its own, got deliver again.',
  )
})

test('L6: a command brings who and why', () => {
  const ask = { ...head('more'), net: gbp(1), tax: gbp(0) }
  expect(refusedAs(requestRefund(asked(), { ...ask, who: '' }))).toContain('bad_input: who')
  expect(refusedAs(requestRefund(asked(), { ...ask, why: ' ' }))).toContain('bad_input: why')
})
