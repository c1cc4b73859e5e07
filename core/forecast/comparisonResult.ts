import * as v from 'valibot'

import { resultHead } from './resultHead.ts'
import { spread } from './spread.ts'

const spreadOrNull = v.nullable(spread)
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** Scenarios side by side, and their differences from the first under the same random numbers (FO5). Money is major units. */
export const comparisonResult = v.strictObject({
  ...resultHead,
  digest: v.string(),
  scenarios: v.array(
    v.strictObject({
      name: v.string(),
      /** The same video and product as the first scenario, so that it meets the same chance. */
      sharesChance: v.boolean(),
      budget: v.number(),
      linkClicks: spread,
      conversions: spreadOrNull,
      spend: spread,
      reach: spread,
      profit: spreadOrNull,
      costPerClick: spread,
      targetReached: share,
      loss: v.nullable(share),
      /** Share of the replicates in which no other scenario has more clicks, or more profit; ties are shared out. */
      bestClicks: share,
      bestProfit: v.nullable(share),
    }),
  ),
  /** Of each scenario after the first, against the first. */
  differences: v.array(
    v.strictObject({
      name: v.string(),
      linkClicks: spread,
      conversions: spreadOrNull,
      spend: spread,
      profit: spreadOrNull,
      /** Share of the replicates with more clicks, or more profit, than the first scenario; half of the ties. */
      moreClicks: share,
      moreProfit: v.nullable(share),
    }),
  ),
  warnings: v.array(v.string()),
})
export type ComparisonResult = v.InferOutput<typeof comparisonResult>
