import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { AllocationResult } from '../../../core/forecast/allocationResult.ts'
import type { Candidate } from '../../../core/forecast/analysis.ts'
import type { ComparisonResult } from '../../../core/forecast/comparisonResult.ts'
import { concaveSlopes } from '../../../core/forecast/concaveSlopes.ts'
import type { CurveResult } from '../../../core/forecast/curveResult.ts'
import type { Response } from '../../../core/forecast/responses.ts'
import { splitBudget } from '../../../core/forecast/splitBudget.ts'
import type { MarketProfile } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { partialForecast, wholeAnalysis, wholeForecast } from '../../fixtures/wholeForecast.ts'
import { withEntries } from '../../fixtures/withEntries.ts'

const GB = marketProfiles.GB
const chance = { seed: 1, replicates: 150 }

function curveOf(order: PromoteOrder, profile: MarketProfile = GB, replicates = 100): CurveResult {
  const result = wholeAnalysis({ kind: 'curve', order, profile, seed: 1, replicates })
  if (result.kind !== 'curve') throw new TypeError(result.kind)
  return result.curve
}

function compare(candidates: readonly Candidate[]): ComparisonResult {
  const result = wholeAnalysis({ kind: 'comparison', candidates, profile: GB, ...chance })
  if (result.kind !== 'comparison') throw new TypeError(result.kind)
  return result.comparison
}

const short = britishOrder({ durationDays: 3, budget: { currency: 'GBP', minor: 3000 } })

/** A seller's order that earns well on every click. */
const profitable = {
  ...short,
  payer: 'seller',
  product: {
    ...britishOrder().product,
    price: { currency: 'GBP', minor: 9000 },
    unitCost: { currency: 'GBP', minor: 1000 },
  },
} as const

describe('FO3: budget curve', () => {
  test('FO3: sixteen budgets with the order’s own among them, and never fewer expected clicks for more', () => {
    const curve = curveOf(short)
    expect(curve.points).toHaveLength(16)
    expect(curve.points[curve.own]?.budget).toBe(30)
    const clicks = curve.points.map(({ linkClicks }) => linkClicks.mean!)
    expect(clicks).toEqual(clicks.toSorted((a, b) => a - b))
    const budgets = curve.points.map(({ budget }) => budget)
    expect(budgets).toEqual([...new Set(budgets)].toSorted((a, b) => a - b))
  })

  test('FO3: while people are plenty a further click costs the same; when they get scarce it costs more', () => {
    const plenty = curveOf(short)
    expect(plenty.scarceFrom).toBeNull()
    const costs = plenty.points.map(({ marginalCostPerClick }) => marginalCostPerClick!)
    expect(Math.max(...costs) / Math.min(...costs)).toBeLessThan(1.15)
    const scarce = curveOf(short, withEntries({ adults: 1_500 }))
    expect(scarce.scarceFrom).not.toBeNull()
    const [first, last] = [scarce.points[0]!, scarce.points.at(-1)!]
    expect(last.marginalCostPerClick ?? Infinity).toBeGreaterThan(first.marginalCostPerClick! * 1.5)
  })

  test('FO3: it can say run, spend more, spend less, do not run, and that profit is not known', () => {
    expect(curveOf(short)).toMatchObject({ advice: 'do_not_run', bestBudget: 0 })
    expect(curveOf(profitable).advice).toBe('spend_more')
    const scarce = curveOf(profitable, withEntries({ adults: 600, fatigueFactor: 0.6 }), 200)
    expect(scarce.advice).toBe('spend_less')
    expect(scarce.bestBudget).toBeGreaterThan(0)
    expect(scarce.bestBudget).toBeLessThan(30)
    const product = { ...britishOrder().product, source: 'product_link' as const }
    expect(curveOf({ ...short, product })).toMatchObject({
      advice: 'unknown',
      bestBudget: null,
      gain: null,
    })
  })

  test('FO3: the slopes of the lowest concave curve never rise, and it lies on or above every point', () => {
    const points = fc.array(
      fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true })),
      { minLength: 1, maxLength: 16 },
    )
    fc.assert(
      fc.property(points, steps => {
        let at = 0
        const x = steps.map(([step]) => (at += step))
        const y = steps.map(([, value]) => value)
        const slopes = concaveSlopes(x, y)
        let height = 0
        slopes.forEach((slope, i) => {
          expect(slope).toBeLessThanOrEqual((slopes[i - 1] ?? Infinity) + 1e-9)
          height += slope * (x[i]! - (x[i - 1] ?? 0))
          expect(height).toBeGreaterThanOrEqual(y[i]! - 1e-6)
        })
      }),
    )
  })
})

