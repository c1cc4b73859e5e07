import * as v from 'valibot'

import { ageBands, genders } from '../market/marketProfile.ts'
import { isCalendarDate, isLocalDateTime } from './calendar.ts'
import {
  accountTypes,
  categories,
  entrances,
  goals,
  pacings,
  payers,
  priceRules,
  productSources,
  restrictions,
  sounds,
  visibilities,
} from './promoteOrder.ts'

/** Longest order Foreclick forecasts. The platform's own limits are part of the market profile (E17). */
export const longestOrderDays = 90

const fact = v.optional(v.boolean())
const text = (longest: number, expected: string) =>
  v.pipe(
    v.string(expected),
    v.trim(),
    v.minLength(1, expected),
    v.maxLength(longest, `at most ${longest} characters`),
  )
const amount = v.string('an amount as a string in major units, like "70.00"')
const date = v.pipe(v.string(), v.check(isCalendarDate, 'a date of the calendar, like "1996-04-02"'))
const wholeFrom = (least: number, most: number, expected: string) =>
  v.pipe(v.number(expected), v.safeInteger(expected), v.minValue(least, expected), v.maxValue(most, expected))
const oneOrMore = <T extends string>(values: readonly T[], expected: string) =>
  v.pipe(
    v.array(v.picklist(values)),
    v.minLength(1, expected),
    v.check(list => new Set(list).size === list.length, 'each value once'),
  )

/** A share, written as a decimal string ("0.12") or as a number. */
const share = v.pipe(
  v.union([v.string(), v.number()], 'a share from 0 to 1, like "0.12"'),
  v.check(value => /^(0|1|0?\.\d+|0\.\d+|1\.0+)$/.test(String(value)), 'a share from 0 to 1, like "0.12"'),
  v.transform(Number),
)

/** The shape of an order file (interfaces.md 2). Amounts depend on the market and are read after it. */
export const orderSchema = v.strictObject({
  market: v.picklist(['GB', 'ID']),
  creator: v.strictObject({
    birthDate: date,
    anchorAccess: v.boolean(),
    accountType: v.picklist(accountTypes),
    termsAccepted: fact,
    political: fact,
    barred: fact,
  }),
  video: v.strictObject({
    visibility: v.picklist(visibilities),
    sound: v.picklist(sounds),
    category: v.picklist(categories),
    anchorAuthorised: fact,
    sellerAuthorised: fact,
    adLabel: fact,
  }),
  product: v.strictObject({
    source: v.picklist(productSources),
    name: text(200, 'a name'),
    url: text(2000, 'a link'),
    price: amount,
    commissionRate: v.optional(share),
    conversionRate: v.optional(share),
    unitCost: v.optional(amount),
    restriction: v.optional(v.picklist(restrictions)),
    sellerApproved: fact,
    lessHealthy: fact,
    ageRestricted: fact,
    alcohol: fact,
  }),
  entrance: v.picklist(entrances),
  goal: v.picklist(goals),
  audience: v.variant('kind', [
    v.strictObject({ kind: v.literal('automatic') }),
    v.strictObject({
      kind: v.literal('custom'),
      ageBands: oneOrMore(
        ageBands,
        'at least one age band: a custom audience without people cannot be reached',
      ),
      genders: oneOrMore(genders, 'at least one gender: a custom audience without people cannot be reached'),
      interests: v.pipe(
        v.array(v.picklist(categories)),
        v.check(list => new Set(list).size === list.length, 'each interest once'),
      ),
    }),
  ]),
  budget: v.strictObject({ currency: v.picklist(['GBP', 'IDR']), total: amount }),
  durationDays: wholeFrom(1, longestOrderDays, `a whole number of days from 1 to ${longestOrderDays}`),
  startsAt: v.pipe(v.string(), v.check(isLocalDateTime, 'a local date and time, like "2026-12-01T09:00"')),
  target: v.strictObject({ linkClicks: wholeFrom(1, 1e9, 'a whole number of clicks from 1') }),
  payer: v.optional(v.picklist(payers), 'creator'),
  pacing: v.optional(v.picklist(pacings), 'even'),
  priceRule: v.optional(v.picklist(priceRules), 'second'),
  hours: v.optional(
    v.pipe(
      v.array(wholeFrom(0, 23, 'a local hour from 0 to 23')),
      v.minLength(1, 'at least one hour, or no hours field for all of them'),
      v.check(list => new Set(list).size === list.length, 'each hour once'),
    ),
  ),
  coupon: v.optional(amount),
  notes: v.optional(v.pipe(v.string(), v.maxLength(4000))),
})
export type OrderShape = v.InferOutput<typeof orderSchema>
