import { audienceSize } from '../audience/audienceCells.ts'
import { toMajor } from '../money/money.ts'
import { type DeliveryTable, type TotalColumn, totalColumn } from '../simulation/deliveryTable.ts'
import type { ComparisonAnalysis } from './analysis.ts'
import type { ComparisonResult } from './comparisonResult.ts'
import { digestOf } from './digest.ts'
import { forecastWarnings } from './forecastWarnings.ts'
import { probabilitiesOf } from './probabilities.ts'
import { quantitiesOf } from './quantities.ts'
import { headOf } from './resultHead.ts'
import type { Scenario } from './scenario.ts'
import { spreadOf } from './spreadOf.ts'

export function comparisonScenarios(analysis: ComparisonAnalysis): readonly Scenario[] {
  const { candidates, profile, seed, replicates } = analysis
  return candidates.map(({ order, subject, profile: own = profile }) => ({
    order,
    profile: own,
    seed,
    replicates,
    subject,
  }))
}

/** `tables` are those of the candidates, in their order. */
export function assembleComparison(
  analysis: ComparisonAnalysis,
  tables: readonly DeliveryTable[],
): ComparisonResult {
  const { candidates, profile, replicates } = analysis
  const column = (name: TotalColumn) => tables.map(table => totalColumn(table, name, replicates))
  const [clicks, orders, spend, profit] = [
    column('linkClicks'),
    column('conversions'),
    column('spend'),
    column('profit'),
  ]
  const bestClicks = chancesOfBest(clicks)
  const bestProfit = profit.some(isUnknown) ? undefined : chancesOfBest(profit)
  const numbers = {
    ...headOf(analysis),
    scenarios: candidates.map(({ name, order, subject }, i) => {
      const table = tables[i]!
      const all = quantitiesOf(order, of => totalColumn(table, of, replicates))
      const { targetReached, loss } = probabilitiesOf({ order, replicates }, table)
      return {
        name,
        sharesChance: subject === candidates[0]!.subject,
        budget: toMajor(order.budget),
        linkClicks: all.linkClicks,
        conversions: all.conversions,
        spend: all.spend,
        reach: all.reach,
        profit: all.profit,
        costPerClick: all.costPerClick,
        targetReached,
        loss,
        bestClicks: bestClicks[i]!,
        bestProfit: bestProfit?.[i] ?? null,
      }
    }),
    differences: candidates.slice(1).map(({ name }, k) => ({
      name,
      linkClicks: spreadOf(difference(clicks, k + 1)),
      conversions: known(difference(orders, k + 1)),
      spend: spreadOf(difference(spend, k + 1)),
      profit: known(difference(profit, k + 1)),
      moreClicks: shareAbove(difference(clicks, k + 1)),
      moreProfit: isUnknown(difference(profit, k + 1)) ? null : shareAbove(difference(profit, k + 1)),
    })),
  }
  const warnings = candidates.flatMap(({ name, order }) =>
    forecastWarnings(order, audienceSize(order.audience, profile)).map(warning => `${name}: ${warning}`),
  )
  return { ...numbers, digest: digestOf(numbers), warnings }
}

function difference(columns: readonly Float64Array[], place: number): Float64Array {
  return columns[place]!.map((value, i) => value - columns[0]![i]!)
}

function isUnknown(values: Float64Array): boolean {
  return Number.isNaN(values[0])
}

function known(values: Float64Array): ReturnType<typeof spreadOf> | null {
  return isUnknown(values) ? null : spreadOf(values)
}

function shareAbove(values: Float64Array): number {
  return values.reduce((sum, value) => sum + (value > 0 ? 1 : value === 0 ? 0.5 : 0), 0) / values.length
}

/** Per candidate, the share of the replicates in which its value is the highest. */
function chancesOfBest(columns: readonly Float64Array[]): number[] {
  const wins = columns.map(() => 0)
  const replicates = columns[0]!.length
  for (let r = 0; r < replicates; r++) {
    const highest = Math.max(...columns.map(column => column[r]!))
    const first = columns.flatMap((column, i) => (column[r] === highest ? [i] : []))
    for (const i of first) wins[i]! += 1 / first.length
  }
  return wins.map(count => Math.min(1, count / replicates))
}
