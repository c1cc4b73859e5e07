import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { MarketProfile } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { deliveryPlan } from '../../../core/simulation/deliveryPlan.ts'
import {
  type DayColumn,
  dayColumn,
  deliveryTable,
  type TotalColumn,
  totalColumn,
} from '../../../core/simulation/deliveryTable.ts'
import { SlotEngine } from '../../../core/simulation/slotEngine.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { someOrder } from '../../fixtures/someOrder.ts'
import { withEntries } from '../../fixtures/withEntries.ts'

function deliver(
  order: PromoteOrder,
  replicates: number,
  seed = 1,
  profile: MarketProfile = marketProfiles.GB,
) {
  const plan = deliveryPlan(order, profile)
  const engine = new SlotEngine(plan, seed)
  const table = deliveryTable(plan.timeline.days, replicates)
  for (let replicate = 0; replicate < replicates; replicate++) engine.deliver(replicate, table, replicate)
  return {
    plan,
    engine,
    table,
    total: (column: TotalColumn) => [...totalColumn(table, column, replicates)],
    day: (day: number, column: DayColumn) => [...dayColumn(table, day, column, replicates)],
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('DE6: over random orders spend never exceeds the budget, to the last bit', () => {
  fc.assert(
    fc.property(
      someOrder,
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 50, max: 5_000_000 }),
      (order, seed, adults) => {
        const { plan, total } = deliver(order, 6, seed, withEntries({ adults }))
        for (const spend of total('spend')) expect(spend).toBeLessThanOrEqual(plan.budget)
      },
    ),
    { numRuns: 60 },
  )
})

test('DE8, DE10: funnels narrow, days add up to totals and reach is at most impressions and people', () => {
  fc.assert(
    fc.property(someOrder, fc.integer({ min: 0, max: 1e9 }), (order, seed) => {
      const { plan, total, day } = deliver(order, 3, seed, withEntries({ adults: 20_000 }))
      const people = plan.people.reduce((all, each) => all + each, 0)
      for (let r = 0; r < 3; r++) {
        const at = (column: TotalColumn) => total(column)[r]!
        const days = Array.from({ length: plan.timeline.days }, (_, place) => place)
        const sum = (column: DayColumn) => days.reduce((all, place) => all + day(place, column)[r]!, 0)
        for (const column of ['impressions', 'linkClicks', 'pageViews', 'conversions'] as const)
          expect(sum(column)).toBe(at(column))
        expect(sum('spend')).toBeCloseTo(at('spend'), 8)
        expect(sum('profit')).toBeCloseTo(at('profit'), 8)
        expect(sum('conversionsSeen')).toBeLessThanOrEqual(at('conversions'))
        expect(at('linkClicks')).toBeLessThanOrEqual(at('impressions'))
        expect(at('pageViews')).toBeLessThanOrEqual(at('linkClicks'))
        expect(at('conversions')).toBeLessThanOrEqual(at('pageViews'))
        expect(at('reach')).toBeLessThanOrEqual(Math.min(at('impressions'), people + plan.cells))
      }
    }),
    { numRuns: 60 },
  )
})

test('DE-random: a replicate is the same alone, in a batch, and after others', () => {
  const plan = deliveryPlan(britishOrder(), marketProfiles.GB)
  const one = (replicate: number, engine = new SlotEngine(plan, 9)) => {
    const table = deliveryTable(plan.timeline.days, 1)
    engine.deliver(replicate, table, 0)
    return [...table.totals, ...table.dayValues]
  }
  const shared = new SlotEngine(plan, 9)
  const backwards = [40, 3, 0, 17].map(replicate => one(replicate, shared))
  expect(backwards).toEqual([40, 3, 0, 17].map(replicate => one(replicate)))
})

test('DE-random: neighbouring seeds share no delivery', () => {
  const clicks = (seed: number) => deliver(britishOrder(), 200, seed).total('linkClicks')
  const [a, b] = [clicks(1), clicks(2)]
  expect(a).not.toEqual(b)
  expect(a.slice(1)).not.toEqual(b.slice(0, -1))
})

