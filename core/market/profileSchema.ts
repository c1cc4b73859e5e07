import * as v from 'valibot'

import { categories } from '../order/promoteOrder.ts'
import { say } from '../words/say.ts'
import {
  ageBands,
  genders,
  type MarketProfile,
  type ProfileEntry,
  type ProfileKey,
  weekdays,
} from './marketProfile.ts'

const number = (least: number, most: number) => {
  const expected = say('a number from {{from}} to {{to}}', { from: least, to: most })
  return v.pipe(v.number(expected), v.minValue(least, expected), v.maxValue(most, expected))
}
const whole = (least: number, most: number) => {
  const expected = say('a whole number from {{from}} to {{to}}', { from: least, to: most })
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(least, expected),
    v.maxValue(most, expected),
  )
}
const share = number(0, 1)
const correlation = number(-0.99, 0.99)
const spread = number(0, 5)
const factor = number(0.01, 100)

const each = <K extends string, S extends v.GenericSchema>(keys: readonly K[], value: S) =>
  v.strictObject(v.entriesFromList(keys, value))
const ageShare = v.pipe(
  each(ageBands, share),
  v.check(shares => isAbout(1, sumOf(Object.values(shares))), say('shares that sum to 1')),
)
const hourActivity = v.pipe(
  v.array(number(0, 24)),
  v.length(24, say('24 numbers, one for each hour of the day')),
  v.check(hours => hours.length !== 24 || isAbout(24, sumOf(hours)), say('24 numbers with mean 1')),
)
const feeKeys: ReadonlySet<string> = new Set([...categories, 'other'])
const platformFee = v.pipe(
  v.record(v.string(), share),
  v.check(
    fees => 'other' in fees && Object.keys(fees).every(key => feeKeys.has(key)),
    say('shares by category slug, and "other" for the rest'),
  ),
)

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)
const plain = (value: number) => Number(value.toPrecision(12))
const isAbout = (expected: number, received: number) => Math.abs(received - expected) <= expected * 1e-6

const sourceDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, say('a year, month or day, like "2026-11"')),
)
const sourceText = v.pipe(
  v.string(say('where the value comes from')),
  v.trim(),
  v.minLength(1, say('where the value comes from')),
  v.maxLength(500, say('at most {{count}} characters', { count: 500 })),
)

/** An edit of one entry, made whole with what it leaves of the shipped one: its id, name and unit. */
function edit<V>(shipped: ProfileEntry<V>, value: v.GenericSchema<unknown, V>) {
  const fields = v.strictObject({
    value,
    source: sourceText,
    date: sourceDate,
    grade: v.optional(v.picklist(['A', 'B', 'C', 'D', 'I']), 'I'),
  })
  return v.exactOptional(
    v.pipe(
      fields,
      v.transform((edited): ProfileEntry<V> => ({ ...shipped, ...edited })),
    ),
  )
}

/** Bounds of what an edited market profile may say: beyond them a value is a slip of the keyboard. */
export function profileSchema({ market, entries: shipped }: MarketProfile) {
  const hundredfold = (amount: number) => number(plain(amount / 100), plain(amount * 100))
  const wholeHundredfold = (amount: number) => whole(Math.ceil(amount / 100), amount * 100)
  const entries = {
    adults: edit(shipped.adults, whole(1_000, 2_000_000_000)),
    ageShare: edit(shipped.ageShare, ageShare),
    femaleShare: edit(shipped.femaleShare, each(ageBands, share)),
    opportunitiesPerPersonDay: edit(shipped.opportunitiesPerPersonDay, number(0.001, 1_000)),
    cpmMedian: edit(shipped.cpmMedian, hundredfold(shipped.cpmMedian.value)),
    cpmSigma: edit(shipped.cpmSigma, spread),
    ctrMedian: edit(shipped.ctrMedian, number(0.00001, 0.5)),
    ctrSigma: edit(shipped.ctrSigma, spread),
    pageViewRate: edit(shipped.pageViewRate, number(0.01, 1)),
    cvrMedian: edit(shipped.cvrMedian, number(0.00001, 1)),
    cvrSigma: edit(shipped.cvrSigma, spread),
    priceCtrCorrelation: edit(shipped.priceCtrCorrelation, correlation),
    priceCvrCorrelation: edit(shipped.priceCvrCorrelation, correlation),
    ctrCvrCorrelation: edit(shipped.ctrCvrCorrelation, correlation),
    fatigueFactor: edit(shipped.fatigueFactor, number(0.1, 1)),
    exposureDispersion: edit(shipped.exposureDispersion, number(0.01, 1_000)),
    delayFastShare: edit(shipped.delayFastShare, share),
    delayFastMedianHours: edit(shipped.delayFastMedianHours, number(0.001, 1_000)),
    delayFastSigma: edit(shipped.delayFastSigma, number(0.01, 5)),
    delaySlowMedianHours: edit(shipped.delaySlowMedianHours, number(0.001, 1_000)),
    delaySlowSigma: edit(shipped.delaySlowSigma, number(0.01, 5)),
    attributionDays: edit(shipped.attributionDays, number(1, 90)),
    dayNoiseSd: edit(shipped.dayNoiseSd, number(0, 2)),
    dayNoiseLag1: edit(shipped.dayNoiseLag1, correlation),
    learningNoise: edit(shipped.learningNoise, number(0, 10)),
    learningClicks: edit(shipped.learningClicks, number(1, 100_000)),
    weekdayPrice: edit(shipped.weekdayPrice, each(weekdays, factor)),
    hourActivity: edit(shipped.hourActivity, hourActivity),
    doubleDatePrice: edit(shipped.doubleDatePrice, factor),
    paydayPrice: edit(shipped.paydayPrice, factor),
    yearEndPrice: edit(shipped.yearEndPrice, factor),
    genderPrice: edit(shipped.genderPrice, each(genders, factor)),
    genderCtr: edit(shipped.genderCtr, each(genders, factor)),
    agePrice: edit(shipped.agePrice, each(ageBands, factor)),
    ageCtr: edit(shipped.ageCtr, each(ageBands, factor)),
    cellSpread: edit(shipped.cellSpread, number(0, 2)),
    interestShare: edit(shipped.interestShare, number(0.0001, 1)),
    interestCtr: edit(shipped.interestCtr, factor),
    interestPrice: edit(shipped.interestPrice, factor),
    customPrice: edit(shipped.customPrice, factor),
    landscapeSigma: edit(shipped.landscapeSigma, number(0.01, 5)),
    baseWinRate: edit(shipped.baseWinRate, number(0.001, 0.999)),
    scarcityExponent: edit(shipped.scarcityExponent, number(0, 10)),
    bidCap: edit(shipped.bidCap, number(1, 100)),
    leanStrength: edit(shipped.leanStrength, number(0, 10)),
    leanPriorClicks: edit(shipped.leanPriorClicks, number(0.1, 10_000)),
    taxRate: edit(shipped.taxRate, share),
    platformFee: edit(shipped.platformFee, platformFee),
    cancelRate: edit(shipped.cancelRate, share),
    minBudgetPerDay: edit(shipped.minBudgetPerDay, wholeHundredfold(shipped.minBudgetPerDay.value)),
    maxBudgetPerDay: edit(shipped.maxBudgetPerDay, wholeHundredfold(shipped.maxBudgetPerDay.value)),
    minDays: edit(shipped.minDays, whole(1, 90)),
    maxDays: edit(shipped.maxDays, whole(1, 90)),
  } satisfies Record<ProfileKey, unknown>
  return v.strictObject({ market: v.literal(market), entries: v.strictObject(entries) })
}
