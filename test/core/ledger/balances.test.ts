import { expect, test } from 'vitest'

import { accounts } from '../../../core/ledger/account.ts'
import { balancesOf } from '../../../core/ledger/balances.ts'
import { emptyBook, orderBook } from '../../../core/ledger/orderBook.ts'
import { payAtOnce } from '../../../core/ledger/payAtOnce.ts'
import { asked, head, idr, paid, posted } from './sampleLedger.ts'

const rupiah = () => [
  posted(payAtOnce([], { ...head('rp', 'order-2'), net: idr(700_000), tax: idr(77_000), coupon: idr(0) })),
]

test('L1, L9: the balances of a currency are derived from its transfers and sum to zero', () => {
  const balances = balancesOf('GBP', asked())
  expect(balances).toEqual({
    cash: -8400,
    platform_credit: 0,
    coupon: 0,
    payment_clearing: 0,
    promotion_prepaid: 0,
    promotion_spent: 3000,
    tax_input: 600,
    refund_clearing: 4800,
    write_off: 0,
  })
  expect(Object.values(balances).reduce((sum, minor) => sum + minor, 0)).toBe(0)
  expect(Object.keys(balancesOf('IDR', []))).toEqual(accounts)
})

test('L5: transfers of two currencies have no common balance', () => {
  expect(balancesOf('IDR', rupiah()).cash).toBe(-777_000)
  expect(() => balancesOf('GBP', [...asked(), ...rupiah()])).toThrow('cannot sum IDR of transfer rp with GBP')
})

test('L5: a balance past 2^53 is refused, not rounded', () => {
  const [pay] = paid()
  const huge = { ...pay!, lines: [{ account: 'tax_input', minor: Number.MAX_SAFE_INTEGER } as const] }
  expect(() => balancesOf('GBP', [huge, huge])).toThrow(RangeError)
  expect(() => orderBook([huge, huge])).toThrow(RangeError)
})

test('L9: the book of an order is derived from its transfers alone', () => {
  expect(orderBook([])).toEqual(emptyBook)
  expect(orderBook(asked())).toEqual({
    authorised: 0,
    captured: 8400,
    refunded: 0,
    refundPending: 4800,
    delivered: 3000,
    prepaid: 0,
    paidGross: 8400,
    tax: 600,
  })
  expect(() => orderBook([...asked(), ...rupiah()])).toThrow('transfer rp is not of order order-1 in GBP')
})
