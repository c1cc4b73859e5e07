import fc from 'fast-check'
import { expect, test } from 'vitest'

import { ageBands, genders } from '../../../core/market/marketProfile.ts'
import { money } from '../../../core/money/money.ts'
import { parseOrderFile, writeOrderFile } from '../../../core/order/orderFile.ts'
import {
  accountTypes,
  categories,
  entrances,
  goals,
  pacings,
  payers,
  priceRules,
  productSources,
  type PromoteOrder,
  restrictions,
  sounds,
  visibilities,
} from '../../../core/order/promoteOrder.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { british, sampleText } from './sampleOrder.ts'

const text = fc.string({ minLength: 1, maxLength: 40 }).filter(each => each.trim() === each && each !== '')
const fact = fc.option(fc.boolean(), { nil: undefined })
const rate = fc.option(
  fc.integer({ min: 0, max: 1_000_000 }).map(millionths => millionths / 1_000_000),
  { nil: undefined },
)
const start = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    hour: fc.integer({ min: 3, max: 23 }),
  })
  .map(({ day, month, hour }) => `2027-${two(month)}-${two(day)}T${two(hour)}:30`)
const two = (value: number) => String(value).padStart(2, '0')
const order: fc.Arbitrary<PromoteOrder> = fc.constantFrom('GB' as const, 'ID' as const).chain(market => {
  const currency = market === 'GB' ? 'GBP' : 'IDR'
  const amount = (min: number, max: number) => fc.integer({ min, max }).map(minor => money(currency, minor))
  return fc.record({
    market: fc.constant(market),
    creator: fc.record({
      birthDate: fc.constantFrom('1950-01-01', '1996-02-29', '2012-12-31'),
      anchorAccess: fc.boolean(),
      accountType: fc.constantFrom(...accountTypes),
      termsAccepted: fact,
      political: fact,
      barred: fact,
    }),
    video: fc.record({
      visibility: fc.constantFrom(...visibilities),
      sound: fc.constantFrom(...sounds),
      category: fc.constantFrom(...categories),
      anchorAuthorised: fact,
      sellerAuthorised: fact,
      adLabel: fact,
    }),
    product: fc.record({
      source: fc.constantFrom(...productSources),
      name: text,
      url: fc.webUrl(),
      price: amount(1, 100_000_000),
      commissionRate: rate,
      conversionRate: rate,
      unitCost: fc.option(amount(0, 100_000_000), { nil: undefined }),
      restriction: fc.option(fc.constantFrom(...restrictions), { nil: undefined }),
      sellerApproved: fact,
      lessHealthy: fact,
      ageRestricted: fact,
      alcohol: fact,
    }),
    entrance: fc.constantFrom(...entrances),
    goal: fc.constantFrom(...goals),
    audience: fc.oneof(
      fc.constant({ kind: 'automatic' as const }),
      fc.record({
        kind: fc.constant('custom' as const),
        ageBands: fc.subarray([...ageBands], { minLength: 1 }),
        genders: fc.subarray([...genders], { minLength: 1 }),
        interests: fc.subarray([...categories]),
      }),
    ),
    budget: amount(1000, 100_000_000),
    durationDays: fc.integer({ min: 1, max: 90 }),
    startsAt: start,
    target: fc.record({ linkClicks: fc.integer({ min: 1, max: 1_000_000 }) }),
    payer: fc.constantFrom(...payers),
    pacing: fc.constantFrom(...pacings),
    priceRule: fc.constantFrom(...priceRules),
    hours: fc.option(fc.subarray([0, 5, 12, 19, 23], { minLength: 1 }), { nil: undefined }),
    coupon: fc.option(amount(0, 1000), { nil: undefined }),
    notes: fc.option(fc.string(), { nil: undefined }),
  })
})

test('F4: a written order reads back equal, whatever it holds', () => {
  fc.assert(
    fc.property(order, any => {
      expect(parseOrderFile(writeOrderFile(any))).toEqual({ ok: true, order: any, warnings: [] })
    }),
  )
})

test('F4: the file is the one of the interfaces: amounts and shares as decimal texts', () => {
  const parsed = parseOrderFile(sampleText)
  const file = parsed.ok ? JSON.parse(writeOrderFile(parsed.order)) : parsed
  expect(file).toEqual({ ...british, payer: 'creator', pacing: 'even', priceRule: 'second' })
  for (const each of [britishOrder(), indonesianOrder()]) {
    expect(parseOrderFile(writeOrderFile(each))).toEqual({ ok: true, order: each, warnings: [] })
  }
})
