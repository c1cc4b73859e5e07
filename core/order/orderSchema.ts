import * as v from 'valibot'

import { ageBands, genders, type MarketCode } from '../market/marketProfile.ts'
import { marketProfiles } from '../market/profiles.ts'
import type { Currency } from '../money/money.ts'
import { say } from '../words/say.ts'
import { amountSchema } from './amountSchema.ts'
import { isCalendarDate, isLocalDateTime, timesShown } from './calendar.ts'
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
    v.maxLength(longest, say('at most {{count}} characters', { count: longest })),
  )
const dateWords = say('a date of the calendar, like "1996-04-02"')
const date = v.pipe(v.string(dateWords), v.check(isCalendarDate, dateWords))
const startWords = say('a local date and time, like "2026-12-01T09:00"')
const wholeFrom = (least: number, most: number, expected: string) =>
  v.pipe(v.number(expected), v.safeInteger(expected), v.minValue(least, expected), v.maxValue(most, expected))
const onceEach = <T extends v.GenericSchema>(item: T, expected: string) =>
  v.pipe(
    v.array(item),
    v.check(list => new Set(list).size === list.length, expected),
  )
const nobody = say('a custom audience without people cannot be reached')

/** A share, written as a decimal text ("0.12") or as a number; not so small that it would need an exponent. */
const shareWords = say('a share from 0 to 1, like "0.12"')
const isPlainShare = (value: string | number) => /^(0|1)(\.\d+)?$/.test(String(value))
const share = v.pipe(
  v.union([v.string(), v.number()], shareWords),
  v.check(value => isPlainShare(value) && isPlainShare(Number(value)) && Number(value) <= 1, shareWords),
  v.transform(Number),
)

const creator = v.strictObject({
  birthDate: date,
  anchorAccess: v.boolean(),
  accountType: v.picklist(accountTypes),
  termsAccepted: fact,
  political: fact,
  barred: fact,
  promoteAvailable: fact,
})

const video = v.strictObject({
  visibility: v.picklist(visibilities),
  sound: v.picklist(sounds),
  category: v.picklist(categories),
  anchorAuthorised: fact,
  sellerAuthorised: fact,
  adLabel: fact,
})

const product = (amount: (leastMinor: number) => ReturnType<typeof amountSchema>) =>
  v.strictObject({
    source: v.picklist(productSources),
    name: text(200, say('a name')),
    url: text(2000, say('a link')),
    price: amount(1),
    commissionRate: v.optional(share),
    conversionRate: v.optional(share),
    unitCost: v.optional(amount(0)),
    restriction: v.optional(v.picklist(restrictions)),
    sellerApproved: fact,
    lessHealthy: fact,
    ageRestricted: fact,
    alcohol: fact,
  })

const audience = v.variant('kind', [
  v.strictObject({ kind: v.literal('automatic') }),
  v.strictObject({
    kind: v.literal('custom'),
    ageBands: v.pipe(
      onceEach(v.picklist(ageBands), say('each age band once')),
      v.minLength(1, say('at least one age band: {{nobody}}', { nobody })),
    ),
    genders: v.pipe(
      onceEach(v.picklist(genders), say('each gender once')),
      v.minLength(1, say('at least one gender: {{nobody}}', { nobody })),
    ),
    interests: onceEach(v.picklist(categories), say('each interest once')),
  }),
])

const start = (zone: string | undefined) =>
  v.pipe(
    v.string(startWords),
    v.check(isLocalDateTime, startWords),
    v.check(
      start => zone === undefined || !isLocalDateTime(start) || timesShown(start, zone) > 0,
      say('a time that clocks in {{zone}} show; they skip this one in spring', { zone: zone ?? '' }),
    ),
  )

const hours = v.pipe(
  onceEach(wholeFrom(0, 23, say('a local hour from 0 to 23')), say('each hour once')),
  v.minLength(1, say('at least one hour, or no hours field for all of them')),
)

/**
 * The one schema of an order file (interfaces.md 2). Amounts, the currency and the clock depend on the market; without a
 * known one (undefined) they are held to what any market would take, so that every other fault is still found.
 */
export function orderSchema(market: MarketCode | undefined) {
  const profile = market === undefined ? undefined : marketProfiles[market]
  const currencies: readonly Currency[] = profile === undefined ? ['GBP', 'IDR'] : [profile.currency]
  const amount = (leastMinor: number) => amountSchema(currencies, leastMinor)
  const currencyWords =
    profile === undefined || market === undefined
      ? say('GBP or IDR')
      : say('{{currency}}, the currency of {{market}}', { currency: profile.currency, market })
  return v.strictObject({
    market: v.picklist(['GB', 'ID']),
    creator,
    video,
    product: product(amount),
    entrance: v.picklist(entrances),
    goal: v.picklist(goals),
    audience,
    budget: v.strictObject({ currency: v.picklist(currencies, currencyWords), total: amount(1) }),
    durationDays: wholeFrom(
      1,
      longestOrderDays,
      say('a whole number of days from 1 to {{count}}', { count: longestOrderDays }),
    ),
    startsAt: start(profile?.zone),
    target: v.strictObject({ linkClicks: wholeFrom(1, 1e9, say('a whole number of clicks from 1')) }),
    payer: v.optional(v.picklist(payers), 'creator'),
    pacing: v.optional(v.picklist(pacings), 'even'),
    priceRule: v.optional(v.picklist(priceRules), 'second'),
    hours: v.optional(hours),
    coupon: v.optional(amount(0)),
    notes: v.optional(v.pipe(v.string(), v.maxLength(4000, say('at most 4000 characters')))),
  })
}
