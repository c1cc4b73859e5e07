import { expect, test } from 'vitest'

import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { type DeliveryPlan, deliveryPlan } from '../../../core/simulation/deliveryPlan.ts'
import { deliveryTable, type TotalColumn, totalColumn } from '../../../core/simulation/deliveryTable.ts'
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
function planFor(
  opportunitiesADay: number,
  durationDays: number,
  change: Partial<PromoteOrder> & { readonly budgetTimes?: number } = {},
): DeliveryPlan {
  const { budgetTimes = 1, ...rest } = change
  const profile = marketProfiles.GB
  const adults = opportunitiesADay / profile.entries.opportunitiesPerPersonDay.value
  const entries = { ...profile.entries, adults: { ...profile.entries.adults, value: adults } }
  const perDay = opportunitiesADay * 0.5 * entries.baseWinRate.value * (entries.cpmMedian.value / 1000)
  const order = britishOrder({
    durationDays,
    budget: { currency: 'GBP', minor: Math.round(perDay * durationDays * 100 * budgetTimes) },
    ...rest,
  })
  return deliveryPlan(order, { ...profile, entries })
}

function columnsOf(engine: Engine, plan: DeliveryPlan, replicates: number) {
  const table = deliveryTable(plan.timeline.days, replicates)
  for (let replicate = 0; replicate < replicates; replicate++) engine.deliver(replicate, table, replicate)
  return (column: TotalColumn) => [...totalColumn(table, column, replicates)]
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

/** Kolmogorov-Smirnov: what a distance of two samples exceeds by chance in 5 or 1 of 100 cases, times sqrt(2 / n). */
const criticalAt = { '5%': 1.358, '1%': 1.628 } as const

/** Prints the distances between the engines' distributions, and expects each below the critical value. */
function expectAgreement(
  what: string,
  plan: DeliveryPlan,
  { replicates, level }: { readonly replicates: number; readonly level: keyof typeof criticalAt },
): void {
  // Other seeds: agreement of distributions, not of draws.
  const slot = columnsOf(new SlotEngine(plan, 101), plan, replicates)
  const plain = columnsOf(new PlainEngine(plan, 202), plan, replicates)
  const critical = criticalAt[level] * Math.sqrt(2 / replicates)
  const distances = compared.map(column => ({ column, distance: distance(slot(column), plain(column)) }))
  process.stdout.write(
    `${what}, critical at ${level} ${critical.toFixed(3)}: ${distances.map(each => `${each.column} ${each.distance.toFixed(3)}`).join(', ')}\n`,
  )
  for (const each of distances) expect(each.distance).toBeLessThan(critical)
}

test.each([
  [10_000, 600],
  [100_000, 250],
])(
  'DE-agreement: at %s opportunities a day the engines agree in distribution (Kolmogorov-Smirnov at 5%%)',
  (opportunities, replicates) => {
    expectAgreement(`${opportunities} a day`, planFor(opportunities, 1), { replicates, level: '5%' })
  },
)

test.each([
  ['first price', { priceRule: 'first' }],
  ['as fast as possible', { pacing: 'asap' }],
  ['three hours a day', { hours: [12, 19, 20] }],
  ['a budget that the audience cannot use up', { budgetTimes: 8 }],
  ['two days', {}],
] as const)(
  'DE-agreement: the engines agree in distribution with %s (at 1%%, as there are 25 of these)',
  (what, change) => {
    expectAgreement(what, planFor(10_000, what === 'two days' ? 2 : 1, change), {
      replicates: 400,
      level: '1%',
    })
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
