import fc from 'fast-check'
import { expect, test } from 'vitest'

import { digestOf } from '../../../core/forecast/digest.ts'
import type { MarketProfile } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { deliveryPlan } from '../../../core/simulation/deliveryPlan.ts'
import { dayColumn, deliveryTable, totalColumn } from '../../../core/simulation/deliveryTable.ts'
import { PlainEngine } from '../../../core/simulation/plainEngine.ts'
import { SlotEngine } from '../../../core/simulation/slotEngine.ts'
import { Stream } from '../../../core/simulation/stream.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { someOrder } from '../../fixtures/someOrder.ts'
import { withEntries } from '../../fixtures/withEntries.ts'

const engines = { slot: SlotEngine, plain: PlainEngine }
const seeds = fc.integer({ min: 0, max: 1e9 })
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** Mean of the differences b - a between deliveries under the same chance, and its standard error. */
function difference(a: Float64Array, b: Float64Array) {
  const values = Array.from(b, (value, i) => value - a[i]!)
  const mean = sum(values) / values.length
  const squares = sum(values.map(value => (value - mean) ** 2))
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

function deliverAll(order: PromoteOrder, profile: MarketProfile, seed: number, replicates: number) {
  const plan = deliveryPlan(order, profile)
  const engine = new SlotEngine(plan, seed)
  const table = deliveryTable(plan.timeline.days, replicates)
  for (let replicate = 0; replicate < replicates; replicate++) engine.deliver(replicate, table, replicate)
  return table
}

test.each(['slot', 'plain'] as const)(
  'DE8: k+ reach sums to impressions, cumulative reach grows to the total, cells add up (%s engine)',
  name => {
    const adults = fc.integer({ min: 20, max: 30_000 })
    fc.assert(
      fc.property(someOrder, adults, seeds, (order, people, seed) => {
        const plan = deliveryPlan(order, withEntries({ adults: people }))
        const engine = new engines[name](plan, seed)
        const table = deliveryTable(plan.timeline.days, 1)
        engine.deliver(0, table, 0)
        const total = (column: 'impressions' | 'reach' | 'linkClicks') => totalColumn(table, column, 1)[0]!
        const atLeast = engine.reachAtLeast()
        expect(Math.abs(sum(atLeast) - total('impressions'))).toBeLessThan(1e-6 * (1 + total('impressions')))
        expect(atLeast[0] ?? 0).toBeCloseTo(total('reach'), 6)
        for (let k = 1; k < atLeast.length; k++)
          expect(atLeast[k]).toBeLessThanOrEqual(atLeast[k - 1]! + 1e-9)
        const cells = engine.cellTotals()
        for (const column of ['impressions', 'linkClicks', 'reach'] as const)
          expect(sum(cells.map(cell => cell[column]))).toBe(total(column))
        let before = 0
        for (let day = 0; day < plan.timeline.days; day++) {
          const at = (column: 'impressions' | 'reach' | 'reachSoFar') => dayColumn(table, day, column, 1)[0]!
          expect(at('reachSoFar')).toBeGreaterThanOrEqual(before)
          expect(at('reachSoFar') - before).toBeLessThanOrEqual(at('reach'))
          expect(at('reach')).toBeLessThanOrEqual(Math.min(at('impressions'), at('reachSoFar')))
          before = at('reachSoFar')
        }
        expect(before).toBe(total('reach'))
      }),
      { numRuns: name === 'slot' ? 150 : 25 },
    )
  },
)

test('DE5: more budget never brings fewer expected clicks under the same chance', () => {
  const adults = fc.integer({ min: 300, max: 5_000_000 })
  const growth = fc.double({ min: 1.05, max: 4, noNaN: true })
  fc.assert(
    fc.property(someOrder, adults, growth, seeds, (order, people, by, seed) => {
      const profile = withEntries({ adults: people })
      const budget = { currency: 'GBP' as const, minor: Math.round(order.budget.minor * by) }
      const clicks = (of: PromoteOrder) => totalColumn(deliverAll(of, profile, seed, 40), 'linkClicks', 40)
      const { mean, error } = difference(clicks(order), clicks({ ...order, budget }))
      expect(mean).toBeGreaterThanOrEqual(-5 * error)
    }),
    { numRuns: 30 },
  )
})

test('DE5: with flat curves, twice as long at the same total never costs more per impression', () => {
  const flat = {
    hourActivity: Array.from({ length: 24 }, () => 1),
    weekdayPrice: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1 },
    yearEndPrice: 1,
    paydayPrice: 1,
    // What is left is scarcity: days and cells alike, so that only it can make a price.
    dayNoiseSd: 0,
    learningNoise: 0,
    leanStrength: 0,
  }
  const adults = fc.integer({ min: 200, max: 200_000 })
  fc.assert(
    fc.property(someOrder, adults, seeds, (order, people, seed) => {
      const profile = withEntries({ ...flat, adults: people })
      const replicates = 40
      const cpm = (durationDays: number) => {
        const table = deliverAll({ ...order, durationDays, hours: undefined }, profile, seed, replicates)
        const spend = totalColumn(table, 'spend', replicates)
        const impressions = totalColumn(table, 'impressions', replicates)
        return spend.map((value, i) => value / Math.max(1, impressions[i]!))
      }
      const short = cpm(order.durationDays)
      const long = cpm(order.durationDays * 2)
      const relative = long.map((value, i) => value / Math.max(short[i]!, 1e-12) - 1)
      const { mean, error } = difference(new Float64Array(replicates), relative)
      expect(mean).toBeLessThanOrEqual(5 * error + 1e-9)
    }),
    { numRuns: 25 },
  )
})