test('DE4, DE5: while people are plenty, the mean price is the order level and the budget is spent', () => {
  const flat = withEntries({
    cpmSigma: 0,
    ctrSigma: 0,
    dayNoiseSd: 0,
    learningNoise: 0,
    leanStrength: 0,
    yearEndPrice: 1,
  })
  const order = britishOrder({ startsAt: '2026-09-07T00:00' })
  const { plan, total } = deliver(order, 200, 5, flat)
  const week = Object.values(flat.entries.weekdayPrice.value).reduce((sum, index) => sum + index, 0) / 7
  const priceScale =
    plan.opportunities.reduce((sum, n, c) => sum + n * plan.priceScale[c]!, 0) /
    plan.opportunities.reduce((a, b) => a + b)
  const cpm = (mean(total('spend')) / mean(total('impressions'))) * 1000
  const expected = flat.entries.cpmMedian.value * week * priceScale
  expect(Math.abs(cpm / expected - 1)).toBeLessThan(0.02)
  for (const spend of total('spend')) expect(spend).toBeGreaterThan(plan.budget * 0.99)
})

test('DE5: even pacing follows the activity of the day and spreads the budget over the days', () => {
  const { day, plan } = deliver(britishOrder({ startsAt: '2026-09-07T00:00' }), 100)
  for (let place = 0; place < 7; place++) {
    const share = mean(day(place, 'spend')) / plan.budget
    expect(Math.abs(share - 1 / 7)).toBeLessThan(0.005)
  }
})

test('DE5: as fast as possible spends a small budget on the first day, at the ordinary price', () => {
  const { day, plan } = deliver(britishOrder({ pacing: 'asap' }), 50)
  for (const spend of day(0, 'spend')) expect(spend).toBeGreaterThan(plan.budget * 0.99)
})

test('DE5: a scarce audience takes every opportunity, then pays more for each impression', () => {
  const cpm = (adults: number) => {
    const { total } = deliver(britishOrder(), 60, 2, withEntries({ adults, cpmSigma: 0, dayNoiseSd: 0 }))
    return mean(total('spend')) / mean(total('impressions'))
  }
  const [plenty, scarce] = [cpm(1_000_000), cpm(300)]
  expect(scarce).toBeGreaterThan(plenty * 1.2)
})

test('DE9: a small audience grows tired and clicks less per impression', () => {
  const ctr = (adults: number) => {
    const { total } = deliver(britishOrder(), 100, 2, withEntries({ adults }))
    return mean(total('linkClicks')) / mean(total('impressions'))
  }
  expect(ctr(1_000)).toBeLessThan(ctr(1_000_000) * 0.8)
})

test('DE7: a platform that learns gets more clicks from cells that differ', () => {
  const clicks = (leanStrength: number) => {
    const profile = withEntries({ leanStrength, cellSpread: 0.8 })
    return mean(
      deliver(britishOrder({ budget: { currency: 'GBP', minor: 200_000 } }), 150, 3, profile).total(
        'linkClicks',
      ),
    )
  }
  expect(clicks(1)).toBeGreaterThan(clicks(0) * 1.1)
})

test('DE11: an external link without a rate has clicks and no orders, with a rate it has both', () => {
  const product = { ...britishOrder().product, source: 'external' as const }
  const without = deliver(britishOrder({ product }), 5)
  expect(without.total('linkClicks').every(clicks => clicks > 0)).toBe(true)
  expect(without.total('conversions').every(Number.isNaN)).toBe(true)
  const rated = deliver(britishOrder({ product: { ...product, conversionRate: 0.05 } }), 50)
  expect(mean(rated.total('conversions'))).toBeGreaterThan(1)
})

test('DE12: the payer earns the margin of kept orders less the promotion with its tax and less the coupon', () => {
  const keepAll = withEntries({ cancelRate: 0 })
  const order = britishOrder({ coupon: { currency: 'GBP', minor: 500 } })
  const { total, plan } = deliver(order, 30, 4, keepAll)
  expect(plan.money.marginPerOrder).toBeCloseTo((12.99 / 1.2) * 0.12, 9)
  total('profit').forEach((profit, r) => {
    const expected = total('conversions')[r]! * plan.money.marginPerOrder - (total('spend')[r]! * 1.2 - 5)
    expect(profit).toBeCloseTo(expected, 8)
  })
})

test('DE2: an audience without people delivers nothing and spends nothing', () => {
  const { table } = deliver(britishOrder(), 3, 1, withEntries({ adults: 0 }))
  expect([...table.totals, ...table.dayValues].every(value => value === 0)).toBe(true)
})
