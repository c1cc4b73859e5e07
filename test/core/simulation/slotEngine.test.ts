import fc from 'fast-check'
import { expect, test } from 'vitest'

import { ageBands, genders, type MarketProfile, type ProfileKey } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { deliveryPlan } from '../../../core/simulation/deliveryPlan.ts'
import { dayIndex, rowWidth, type TotalColumn, totalIndex } from '../../../core/simulation/deliveryRow.ts'
import { SlotEngine } from '../../../core/simulation/slotEngine.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'

function deliver(
  order: PromoteOrder,
  replicates: number,
  seed = 1,
  profile: MarketProfile = marketProfiles.GB,
) {
  const plan = deliveryPlan(order, profile)
  const engine = new SlotEngine(plan, seed)
  const width = rowWidth(plan.timeline.days)
  const rows = Array.from({ length: replicates }, (_, replicate) => {
    const row = new Float64Array(width)
    engine.deliver(replicate, row, 0)
    return row
  })
  return { plan, rows, total: (column: TotalColumn) => rows.map(row => row[totalIndex(column)]!) }
}

function withEntries(values: Partial<Record<ProfileKey, number>>): MarketProfile {
  const entries = { ...marketProfiles.GB.entries }
  for (const [key, value] of Object.entries(values)) {
    Object.assign(entries, { [key]: { ...entries[key as ProfileKey], value } })
  }
  return { ...marketProfiles.GB, entries }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const orders: fc.Arbitrary<PromoteOrder> = fc
  .record({
    budget: fc.integer({ min: 100, max: 200_000 }),
    durationDays: fc.integer({ min: 1, max: 10 }),
    ageBands: fc.subarray([...ageBands], { minLength: 1 }),
    genders: fc.subarray([...genders], { minLength: 1 }),
    isAutomatic: fc.boolean(),
    pacing: fc.constantFrom('even' as const, 'asap' as const),
    priceRule: fc.constantFrom('second' as const, 'first' as const),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
  })
  .map(({ budget, isAutomatic, ageBands: ages, genders: chosen, day, hour, ...rest }) =>
    britishOrder({
      ...rest,
      budget: { currency: 'GBP', minor: budget },
      startsAt: `2026-10-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00`,
      audience: isAutomatic
        ? { kind: 'automatic' }
        : { kind: 'custom', ageBands: ages, genders: chosen, interests: [] },
    }),
  )

test('DE6: over random orders spend never exceeds the budget, to the last bit', () => {
  fc.assert(
    fc.property(
      orders,
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
    fc.property(orders, fc.integer({ min: 0, max: 1e9 }), (order, seed) => {
      const { plan, rows } = deliver(order, 3, seed, withEntries({ adults: 20_000 }))
      for (const row of rows) {
        const at = (column: TotalColumn) => row[totalIndex(column)]!
        const days = Array.from({ length: plan.timeline.days }, (_, day) => day)
        const sum = (column: 'impressions' | 'linkClicks' | 'conversions' | 'conversionsSeen' | 'spend') =>
          days.reduce((all, day) => all + row[dayIndex(day, column)]!, 0)
        expect(sum('impressions')).toBe(at('impressions'))
        expect(sum('linkClicks')).toBe(at('linkClicks'))
        expect(sum('conversions')).toBe(at('conversions'))
        expect(sum('spend')).toBeCloseTo(at('spend'), 8)
        expect(sum('conversionsSeen')).toBeLessThanOrEqual(at('conversions'))
        expect(at('linkClicks')).toBeLessThanOrEqual(at('impressions'))
        expect(at('pageViews')).toBeLessThanOrEqual(at('linkClicks'))
        expect(at('conversions')).toBeLessThanOrEqual(at('pageViews'))
        expect(at('reach')).toBeLessThanOrEqual(at('impressions') + 1e-9)
        expect(at('reach')).toBeLessThanOrEqual(plan.people.reduce((all, people) => all + people, 0))
      }
    }),
    { numRuns: 60 },
  )
})

test('DE-random: a replicate is the same alone, in a batch, and after others', () => {
  const plan = deliveryPlan(britishOrder(), marketProfiles.GB)
  const width = rowWidth(plan.timeline.days)
  const one = (replicate: number, engine = new SlotEngine(plan, 9)) => {
    const row = new Float64Array(width)
    engine.deliver(replicate, row, 0)
    return row
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
  const { rows, plan } = deliver(britishOrder({ startsAt: '2026-09-07T00:00' }), 100)
  for (let day = 0; day < 7; day++) {
    const share = mean(rows.map(row => row[dayIndex(day, 'spend')]!)) / plan.budget
    expect(Math.abs(share - 1 / 7)).toBeLessThan(0.005)
  }
})

test('DE5: as fast as possible spends a small budget on the first day, at the ordinary price', () => {
  const { rows, plan } = deliver(britishOrder({ pacing: 'asap' }), 50)
  for (const row of rows) expect(row[dayIndex(0, 'spend')]).toBeGreaterThan(plan.budget * 0.99)
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
  const { rows, plan } = deliver(order, 30, 4, keepAll)
  expect(plan.money.marginPerOrder).toBeCloseTo((12.99 / 1.2) * 0.12, 9)
  for (const row of rows) {
    const expected =
      row[totalIndex('conversions')]! * plan.money.marginPerOrder - (row[totalIndex('spend')]! * 1.2 - 5)
    expect(row[totalIndex('profit')]).toBeCloseTo(expected, 8)
  }
})

test('DE2: an audience without people delivers nothing and spends nothing', () => {
  const { rows } = deliver(britishOrder(), 3, 1, withEntries({ adults: 0 }))
  for (const row of rows) expect(Array.from(row.slice(0, 7))).toEqual([0, 0, 0, 0, 0, 0, 0])
})
