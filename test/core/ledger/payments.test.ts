import { expect, test } from 'vitest'

import { authorisePayment } from '../../../core/ledger/authorisePayment.ts'
import { capturePayment } from '../../../core/ledger/capturePayment.ts'
import { correct } from '../../../core/ledger/correct.ts'
import { orderBook } from '../../../core/ledger/orderBook.ts'
import { payAtOnce } from '../../../core/ledger/payAtOnce.ts'
import type { Transfer } from '../../../core/ledger/transfer.ts'
import { voidPayment } from '../../../core/ledger/voidPayment.ts'
import { gbp, head, idr, linesIn, paid, posted, refusedAs } from './sampleLedger.ts'

const held = (): Transfer[] => [posted(authorisePayment([], { ...head('hold'), amount: gbp(6400) }))]
const capture = { ...head('capture'), authorisationId: 'hold', tax: gbp(1400), coupon: gbp(2000) }
const letGo = { ...head('void'), authorisationId: 'hold', ending: 'void' } as const

test('L4: an authorisation holds money and pays nothing', () => {
  const history = held()
  expect(linesIn(history[0]!)).toEqual(['cash -6400', 'payment_clearing 6400'])
  expect(orderBook(history)).toMatchObject({ authorised: 6400, captured: 0, prepaid: 0, tax: 0 })
})

test('L4, L7, T3, T12: a capture turns all the held money and the coupon into budget and tax', () => {
  const history = held()
  history.push(posted(capturePayment(history, capture)))
  expect(linesIn(history[1]!)).toEqual([
    'coupon -2000',
    'payment_clearing -6400',
    'promotion_prepaid 7000',
    'tax_input 1400',
  ])
  expect(orderBook(history)).toMatchObject({ authorised: 0, captured: 6400, prepaid: 7000, paidGross: 8400 })
})

test('L4, L7: a hold that is voided or expires goes back to the payer', () => {
  for (const ending of ['void', 'expire'] as const) {
    const history = held()
    history.push(posted(voidPayment(history, { ...letGo, ending })))
    expect(history[1]).toMatchObject({ kind: ending, endsId: 'hold' })
    expect(orderBook(history)).toMatchObject({ authorised: 0, captured: 0, prepaid: 0 })
  }
})

test('L4: a pending payment is captured, voided or expired exactly once', () => {
  const captured = held()
  captured.push(posted(capturePayment(captured, capture)))
  const voided = held()
  voided.push(posted(voidPayment(voided, letGo)))
  const again = { ...capture, ...head('again') }
  const by = (what: string) => `refused: Transfer hold was ended before, by ${what}.`
  expect(refusedAs(capturePayment(captured, again))).toBe(by('capture (capture)'))
  expect(refusedAs(capturePayment(voided, again))).toBe(by('void (void)'))
  expect(refusedAs(voidPayment(captured, { ...letGo, ending: 'expire' }))).toBe(by('capture (capture)'))
  expect(refusedAs(voidPayment(voided, { ...letGo, ...head('again') }))).toBe(by('void (void)'))
})

test('L4: only an authorisation of the order can be captured', () => {
  const history = [...held(), ...paid().map(transfer => ({ ...transfer, orderId: 'order-2' }))]
  for (const authorisationId of ['gone', 'pay']) {
    expect(refusedAs(capturePayment(history, { ...capture, authorisationId }))).toBe(
      `not_found: Expected a transfer of kind authorise with id ${authorisationId}, got none.`,
    )
  }
  expect(refusedAs(capturePayment(history, { ...capture, orderId: 'order-2' }))).toContain('not_found')
})

test('Q4: an order is paid once, and again only after a void or a correction', () => {
  const once = 'refused: The order has a payment already, held or captured: an order is paid once.'
  const pay = { ...head('more'), net: gbp(7000), tax: gbp(1400), coupon: gbp(0) }
  const hold = { ...head('more'), amount: gbp(8400) }
  for (const history of [held(), paid()]) {
    expect(refusedAs(payAtOnce(history, pay))).toBe(once)
    expect(refusedAs(authorisePayment(history, hold))).toBe(once)
  }
  const voided = held()
  voided.push(posted(voidPayment(voided, letGo)))
  expect(posted(authorisePayment(voided, hold)).kind).toBe('authorise')
  const corrected = paid()
  corrected.push(posted(correct(corrected, { ...head('fix'), correctsId: 'pay' })))
  expect(posted(payAtOnce(corrected, pay)).kind).toBe('pay')
})

test('T3: a payment at once takes the coupon off what is paid, which may leave nothing', () => {
  const [payment] = paid()
  expect(linesIn(payment!)).toEqual([
    'cash -6400',
    'coupon -2000',
    'promotion_prepaid 7000',
    'tax_input 1400',
  ])
  expect(orderBook(paid())).toMatchObject({ captured: 6400, prepaid: 7000, tax: 1400 })
  const free = payAtOnce([], { ...head('pay'), net: gbp(100), tax: gbp(0), coupon: gbp(100) })
  expect(orderBook([posted(free)])).toMatchObject({ captured: 0, prepaid: 100 })
})

test('L5: amounts of a payment are whole, of one currency, and make a budget', () => {
  const pay = { ...head('pay'), net: gbp(7000), tax: gbp(1400), coupon: gbp(0) }
  const wrong = (change: object) => refusedAs(payAtOnce([], { ...pay, ...change }))
  expect(wrong({ tax: idr(1400) })).toBe('bad_input: tax: expected an amount in GBP, got one in IDR.')
  expect(wrong({ net: gbp(-1) })).toBe('bad_input: net: expected whole minor units from 0 to 2^50, got -1.')
  expect(wrong({ net: gbp(2 ** 50 + 1) })).toContain('from 0 to 2^50')
  expect(wrong({ net: { currency: 'GBP', minor: 0.5 } })).toContain('got 0.5')
  expect(wrong({ net: gbp(0) })).toBe('bad_input: net: expected at least one minor unit, got 0.')
  expect(wrong({ coupon: gbp(8401) })).toBe('bad_input: coupon: expected at most 8400 minor units, got 8401.')
  expect(refusedAs(authorisePayment([], { ...head('hold'), amount: gbp(0) }))).toContain(
    'bad_input: lines: expected lines that sum to zero, got no lines.',
  )
  expect(refusedAs(capturePayment(held(), { ...capture, tax: gbp(8400) }))).toBe(
    'bad_input: tax: expected less than 8400 minor units, got 8400.',
  )
  expect(refusedAs(capturePayment(held(), { ...capture, tax: idr(0), coupon: idr(0) }))).toContain(
    'one in IDR',
  )
})

test('L5: an order stays in the currency of its first transfer', () => {
  const history = held()
  history.push(posted(voidPayment(history, letGo)))
  expect(refusedAs(authorisePayment(history, { ...head('rupiah'), amount: idr(6400) }))).toBe(
    'refused: Expected a transfer in GBP like those before it, got one in IDR.',
  )
})
