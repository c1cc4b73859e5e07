import { audienceSize } from '../audience/audienceCells.ts'
import { money, toMajor } from '../money/money.ts'
import { type DeliveryTable, type TotalColumn, totalColumn } from '../simulation/deliveryTable.ts'
import type { AllocationResult } from './allocationResult.ts'
import type { AllocationAnalysis } from './analysis.ts'
import { digestOf } from './digest.ts'
import { forecastWarnings } from './forecastWarnings.ts'
import { headOf } from './resultHead.ts'
import type { Scenario } from './scenario.ts'
import { spreadOf } from './spreadOf.ts'
import { withBudget } from './withBudget.ts'

/** The candidates at their parts of the budget, then at equal ones. */
export function allocationScenarios(analysis: AllocationAnalysis): readonly Scenario[] {
  const { candidates, profile, seed, replicates } = analysis
  const at = (split: readonly number[]): Scenario[] =>
    candidates.map(({ order, subject, profile: own = profile }, i) => ({
      order: withBudget(order, split[i]!),
      profile: own,
      seed,
      replicates,
      subject,
    }))
  return [...at(analysis.split), ...at(evenSplit(analysis))]
}

function evenSplit({ candidates, budgetMinor }: AllocationAnalysis): readonly number[] {
  const upTo = (count: number) => Math.round((count * budgetMinor) / candidates.length)
  return candidates.map((_, i) => upTo(i + 1) - upTo(i))
}

/** `tables` are those of `allocationScenarios(analysis)`, in their order. */
export function assembleAllocation(
  analysis: AllocationAnalysis,
  tables: readonly DeliveryTable[],
): AllocationResult {
  const { candidates, profile, replicates, maximise, budgetMinor, split } = analysis
  const major = (minor: number) => toMajor(money(profile.currency, minor))
  const columns = (of: readonly DeliveryTable[]) => (name: TotalColumn) =>
    of.map(table => totalColumn(table, name, replicates))
  const chosen = columns(tables.slice(0, candidates.length))
  const even = columns(tables.slice(candidates.length))
  const sought = maximise === 'clicks' ? 'linkClicks' : 'profit'
  const before = sumOf(even(sought))
  const gain = sumOf(chosen(sought)).map((value, i) => value - before[i]!)
  const numbers = {
    ...headOf(analysis),
    maximise,
    budget: major(budgetMinor),
    unspent: major(budgetMinor - split.reduce((sum, minor) => sum + minor, 0)),
    allocations: candidates.map(({ name }, i) => ({
      name,
      budget: major(split[i]!),
      ...spreadsOf(column => chosen(column)[i]!),
    })),
    total: spreadsOf(column => sumOf(chosen(column))),
    even: spreadsOf(column => sumOf(even(column))),
    gain: spreadOf(gain),
    chanceBetter: gain.reduce((sum, value) => sum + (value > 0 ? 1 : value === 0 ? 0.5 : 0), 0) / replicates,
  }
  const warnings = candidates.flatMap(({ name, order }) =>
    forecastWarnings(order, audienceSize(order.audience, profile)).map(warning => `${name}: ${warning}`),
  )
  return { ...numbers, digest: digestOf(numbers), warnings }
}

function spreadsOf(columnOf: (column: TotalColumn) => Float64Array): AllocationResult['total'] {
  const known = (values: Float64Array) => (Number.isNaN(values[0]) ? null : spreadOf(values))
  return {
    linkClicks: spreadOf(columnOf('linkClicks')),
    conversions: known(columnOf('conversions')),
    spend: spreadOf(columnOf('spend')),
    profit: known(columnOf('profit')),
  }
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const [first, ...others] = columns
  return others.reduce((sum, column) => sum.map((value, i) => value + column[i]!), first!)
}
