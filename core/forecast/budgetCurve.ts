import { audienceSize } from '../audience/audienceCells.ts'
import { toMajor } from '../money/money.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { type DeliveryTable, totalColumn } from '../simulation/deliveryTable.ts'
import type { CurveAnalysis } from './analysis.ts'
import { concaveSlopes } from './concaveSlopes.ts'
import type { CurveResult } from './curveResult.ts'
import { digestOf } from './digest.ts'
import { forecastWarnings } from './forecastWarnings.ts'
import { meanAndError } from './meanAndError.ts'
import { probabilitiesOf } from './probabilities.ts'
import { quantitiesOf } from './quantities.ts'
import { headOf } from './resultHead.ts'
import type { Scenario } from './scenario.ts'
import { withBudget } from './withBudget.ts'

const steps = [0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7, 10] as const
/** A further click that costs this much more than the first ones tells that people are getting scarce. */
const scarceFactor = 1.2

/** Sixteen budgets around the order's own, in minor units; fewer where it is only a few of them. */
export function budgetLadder(order: PromoteOrder): readonly number[] {
  return [...new Set(steps.map(step => Math.max(1, Math.round(order.budget.minor * step))))]
}

export function curveScenarios({ order, profile, seed, replicates }: CurveAnalysis): readonly Scenario[] {
  return budgetLadder(order).map(minor => ({
    order: withBudget(order, minor),
    profile,
    seed,
    replicates,
    subject: 0,
  }))
}

/** `tables` are those of `curveScenarios(analysis)`, in their order. */
export function assembleCurve(analysis: CurveAnalysis, tables: readonly DeliveryTable[]): CurveResult {
  const { order, replicates, profile } = analysis
  const ladder = budgetLadder(order)
  const own = ladder.indexOf(order.budget.minor)
  const column = (name: 'spend' | 'linkClicks' | 'profit') =>
    tables.map(table => meanAndError(totalColumn(table, name, replicates)).mean)
  const [spend, clicks, profit] = [column('spend'), column('linkClicks'), column('profit')]
  const hasProfit = !profit.some(Number.isNaN)
  const slopes = hasProfit ? concaveSlopes(spend, profit) : undefined
  const marginalCosts = clicks.map((count, i) => marginal(spend, clicks, i, count))
  const numbers = {
    ...headOf(analysis),
    own,
    points: ladder.map((minor, i) => {
      const scenario = { order: withBudget(order, minor), replicates }
      const table = tables[i]!
      const all = quantitiesOf(scenario.order, name => totalColumn(table, name, replicates))
      const { targetReached, budgetFullySpent } = probabilitiesOf(scenario, table)
      return {
        budget: toMajor(scenario.order.budget),
        linkClicks: all.linkClicks,
        spend: all.spend,
        conversions: all.conversions,
        profit: all.profit,
        costPerClick: all.costPerClick,
        targetReached,
        budgetFullySpent,
        marginalCostPerClick: marginalCosts[i]!,
        marginalProfit: slopes?.[i] ?? null,
      }
    }),
    scarceFrom: scarceFrom(order, spend, clicks),
    ...adviceOf(analysis, tables, hasProfit ? profit : undefined),
  }
  return {
    ...numbers,
    digest: digestOf(numbers),
    warnings: forecastWarnings(order, audienceSize(order.audience, profile)),
  }
}

function marginal(
  spend: readonly number[],
  clicks: readonly number[],
  i: number,
  count: number,
): number | null {
  const more = count - (clicks[i - 1] ?? 0)
  return more > 0 ? (spend[i]! - (spend[i - 1] ?? 0)) / more : null
}

/** From slopes that cannot rise, so that chance alone does not look like scarcity. */
function scarceFrom(order: PromoteOrder, spend: readonly number[], clicks: readonly number[]): number | null {
  const clicksPerUnit = concaveSlopes(spend, clicks)
  const first = clicksPerUnit[0] ?? 0
  const place = clicksPerUnit.findIndex(slope => slope * scarceFactor < first)
  return place < 0 ? null : toMajor(withBudget(order, budgetLadder(order)[place]!).budget)
}

/** Not to run is a budget too, of no profit and no loss. */
function adviceOf(
  { order, replicates }: CurveAnalysis,
  tables: readonly DeliveryTable[],
  profit: readonly number[] | undefined,
): Pick<CurveResult, 'bestBudget' | 'advice' | 'gain'> {
  if (profit === undefined) return { bestBudget: null, advice: 'unknown', gain: null }
  const ladder = budgetLadder(order)
  const own = totalColumn(tables[ladder.indexOf(order.budget.minor)]!, 'profit', replicates)
  const highest = Math.max(0, ...profit)
  const place = highest > 0 ? profit.indexOf(highest) : -1
  const best = place < 0 ? own.map(() => 0) : totalColumn(tables[place]!, 'profit', replicates)
  const gain = meanAndError(best.map((value, i) => value - own[i]!))
  const minor = place < 0 ? 0 : ladder[place]!
  const isClear = gain.mean > 2 * gain.error
  const better = minor === 0 ? 'do_not_run' : minor < order.budget.minor ? 'spend_less' : 'spend_more'
  return {
    bestBudget: toMajor(withBudget(order, minor).budget),
    advice: isClear ? better : 'run',
    gain,
  }
}
