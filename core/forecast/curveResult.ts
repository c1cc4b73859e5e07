import * as v from 'valibot'

import { resultHead } from './resultHead.ts'
import { spread } from './spread.ts'

const spreadOrNull = v.nullable(spread)
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/**
 * What to do about the budget (FO3), from expected profit: `run` where no other budget is clearly better, `unknown` where
 * profit is not forecast.
 */
const budgetAdvices = ['run', 'spend_less', 'spend_more', 'do_not_run', 'unknown'] as const

/** The budget curve of an order (FO3). Money is major units. */
export const curveResult = v.strictObject({
  ...resultHead,
  digest: v.string(),
  /** Place of the order's own budget among the points. */
  own: v.number(),
  points: v.array(
    v.strictObject({
      budget: v.number(),
      linkClicks: spread,
      spend: spread,
      conversions: spreadOrNull,
      profit: spreadOrNull,
      costPerClick: spread,
      targetReached: share,
      budgetFullySpent: share,
      /** What one more click costs between the budget before, or none, and this one; null without more clicks. */
      marginalCostPerClick: v.nullable(v.number()),
      /** Profit that one more unit of money spent there brings; it never rises from budget to budget. */
      marginalProfit: v.nullable(v.number()),
    }),
  ),
  /** The first budget at which a further click costs a fifth more than at the lowest one; null where none does. */
  scarceFrom: v.nullable(v.number()),
  /** The budget at which the last unit of money stops paying for itself: 0 where none does; null where that is not known. */
  bestBudget: v.nullable(v.number()),
  advice: v.picklist(budgetAdvices),
  /** Mean profit at the best budget less that at the order's own, and its standard error. */
  gain: v.nullable(v.strictObject({ mean: v.number(), error: v.number() })),
  warnings: v.array(v.string()),
})
export type CurveResult = v.InferOutput<typeof curveResult>