describe('FO4: losses', () => {
  const losses = (order: PromoteOrder, profile: MarketProfile = GB) =>
    Object.fromEntries(
      wholeForecast({ order, profile, seed: 1, replicates: 150 }).losses.map(each => [each.constraint, each]),
    )

  test('FO4: an ordinary order has all five, and what it is not held back by costs nothing', () => {
    const found = losses(britishOrder({ startsAt: '2026-09-07T09:00' }))
    expect(Object.keys(found)).toEqual(['audience', 'duration', 'hours', 'price', 'fatigue'])
    for (const constraint of ['audience', 'duration', 'hours'])
      expect(found[constraint]).toEqual({ constraint, linkClicks: 0, error: 0 })
    expect(Math.abs(found['fatigue']!.linkClicks)).toBeLessThan(1)
  })

  test('FO4: each constraint costs clicks where it binds', () => {
    const small = withEntries({ adults: 2_000 })
    const sale = losses(britishOrder({ startsAt: '2026-12-01T09:00' }))
    expect(sale['price']!.linkClicks).toBeGreaterThan(3 * sale['price']!.error)
    const tired = losses(britishOrder(), small)
    expect(tired['fatigue']!.linkClicks).toBeGreaterThan(3 * tired['fatigue']!.error)
    const short = losses(britishOrder({ durationDays: 1 }), small)
    expect(short['duration']!.linkClicks).toBeGreaterThan(3 * short['duration']!.error)
    const brief = losses(britishOrder({ hours: [3] }), small)
    expect(brief['hours']!.linkClicks).toBeGreaterThan(3 * brief['hours']!.error)
    const few = losses(
      britishOrder({
        audience: { kind: 'custom', ageBands: ['55+'], genders: ['female'], interests: [] },
      }),
      small,
    )
    expect(few['audience']!.linkClicks).toBeGreaterThan(3 * few['audience']!.error)
  })
})

describe('FO5: comparison', () => {
  const order = britishOrder()
  const custom = britishOrder({
    audience: { kind: 'custom', ageBands: ['18-24', '25-34'], genders: ['female'], interests: ['beauty'] },
  })

  test('FO5: the same order twice differs by nothing, in every replicate', () => {
    const { differences, scenarios } = compare([
      { name: 'A', order, subject: 0 },
      { name: 'B', order, subject: 0 },
    ])
    expect(differences[0]).toMatchObject({
      linkClicks: { mean: 0, p025: 0, p975: 0 },
      profit: { mean: 0, p025: 0, p975: 0 },
      moreClicks: 0.5,
      moreProfit: 0.5,
    })
    expect(scenarios.map(({ bestClicks }) => bestClicks)).toEqual([0.5, 0.5])
  })

  test('FO5: plans of one video share their chance, so that their difference is far narrower than that of two videos', () => {
    const width = (subject: number) => {
      const { p10, p90 } = compare([
        { name: 'A', order, subject: 0 },
        { name: 'B', order: custom, subject },
      ]).differences[0]!.linkClicks
      return p90! - p10!
    }
    expect(width(0) * 3).toBeLessThan(width(1))
  })

  test('FO5: a difference is that of the forecasts, and chances of being best sum to 1', () => {
    const { differences, scenarios } = compare([
      { name: 'A', order, subject: 0 },
      { name: 'B', order: custom, subject: 0 },
      { name: 'C', order: { ...order, durationDays: 3 }, subject: 0 },
    ])
    differences.forEach((difference, i) => {
      const gap = scenarios[i + 1]!.linkClicks.mean! - scenarios[0]!.linkClicks.mean!
      expect(difference.linkClicks.mean).toBeCloseTo(gap, 6)
    })
    const best = scenarios.reduce((sum, { bestClicks }) => sum + bestClicks, 0)
    expect(best).toBeCloseTo(1, 9)
    expect(scenarios.map(({ sharesChance }) => sharesChance)).toEqual([true, true, true])
  })
})

