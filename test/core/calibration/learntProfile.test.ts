import fc from 'fast-check'
import { expect, test } from 'vitest'

import { conditionShift } from '../../../core/calibration/conditions.ts'
import { forecastUnit } from '../../../core/calibration/forecastUnit.ts'
import type { HistoryRow, UnitPeriod } from '../../../core/calibration/history.ts'
import { learn } from '../../../core/calibration/learn.ts'
import { learntProfile, type LearntRates, profileBefore } from '../../../core/calibration/learntProfile.ts'
import { assembleForecast } from '../../../core/forecast/assembleForecast.ts'
import { shardSimulator } from '../../../core/forecast/simulateShard.ts'
import { marketPriorOf } from '../../../core/market/marketPriorOf.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { deliveryTable } from '../../../core/simulation/deliveryTable.ts'
import { ratePrior } from '../../../core/simulation/rates.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'

const history = (change: Partial<LearntRates> = {}): LearntRates => ({
  rates: {
    mean: [Math.log(6), Math.log(0.02), Math.log(0.05)],
    covariance: [0.09, 0.03, -0.01, 0.03, 0.04, -0.01, -0.01, -0.01, 0.16],
  },
  known: { price: 0, ctr: 0 },
  ownDataWeight: 0.8,
  units: 40,
  asOf: '2026-11-20',
  ...change,
})

const women = {
  kind: 'custom',
  ageBands: ['18-24', '25-34'],
  genders: ['female'],
  interests: ['beauty'],
} as const

test('RA2: without history, or of no weight, the profile stays as it is', () => {
  expect(learntProfile(marketProfiles.GB, britishOrder(), history({ units: 0 }))).toBe(marketProfiles.GB)
  expect(learntProfile(marketProfiles.GB, britishOrder(), history({ ownDataWeight: 0 }))).toBe(
    marketProfiles.GB,
  )
})

test('RA2: what was learnt is in the entries, says where it is from, and can be taken out again', () => {
  const learnt = learntProfile(marketProfiles.GB, britishOrder(), history())
  expect(learnt.entries.cvrMedian).toMatchObject({
    value: expect.closeTo(0.05, 12),
    source: 'learnt from 40 orders of your history up to 2026-11-20',
    date: '2026-11-20',
  })
  expect(learnt.version).toMatch(/^.+~[0-9a-f]{12}$/)
  expect(profileBefore(learnt)).toEqual(marketProfiles.GB)
  expect(profileBefore(marketProfiles.GB)).toEqual(marketProfiles.GB)
})

test('RA1: whatever covariance was learnt, the rates of the order have a factor', () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 1, max: 90 }),
      (a, days) => {
        const covariance = Array.from({ length: 9 }, (_, at) => {
          const [row, column] = [Math.floor(at / 3), at % 3]
          return [0, 1, 2].reduce((sum, k) => sum + a[3 * row + k]! * a[3 * column + k]!, 0)
        })
        const { rates } = history()
        const order = britishOrder({ durationDays: days })
        const profile = learntProfile(marketProfiles.GB, order, history({ rates: { ...rates, covariance } }))
        expect(ratePrior(order, profile).factor.every(Number.isFinite)).toBe(true)
      },
    ),
  )
})

const replicates = 600

/** The order in the words of history. */
function unitOf({ audience, startsAt, durationDays }: PromoteOrder): UnitPeriod {
  const isCustom = audience.kind === 'custom'
  const start = Date.parse(startsAt.slice(0, 10)) / 86_400_000
  return {
    unitId: '',
    accountId: '',
    market: 'GB',
    currency: 'GBP',
    platform: 'tiktok',
    objective: '',
    creatorId: '',
    videoId: '',
    audienceKind: audience.kind,
    ageBands: isCustom ? audience.ageBands.join('|') : '',
    genders: isCustom ? audience.genders.join('|') : '',
    interests: isCustom ? audience.interests.join('|') : '',
    start,
    end: start + durationDays - 1,
    spend: 70,
  }
}

function forecastClicks(order: PromoteOrder, learnt: LearntRates) {
  const profile = learntProfile(marketProfiles.GB, order, learnt)
  const table = deliveryTable(order.durationDays, replicates)
  const input = { order, profile, seed: 3, replicates }
  shardSimulator({ ...input, subject: 0 })(table, 0, replicates)
  return assembleForecast(input, table)
}

test('RA1, RA5: an order delivered on learnt rates has the clicks and the spread that history has', () => {
  const sd = Math.sqrt(0.09 + 0.04 - 2 * 0.03)
  for (const audience of [{ kind: 'automatic' } as const, women]) {
    // The price index of the year's end is in history's price and comes with the days of the order again.
    const order = britishOrder({ audience, startsAt: '2026-12-03T09:00' })
    const known = conditionShift(marketPriorOf(marketProfiles.GB).conditions, unitOf(order))
    const { totals, ownDataWeight } = forecastClicks(order, history({ known, ownDataWeight: 1 }))
    const median = (70 / 6) * 1000 * 0.02
    expect(ownDataWeight).toBe(1)
    expect(totals.linkClicks.p50! / median).toBeGreaterThan(0.93)
    expect(totals.linkClicks.p50! / median).toBeLessThan(1.1)
    const width = Math.log(totals.linkClicks.p90! / totals.linkClicks.p10!) / (2 * 1.2816)
    expect(width / sd).toBeGreaterThan(0.9)
    expect(width / sd).toBeLessThan(1.25)
  }
})

const priors = [marketPriorOf(marketProfiles.GB)]

function learnFrom(rows: readonly HistoryRow[]) {
  const work = learn(rows, { seed: 1, priors })
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

test('RA1, DE1, DE2: before any history an order has the rates of its audience and days, and the profile as it is', () => {
  const order = britishOrder({ audience: women, startsAt: '2026-12-03T09:00' })
  const { rates, known } = forecastUnit(learnFrom([]), unitOf(order))
  const { cpmMedian, ctrMedian, interestPrice, customPrice, interestCtr } = marketProfiles.GB.entries
  expect(known.price).toBeGreaterThan(Math.log(interestPrice.value * customPrice.value))
  expect(rates.mean[0] - known.price).toBeCloseTo(Math.log(cpmMedian.value), 10)
  expect(rates.mean[1] - known.ctr).toBeCloseTo(Math.log(ctrMedian.value), 10)
  expect(known.ctr).toBeCloseTo(Math.log(interestCtr.value), 1)
})

test('RA1, DE1, DE2: what was learnt of summer orders for women is moved to a December order for all by what is known of both', () => {
  const summer = britishOrder({ audience: women, startsAt: '2026-06-01T09:00' })
  const rows = Array.from({ length: 60 }, (_, i): HistoryRow => {
    const unit = unitOf(summer)
    const start = (unit.start ?? 0) + i
    return {
      ...unit,
      unitId: `o${i}`,
      start,
      end: start + 6,
      impressions: 14_000,
      reach: null,
      linkClicks: 210,
      conversions: 6,
    }
  })
  const learned = learnFrom(rows)
  const same = forecastUnit(learned, { ...unitOf(summer), start: 20_700, end: 20_706 })
  const other = forecastUnit(learned, { ...unitOf(britishOrder({ startsAt: '2026-12-03T09:00' })) })
  expect(same.rates.mean[0]).toBeCloseTo(Math.log(5), 1)
  // Of the audience itself, apart from what is known, something may have been learnt too: it was the only one.
  const moved = other.rates.mean[0] - same.rates.mean[0]
  expect(moved).toBeCloseTo(other.known.price - same.known.price, 1)
})
