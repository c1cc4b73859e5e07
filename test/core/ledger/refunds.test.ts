import { expect, test } from 'vitest'

import { completeRefund } from '../../../core/ledger/completeRefund.ts'
import { orderBook } from '../../../core/ledger/orderBook.ts'
import { refuseRefund } from '../../../core/ledger/refuseRefund.ts'
import { requestRefund } from '../../../core/ledger/requestRefund.ts'
import { asked, gbp, head, idr, linesIn, paid, posted, refusedAs } from './sampleLedger.ts'

const came = {
  ...head('came'),
  requestId: 'ask',
  evidence: 'mail of 5 December',
  net: gbp(4000),
  tax: gbp(800),
  into: 'cash',
} as const
const refusal = { ...head('no'), requestId: 'ask' }

test('L7, S30: a refund that is asked for waits in clearing, budget and tax apart', () => {
  const history = asked()
  expect(linesIn(history[2]!)).toEqual(['promotion_prepaid -4000', 'tax_input -800', 'refund_clearing 4800'])
  expect(orderBook(history)).toMatchObject({ refundPending: 4800, refunded: 0, prepaid: 0, tax: 600 })
})

test('S33: a refund completes with what came back, and the evidence of it', () => {
  const history = asked()
  history.push(posted(completeRefund(history, came)))
  expect(history[3]).toMatchObject({ endsId: 'ask', evidence: 'mail of 5 December' })
  expect(linesIn(history[3]!)).toEqual(['cash 4800', 'refund_clearing -4800'])
  expect(orderBook(history)).toMatchObject({ refundPending: 0, refunded: 4800, prepaid: 0, tax: 600 })
  expect(refusedAs(completeRefund(asked(), { ...came, evidence: ' ' }))).toContain('bad_input: evidence')
})

test('S33: what comes back may differ from what was asked; the rest is budget and tax again', () => {
  const history = asked()
  history.push(posted(completeRefund(history, { ...came, net: gbp(3500), tax: gbp(0) })))
  expect(linesIn(history[3]!)).toEqual([
    'cash 3500',
    'promotion_prepaid 500',
    'tax_input 800',
    'refund_clearing -4800',
  ])
  expect(orderBook(history)).toMatchObject({ refunded: 3500, prepaid: 500, tax: 1400 })
  const more = posted(completeRefund(asked(), { ...came, net: gbp(5000) }))
  expect(orderBook([...asked(), more])).toMatchObject({ refunded: 5800, prepaid: -1000 })
})

test('S33: coins and credit come into an account of their own and count as refunded', () => {
  const history = asked()
  history.push(posted(completeRefund(history, { ...came, into: 'platform_credit' })))
  expect(linesIn(history[3]!)).toEqual(['platform_credit 4800', 'refund_clearing -4800'])
  expect(orderBook(history).refunded).toBe(4800)
})

test('S11: a refused refund puts budget and tax back', () => {
  const history = asked()
  history.push(posted(refuseRefund(history, refusal)))
  expect(linesIn(history[3]!)).toEqual(['promotion_prepaid 4000', 'tax_input 800', 'refund_clearing -4800'])
  expect(orderBook(history)).toMatchObject({ refundPending: 0, refunded: 0, prepaid: 4000, tax: 1400 })
})

test('L4: a refund request is answered exactly once', () => {
  const done = asked()
  done.push(posted(completeRefund(done, came)))
  const refused = asked()
  refused.push(posted(refuseRefund(refused, refusal)))
  const again = head('again')
  expect(refusedAs(completeRefund(done, { ...came, ...again, evidence: 'mail' }))).toBe(
    'refused: Transfer ask was ended before, by came (refund_complete).',
  )
  expect(refusedAs(refuseRefund(done, refusal))).toContain('ended before, by came')
  expect(refusedAs(completeRefund(refused, came))).toContain('ended before, by no (refund_refuse)')
  expect(refusedAs(refuseRefund(refused, { ...refusal, ...again }))).toContain('ended before, by no')
  expect(refusedAs(refuseRefund(paid(), refusal))).toBe(
    'not_found: Expected a transfer of kind refund_request with id ask, got none.',
  )
})

test('L8: refunds and open requests together stay at or below the money that was captured', () => {
  const history = asked()
  const ask = (net: number, tax: number) =>
    requestRefund(history, { ...head('more'), net: gbp(net), tax: gbp(tax) })
  expect(refusedAs(ask(3001, 600))).toBe(
    'refused: Refunds would be 1 minor units above the money that was captured.',
  )
  expect(orderBook([...history, posted(ask(3000, 600))])).toMatchObject({ refundPending: 8400, tax: 0 })
  history.push(posted(completeRefund(history, came)))
  expect(refusedAs(ask(3001, 600))).toContain('1 minor units above the money')
  expect(posted(ask(3000, 600)).kind).toBe('refund_request')
})

test('L8: what a coupon paid is not refunded as money', () => {
  const ask = (net: number, tax: number) =>
    requestRefund(paid(), { ...head('ask'), net: gbp(net), tax: gbp(tax) })
  expect(refusedAs(ask(6401, 0))).toContain('1 minor units above the money')
  expect(posted(ask(6400, 0)).kind).toBe('refund_request')
})

test('L8: neither tax nor budget is refunded above its own part', () => {
  const history = asked()
  const ask = (net: number, tax: number) =>
    requestRefund(history, { ...head('more'), net: gbp(net), tax: gbp(tax) })
  expect(refusedAs(ask(0, 601))).toBe(
    'refused: Refunds of tax would be 1 minor units above the tax that was paid.',
  )
  expect(refusedAs(ask(3001, 0))).toBe(
    'refused: Refunds of budget would be 1 minor units above the budget that was paid.',
  )
})

test('L8: an answer above what was captured is refused although the request was below', () => {
  expect(refusedAs(completeRefund(asked(), { ...came, net: gbp(7001), tax: gbp(1400) }))).toBe(
    'refused: Refunds would be 1 minor units above the money that was captured.',
  )
})

test('L8: nothing is refunded of an order that is not paid', () => {
  expect(refusedAs(requestRefund([], { ...head('ask'), net: gbp(1), tax: gbp(0) }))).toContain(
    'Without a captured payment',
  )
})

test('L5: amounts of a refund are whole, of one currency, and not nothing', () => {
  const ask = { ...head('more'), net: gbp(1), tax: gbp(0) }
  expect(refusedAs(requestRefund(paid(), { ...ask, tax: idr(0) }))).toContain('bad_input: tax')
  expect(refusedAs(requestRefund(paid(), { ...ask, net: gbp(-1) }))).toContain('bad_input: net')
  expect(refusedAs(requestRefund(paid(), { ...ask, net: gbp(0) }))).toContain('got no lines')
  expect(refusedAs(completeRefund(asked(), { ...came, net: idr(1), tax: idr(0) }))).toContain(
    'bad_input: net',
  )
  expect(refusedAs(completeRefund(asked(), { ...came, net: gbp(0), tax: gbp(0) }))).toBe(
    'bad_input: net: expected an amount that came back, got nothing.',
  )
})