describe('FO6: allocation', () => {
  const response = (clicks: readonly number[], error = 0): Response => ({
    clicks,
    profit: clicks,
    clicksError: error,
    profitError: error,
  })
  const shares = [0.1, 0.2, 0.35, 0.5, 0.75, 1]

  test('FO6: the split is the best of all splits in steps of a twentieth', () => {
    const some = fc.array(
      fc.array(fc.double({ min: -20, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 }),
      {
        minLength: 2,
        maxLength: 3,
      },
    )
    const valueAt = (clicks: readonly number[], share: number) => {
      const x = [0, ...shares]
      const y = [0, ...clicks]
      const high = Math.max(
        1,
        x.findIndex(each => each >= share),
      )
      return y[high - 1]! + ((share - x[high - 1]!) / (x[high]! - x[high - 1]!)) * (y[high]! - y[high - 1]!)
    }
    fc.assert(
      fc.property(some, fc.constantFrom('clicks' as const, 'profit' as const), (all, maximise) => {
        const worth = (split: readonly number[]) =>
          split.reduce((sum, minor, i) => sum + valueAt(all[i]!, minor / 1000), 0)
        let best = maximise === 'profit' ? 0 : -Infinity
        const search = (chosen: readonly number[], left: number): void => {
          if (chosen.length === all.length) {
            if (left === 0 || maximise === 'profit') best = Math.max(best, worth(chosen))
            return
          }
          for (let units = 0; units * 50 <= left; units++) search([...chosen, units * 50], left - units * 50)
        }
        search([], 1000)
        const split = splitBudget(
          { shares, candidates: all.map(each => response(each)) },
          { budgetMinor: 1000, maximise, leastMinor: all.map(() => 0) },
        )
        const sum = split.reduce((a, b) => a + b)
        expect(sum).toBeLessThanOrEqual(1000)
        expect(sum === 1000 || maximise === 'profit').toBe(true)
        expect(worth(split)).toBeCloseTo(best, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('FO6: what cannot be told apart shares alike, to the penny, and nobody gets less than the least order', () => {
    const twin = response([10, 20, 35, 50, 75, 100], 2)
    const split = (count: number, leastMinor: number) =>
      splitBudget(
        { shares, candidates: Array.from({ length: count }, () => twin) },
        {
          budgetMinor: 10_001,
          maximise: 'clicks',
          leastMinor: Array.from({ length: count }, () => leastMinor),
        },
      )
    expect(split(2, 0)).toEqual([5001, 5000])
    expect(split(4, 0).reduce((a, b) => a + b)).toBe(10_001)
    // Three of four at most can have a third of the budget.
    const least = split(4, 3000)
    expect(least.filter(minor => minor > 0)).toHaveLength(3)
    for (const minor of least) expect(minor === 0 || minor >= 3000).toBe(true)
  })

  test('FO6: the split comes with the interval of its sum, against an even one under the same chance', () => {
    const candidates = ['A', 'B'].map((name, subject) => ({ name, order: britishOrder(), subject }))
    const base = { kind: 'allocation', candidates, profile: GB, ...chance, budgetMinor: 14_000 } as const
    const allocate = (split: readonly number[]): AllocationResult => {
      const result = wholeAnalysis({ ...base, maximise: 'clicks', split })
      if (result.kind !== 'allocation') throw new TypeError(result.kind)
      return result.allocation
    }
    const even = allocate([7000, 7000])
    expect(even.gain).toMatchObject({ mean: 0, p025: 0, p975: 0 })
    expect(even.chanceBetter).toBe(0.5)
    // Two videos whose rates are not known together are surer than one alone with all of the money.
    const one = allocate([14_000, 0])
    const width = ({ linkClicks: { p10, p90 } }: AllocationResult['total']) => p90! - p10!
    expect(width(even.total)).toBeLessThan(width(one.total))
    expect(one.allocations[1]?.linkClicks.mean).toBe(0)
    const parts = even.allocations.reduce((sum, each) => sum + each.linkClicks.mean!, 0)
    expect(even.total.linkClicks.mean).toBeCloseTo(parts, 6)
    expect(allocate([7000, 3500]).unspent).toBe(35)
  })
})

describe('FO7: error of simulation', () => {
  test.each([
    ['GB automatic', britishOrder()],
    ['ID custom', indonesianOrder()],
  ])('FO7: 2,000 replicates keep the error of P10 and P90 under 2%% (%s)', (_, order) => {
    const forecast = wholeForecast({
      order,
      profile: marketProfiles[order.market],
      seed: 3,
      replicates: 2000,
    })
    expect(forecast.monteCarloError.p10).toBeLessThan(0.02)
    expect(forecast.monteCarloError.p90).toBeLessThan(0.02)
  })

  test('FO7: the error told is the error there is: other seeds lie within it', () => {
    const order = britishOrder({ durationDays: 2 })
    const runs = Array.from({ length: 24 }, (_, seed) =>
      partialForecast({ order, profile: GB, seed, replicates: 300 }),
    )
    for (const level of ['p10', 'p50', 'p90'] as const) {
      const values = runs.map(({ totals }) => totals.linkClicks[level]!)
      const mean = values.reduce((a, b) => a + b) / values.length
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 23) / mean
      const told = runs.reduce((sum, { monteCarloError }) => sum + monteCarloError[level]!, 0) / runs.length
      expect(spread / told).toBeGreaterThan(0.6)
      expect(spread / told).toBeLessThan(1.6)
    }
  })
})

test('DE2: nobody in the audience is no delivery and a reason', () => {
  const { totals, warnings } = wholeForecast({
    order: britishOrder(),
    profile: withEntries({ adults: 0 }),
    seed: 1,
    replicates: 20,
  })
  expect([totals.linkClicks.p975, totals.spend.p975, totals.reach.p975]).toEqual([0, 0, 0])
  expect(warnings.join()).toMatch(/Nobody is in this audience/)
})