test('DE1: an order over a day of 23 or 25 hours delivers in each of its half hours and keeps its budget', () => {
  for (const [startsAt, slots] of [
    ['2027-03-27T12:00', 46],
    ['2026-10-24T12:00', 50],
  ] as const) {
    const order = britishOrder({ startsAt, durationDays: 1 })
    const plan = deliveryPlan(order, marketProfiles.GB)
    expect(plan.timeline.slots).toBe(slots)
    const engine = new SlotEngine(plan, 1)
    engine.trace = {
      impressions: new Float64Array(slots),
      linkClicks: new Float64Array(slots),
      conversions: new Float64Array(slots),
      spend: new Float64Array(slots),
    }
    engine.deliver(0, deliveryTable(1, 1), 0)
    const { spend } = engine.trace
    expect(spend.every((value, slot) => slot === 0 || value > spend[slot - 1]!)).toBe(true)
    expect(spend[slots - 1]).toBeLessThanOrEqual(70)
    expect(spend[slots - 1]).toBeGreaterThan(69)
  }
})

test('DE-random: a new stream, drawn from in every slot, changes no other draw', () => {
  class WithAnotherStream extends SlotEngine {
    drawn = 0
    private readonly another = new Stream(7, 99)
    protected override deliverSlot(day: number, slot: number): void {
      this.another.seek(this.replicate, slot)
      this.drawn += this.another.uniform() + this.another.uniform()
      super.deliverSlot(day, slot)
    }
  }
  const plan = deliveryPlan(britishOrder(), marketProfiles.GB)
  const digest = (engine: SlotEngine) => {
    const table = deliveryTable(7, 20)
    for (let replicate = 0; replicate < 20; replicate++) engine.deliver(replicate, table, replicate)
    return digestOf([...table.totals, ...table.dayValues])
  }
  const refactored = new WithAnotherStream(plan, 7)
  expect(digest(refactored)).toBe(digest(new SlotEngine(plan, 7)))
  expect(refactored.drawn).toBeGreaterThan(0)
})

test('DE-random: slots, replicates and neighbouring seeds are independent', () => {
  const correlation = (a: readonly number[], b: readonly number[]) => {
    const [ma, mb] = [sum(a) / a.length, sum(b) / b.length]
    const cross = sum(a.map((value, i) => (value - ma) * (b[i]! - mb)))
    return cross / Math.sqrt(sum(a.map(v => (v - ma) ** 2)) * sum(b.map(v => (v - mb) ** 2)))
  }
  // Without spread between orders and days, what is left is the chance of each slot.
  const still = withEntries({ cpmSigma: 0, ctrSigma: 0, dayNoiseSd: 0, cellSpread: 0, leanStrength: 0 })
  const count = 1500
  const order = britishOrder({ durationDays: 1, startsAt: '2026-10-06T00:00' })
  const clicks = (seed: number) => [
    ...totalColumn(deliverAll(order, still, seed, count), 'linkClicks', count),
  ]
  const [here, next] = [clicks(41), clicks(42)]
  const limit = 4 / Math.sqrt(count)
  expect(Math.abs(correlation(here, next))).toBeLessThan(limit)
  expect(Math.abs(correlation(here.slice(1), here.slice(0, -1)))).toBeLessThan(limit)
  const plan = deliveryPlan({ ...order, durationDays: 30 }, still)
  const engine = new SlotEngine(plan, 5)
  const series = () => new Float64Array(plan.timeline.slots)
  engine.trace = { impressions: series(), linkClicks: series(), conversions: series(), spend: series() }
  engine.deliver(0, deliveryTable(30, 1), 0)
  const perSlot = [...engine.trace.impressions].map((value, i, all) => value - (all[i - 1] ?? 0))
  const expected = Array.from(plan.timeline.activity, (value, i) => value / plan.timeline.price[i]!)
  const level = sum(perSlot) / sum(expected)
  const surprise = perSlot.map((value, i) => (value - level * expected[i]!) / Math.sqrt(level * expected[i]!))
  const slotLimit = 4 / Math.sqrt(surprise.length)
  expect(Math.abs(correlation(surprise.slice(2), surprise.slice(0, -2)))).toBeLessThan(slotLimit)
})
