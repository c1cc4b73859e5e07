import { expect, test } from 'vitest'

import { authorisePayment } from '../../../core/ledger/authorisePayment.ts'
import { balancesOf } from '../../../core/ledger/balances.ts'
import { capturePayment } from '../../../core/ledger/capturePayment.ts'
import { completeRefund } from '../../../core/ledger/completeRefund.ts'
import { correct } from '../../../core/ledger/correct.ts'
import { emptyBook, orderBook } from '../../../core/ledger/orderBook.ts'
import type { Transfer } from '../../../core/ledger/transfer.ts'
import { voidPayment } from '../../../core/ledger/voidPayment.ts'
import { asked, gbp, head, linesIn, paid, posted, refusedAs } from './sampleLedger.ts'

const fix = (history: readonly Transfer[], correctsId: string, name = 'fix') =>
  correct(history, { ...head(name), correctsId })

const captured = (): Transfer[] => {
  const hold = posted(authorisePayment([], { ...head('hold'), amount: gbp(8400) }))
  const capture = { ...head('capture'), authorisationId: 'hold', tax: gbp(1400), coupon: gbp(0) }
  return [hold, posted(capturePayment([hold], capture))]
}

test('L3: a correction reverses the lines of a transfer, links it and leaves it as it was', () => {
  const history = paid()
  const before = structuredClone(history)
  history.push(posted(fix(history, 'pay')))
  expect(history.slice(0, 1)).toEqual(before)
  expect(history[1]).toMatchObject({ kind: 'correct', correctsId: 'pay', why: 'a test', endsId: null })
  expect(linesIn(history[1]!)).toEqual([
    'cash 6400',
    'coupon 2000',
    'promotion_prepaid -7000',
    'tax_input -1400',
  ])
  expect(orderBook(history)).toEqual(emptyBook)
  expect(Object.values(balancesOf('GBP', history)).every(minor => minor === 0)).toBe(true)
})

test('L3: a transfer is corrected once, and a correction never', () => {
  const history = paid()
  history.push(posted(fix(history, 'pay')))
  expect(refusedAs(fix(history, 'pay', 'again'))).toBe('refused: Transfer pay was corrected before.')
  expect(refusedAs(fix(history, 'fix', 'again'))).toBe(
    'refused: Transfer fix is a correction itself: post it anew.',
  )
  expect(refusedAs(fix(history, 'gone', 'again'))).toBe(
    'not_found: Expected a transfer with id gone, got none.',
  )
})

test('L3: a transfer of another order is not corrected', () => {
  expect(refusedAs(correct(paid(), { ...head('fix', 'order-2'), correctsId: 'pay' }))).toContain('not_found')
})

test('L4: what was ended is corrected after what ended it, which makes it wait again', () => {
  const history = captured()
  expect(refusedAs(fix(history, 'hold'))).toBe(
    'refused: Transfer hold was ended by capture (capture): correct that first.',
  )
  history.push(posted(fix(history, 'capture')))
  expect(orderBook(history)).toMatchObject({ authorised: 8400, captured: 0, prepaid: 0 })
  const letGo = { ...head('void'), authorisationId: 'hold', ending: 'void' } as const
  expect(posted(voidPayment(history, letGo)).kind).toBe('void')
  history.push(posted(fix(history, 'hold', 'fix hold')))
  expect(refusedAs(voidPayment(history, letGo))).toBe(
    'refused: Transfer hold was corrected and waits no more.',
  )
})

test('Q4: a void is not corrected once the order was paid otherwise', () => {
  const history = captured().slice(0, 1)
  history.push(posted(voidPayment(history, { ...head('void'), authorisationId: 'hold', ending: 'expire' })))
  history.push(posted(authorisePayment(history, { ...head('second'), amount: gbp(8400) })))
  expect(refusedAs(fix(history, 'void'))).toContain('an order is paid once')
})

test('L8: a payment is not corrected while refunds of it stand', () => {
  const refund = asked().filter(({ kind }) => kind !== 'deliver')
  expect(refusedAs(fix(refund, 'pay'))).toMatch(/^refused: /)
  refund.push(posted(fix(refund, 'ask')))
  expect(posted(fix(refund, 'pay', 'fix pay')).kind).toBe('correct')
})

test('L4: a refund that is corrected is asked for again', () => {
  const history = asked()
  const came = { ...head('came'), requestId: 'ask', net: gbp(3000), tax: gbp(0), into: 'cash' } as const
  history.push(posted(completeRefund(history, { ...came, evidence: 'mail' })))
  history.push(posted(fix(history, 'came')))
  expect(orderBook(history)).toEqual(orderBook(asked()))
})
