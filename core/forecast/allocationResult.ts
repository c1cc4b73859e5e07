import * as v from 'valibot'

import { maximisable } from './analysis.ts'
import { resultHead } from './resultHead.ts'
import { spread } from './spread.ts'

const spreadOrNull = v.nullable(spread)

/** A budget split over several orders (FO6), with what it delivers against an even split. Money is major units. */
export const allocationResult = v.strictObject({
  ...resultHead,
  digest: v.string(),
  maximise: v.picklist(maximisable),
  budget: v.number(),
  /** What is better not spent; 0 when clicks are sought. */
  unspent: v.number(),
  allocations: v.array(
    v.strictObject({
      name: v.string(),
      budget: v.number(),
      linkClicks: spread,
      conversions: spreadOrNull,
      spend: spread,
      profit: spreadOrNull,
    }),
  ),
  total: v.strictObject({
    linkClicks: spread,
    conversions: spreadOrNull,
    spend: spread,
    profit: spreadOrNull,
  }),
  /** The same for equal shares. */
  even: v.strictObject({
    linkClicks: spread,
    conversions: spreadOrNull,
    spend: spread,
    profit: spreadOrNull,
  }),
  /** What is sought, more of it than an even split brings, and the chance that it is more. Ties count half. */
  gain: spread,
  chanceBetter: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  warnings: v.array(v.string()),
})
export type AllocationResult = v.InferOutput<typeof allocationResult>
