import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'

import { assembleForecast } from '../../../core/forecast/assembleForecast.ts'
import type { ForecastInput } from '../../../core/forecast/forecastInput.ts'
import { forecastResult } from '../../../core/forecast/forecastResult.ts'
import { quantile } from '../../../core/forecast/quantile.ts'
import { spreadOf } from '../../../core/forecast/spreadOf.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { totalColumn } from '../../../core/simulation/deliveryTable.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { delivered, partialForecast, wholeForecast } from '../../fixtures/wholeForecast.ts'

const input = (order: PromoteOrder = britishOrder(), replicates = 200, seed = 1): ForecastInput => ({
  order,
  profile: marketProfiles[order.market],
  seed,
  replicates,
})
const whole = wholeForecast

test('FO8: any split of the replicates, in any order, gives the same result and digest', () => {
  const of = input(britishOrder({ durationDays: 2 }), 60)
  const expected = partialForecast(of)
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { maxLength: 6 })
  fc.assert(
    fc.property(cuts, fc.integer(), (points, shuffle) => {
      const bounds = [0, ...points.toSorted((a, b) => a - b), 60]
      const ranges = bounds.slice(1).map((to, i) => [bounds[i]!, to] as const)
      if (shuffle % 2 === 0) ranges.reverse()
      expect(assembleForecast(of, delivered({ ...of, subject: 0 }, ranges))).toEqual(expected)
    }),
    { numRuns: 20 },
  )
})

test('FO8: a partial forecast is the forecast of its first replicates', () => {
  const of = { ...input(britishOrder(), 50), subject: 0 }
  const partial = { ...of, replicates: 20 }
  expect(assembleForecast(partial, delivered(of, [[0, 20]]))).toEqual(partialForecast(partial))
})

test('FO1: results have the shape that outsiders rely on, for both markets and audiences', () => {
  for (const order of [
    britishOrder(),
    indonesianOrder(),
    indonesianOrder({ audience: { kind: 'automatic' } }),
  ]) {
    const result = whole(input(order))
    expect(v.is(forecastResult, JSON.parse(JSON.stringify(result)))).toBe(true)
    expect(result.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(result.days).toHaveLength(order.durationDays)
    expect(result.outcomes).toHaveLength(50)
  }
})

test('FO1: quantiles rise with their level and lie on values that occurred', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }),
      values => {
        const sorted = Float64Array.from(values).sort()
        let last = -Infinity
        for (const level of [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]) {
          const q = quantile(sorted, level)
          expect(values).toContain(q)
          expect(q).toBeGreaterThanOrEqual(last)
          // At least `level` of the values are at or below it, and no smaller value would do.
          expect(values.filter(value => value <= q).length).toBeGreaterThanOrEqual(
            values.length * level - 1e-6,
          )
          expect(values.filter(value => value < q).length).toBeLessThan(values.length * level + 1e-6)
          last = q
        }
      },
    ),
  )
})

test('FO1: a cost per order of replicates without orders sorts last and is told as null', () => {
  const spread = spreadOf(Float64Array.from([Infinity, 5, Infinity, 7]), 6)
  expect([spread.mean, spread.p10, spread.p50, spread.p75]).toEqual([6, 5, 7, null])
})

test('FO2: probabilities are shares of the replicates', () => {
  const of = input(britishOrder({ target: { linkClicks: 110 } }), 300)
  const result = whole(of)
  const clicks = totalColumn(delivered({ ...of, subject: 0 }), 'linkClicks', 300)
  expect(result.probability.targetReached).toBe(clicks.filter(count => count >= 110).length / 300)
  const sure = whole(input(britishOrder({ target: { linkClicks: 1 } }), 100))
  expect(sure.probability.targetReached).toBe(1)
  expect(whole(input(britishOrder({ target: { linkClicks: 100_000 } }), 100)).probability.targetReached).toBe(
    0,
  )
})

test('RA1: the spread of clicks is that of joint rates, narrower than of independent ones', () => {
  const independent = { ...marketProfiles.GB }
  const entries = { ...independent.entries }
  entries.priceCtrCorrelation = { ...entries.priceCtrCorrelation, value: 0 }
  const joint = whole(input(britishOrder(), 700)).totals.linkClicks
  const of = { ...input(britishOrder(), 700), profile: { ...independent, entries } }
  const separate = whole(of).totals.linkClicks
  const width = (spread: typeof joint) => Math.log(spread.p90! / spread.p10!)
  // B50: independent priors span about 4.9 times between P10 and P90; together about 3.
  expect(Math.exp(width(separate))).toBeGreaterThan(4)
  expect(Math.exp(width(joint))).toBeLessThan(3.7)
})

test('DE11: without an order signal orders, revenue and profit are null and a warning says why', () => {
  const product = { ...britishOrder().product, source: 'product_link' as const }
  const { totals, probability, days, warnings } = whole(input(britishOrder({ product }), 20))
  expect([totals.conversions, totals.revenue, totals.profit, probability.loss, days[0]!.conversions]).toEqual(
    [null, null, null, null, null],
  )
  expect(warnings.join()).toMatch(/product_link links report no orders.*conversionRate/)
})

test('DE12: a seller without unit cost has no profit, and a warning says so', () => {
  const { totals, probability, warnings } = whole(input(britishOrder({ payer: 'seller' }), 20))
  expect([totals.profit, probability.loss]).toEqual([null, null])
  expect(totals.revenue).not.toBeNull()
  expect(warnings.join()).toMatch(/unitCost/)
})

test('FO9: the digest changes with any number behind the result, and not with the wording of warnings', () => {
  const base = whole(input(britishOrder(), 40))
  expect(whole(input(britishOrder(), 40)).digest).toBe(base.digest)
  expect(whole(input(britishOrder({ notes: 'autumn push' }), 40)).digest).toBe(base.digest)
  const others = [
    input(britishOrder(), 40, 2),
    input(britishOrder(), 41),
    input(britishOrder({ target: { linkClicks: 121 } }), 40),
    input(britishOrder({ budget: { currency: 'GBP', minor: 7001 } }), 40),
  ].map(other => whole(other).digest)
  expect(new Set([base.digest, ...others]).size).toBeGreaterThanOrEqual(4)
  expect(others[0]).not.toBe(base.digest)
  expect(others[3]).not.toBe(base.digest)
})

test('FO9: a forecast that model 0.1 froze is read, without what it did not know', () => {
  const { monteCarloError: _error, ...result } = whole(input(britishOrder(), 20))
  const days = result.days.map(({ date, hours, linkClicks, spend, impressions, ...rest }) => ({
    date,
    hours,
    linkClicks,
    spend,
    impressions,
    linkClicksSoFar: rest.linkClicksSoFar,
    conversions: rest.conversions,
    conversionsSoFar: rest.conversionsSoFar,
    conversionsSeen: rest.conversionsSeen,
  }))
  const read = v.parse(forecastResult, { ...result, days, losses: [] })
  expect(read.days[0]?.linkClicks).toEqual(result.days[0]?.linkClicks)
  expect(read.days[0]?.reach.p50).toBeNull()
  expect(read.monteCarloError.p90).toBeNull()
})
