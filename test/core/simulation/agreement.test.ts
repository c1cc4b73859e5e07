import { expect, test } from 'vitest'

import { marketProfiles } from '../../../core/market/profiles.ts'
import { type DeliveryPlan, deliveryPlan } from '../../../core/simulation/deliveryPlan.ts'
import { rowWidth, type TotalColumn, totalIndex } from '../../../core/simulation/deliveryRow.ts'
import type { Engine } from '../../../core/simulation/engine.ts'
import { PlainEngine } from '../../../core/simulation/plainEngine.ts'
import { SlotEngine } from '../../../core/simulation/slotEngine.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'

const compared = [
  'impressions',
  'linkClicks',
  'conversions',
  'spend',
  'reach',
] as const satisfies readonly TotalColumn[]

/** An order whose audience meets this many opportunities a day and whose budget can use half of what it wins. */
function planFor(opportunitiesADay: number, durationDays: number): DeliveryPlan {
  const profile = marketProfiles.GB
  const adults = opportunitiesADay / profile.entries.opportunitiesPerPersonDay.value
  const entries = { ...profile.entries, adults: { ...profile.entries.adults, value: adults } }
  const perDay = opportunitiesADay * 0.5 * entries.baseWinRate.value * (entries.cpmMedian.value / 1000)
  const order = britishOrder({
    durationDays,
    budget: { currency: 'GBP', minor: Math.round(perDay * durationDays * 100) },
  })
  return deliveryPlan(order, { ...profile, entries })
}

function columnsOf(engine: Engine, plan: DeliveryPlan, replicates: number) {
  const rows = Array.from({ length: replicates }, (_, replicate) => {
    const row = new Float64Array(rowWidth(plan.timeline.days))
    engine.deliver(replicate, row, 0)
    return row
  })
  return (column: TotalColumn) => rows.map(row => row[totalIndex(column)]!)
}

/** Largest distance between two empirical distribution functions. */
function distance(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [a.toSorted((p, q) => p - q), b.toSorted((p, q) => p - q)]
  const below = (sorted: readonly number[], value: number) => sorted.findLastIndex(each => each <= value) + 1
  return Math.max(
    ...[...x, ...y].map(value => Math.abs(below(x, value) / x.length - below(y, value) / y.length)),
  )
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test.each([
  [10_000, 600],
  [100_000, 250],
])(
  'DE-agreement: at %s opportunities a day the engines agree in distribution (Kolmogorov-Smirnov at 5%%)',
  (opportunities, replicates) => {
    const plan = planFor(opportunities, 1)
    // Other seeds: agreement of distributions, not of draws.
    const slot = columnsOf(new SlotEngine(plan, 101), plan, replicates)
    const plain = columnsOf(new PlainEngine(plan, 202), plan, replicates)
    const critical = 1.358 * Math.sqrt(2 / replicates)
    const distances = compared.map(column => ({ column, distance: distance(slot(column), plain(column)) }))
    process.stdout.write(
      `${opportunities} a day, critical ${critical.toFixed(3)}: ${distances.map(each => `${each.column} ${each.distance.toFixed(3)}`).join(', ')}\n`,
    )
    for (const each of distances) expect(each.distance).toBeLessThan(critical)
  },
)

test('DE-agreement: with the same rates and days the means differ by less than half a per cent, within their own error', () => {
  // The same seed gives both engines the same rates, tastes and day noise: what is left is how slots are drawn.
  const plan = planFor(100_000, 1)
  const replicates = 250
  const slot = columnsOf(new SlotEngine(plan, 7), plan, replicates)
  const plain = columnsOf(new PlainEngine(plan, 7), plan, replicates)
  for (const column of ['impressions', 'linkClicks', 'spend', 'reach'] as const) {
    const differences = slot(column).map((value, i) => value - plain(column)[i]!)
    const level = mean(plain(column))
    const error = Math.sqrt(mean(differences.map(value => value * value)) / replicates)
    expect(Math.abs(mean(differences)) / level).toBeLessThan(0.005 + (2 * error) / level)
  }
})
