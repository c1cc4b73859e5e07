import * as v from 'valibot'

import { constraints } from './losses.ts'
import { spread } from './spread.ts'

const spreadOrNull = v.nullable(spread)
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** What is forecast of an order, and of each of its days (FO1). Money is major units. */
const quantities = {
  linkClicks: spread,
  spend: spread,
  impressions: spread,
  reach: spread,
  frequency: spread,
  pageViews: spread,
  conversions: spreadOrNull,
  revenue: spreadOrNull,
  profit: spreadOrNull,
  costPerClick: spread,
  costPerConversion: spreadOrNull,
  roas: spreadOrNull,
}
const quantitiesObject = v.strictObject(quantities)
export type Quantities = v.InferOutput<typeof quantitiesObject>

/** Forecasts frozen by model 0.1 lack what came with 0.2; they are read as not knowing it. */
const unknown = { mean: null, p025: null, p10: null, p25: null, p50: null, p75: null, p90: null, p975: null }
const spreadSinceModel2 = v.optional(spread, unknown)
const sinceModel2 = {
  reach: spreadSinceModel2,
  frequency: spreadSinceModel2,
  pageViews: spreadSinceModel2,
  revenue: v.optional(spreadOrNull, null),
  profit: v.optional(spreadOrNull, null),
  costPerClick: spreadSinceModel2,
  costPerConversion: v.optional(spreadOrNull, null),
  roas: v.optional(spreadOrNull, null),
}

/** The answer of `forecast`, in the shape of interfaces.md 3. Money is major units. */
export const forecastResult = v.strictObject({
  modelVersion: v.string(),
  profileVersion: v.string(),
  seed: v.number(),
  replicates: v.number(),
  /** `sha256:` and 64 hex digits over the canonical bytes of everything else but `digest` itself. */
  digest: v.string(),
  currency: v.picklist(['GBP', 'IDR']),
  totals: quantitiesObject,
  probability: v.strictObject({
    targetReached: share,
    budgetFullySpent: share,
    noConversion: v.nullable(share),
    loss: v.nullable(share),
  }),
  days: v.array(
    v.strictObject({
      /** Local date on which this day of the order begins; a day of the order runs from its start's clock time. */
      date: v.string(),
      hours: v.number(),
      ...quantities,
      ...sinceModel2,
      /** Sums since the start of the order. */
      reachSoFar: spreadSinceModel2,
      linkClicksSoFar: spread,
      conversionsSoFar: spreadOrNull,
      /** As a dashboard shows them at the end of the day: orders arrive after their click (DE10). */
      conversionsSeen: spreadOrNull,
    }),
  ),
  /** Fifty equally likely outcomes of link clicks, ascending: the quantiles 1%, 3% … 99%. */
  outcomes: v.array(v.number()),
  /** Mean link clicks that each constraint costs, with their standard error (FO4); none in a partial forecast. */
  losses: v.array(
    v.strictObject({ constraint: v.picklist(constraints), linkClicks: v.number(), error: v.number() }),
  ),
  /** Standard errors of link clicks that come from the number of replicates, as shares of the value (FO7). */
  monteCarloError: v.optional(
    v.strictObject({
      mean: v.nullable(v.number()),
      p10: v.nullable(v.number()),
      p50: v.nullable(v.number()),
      p90: v.nullable(v.number()),
    }),
    { mean: null, p10: null, p50: null, p90: null },
  ),
  /** Weight of the user's own orders in the rates, 0 to 1 (RA2). */
  ownDataWeight: share,
  /** People the audience reaches at most. */
  audienceSize: v.number(),
  assumptions: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      value: v.union([
        v.number(),
        v.pipe(v.array(v.number()), v.readonly()),
        v.pipe(v.record(v.string(), v.number()), v.readonly()),
      ]),
      unit: v.string(),
      source: v.string(),
      date: v.string(),
      grade: v.picklist(['A', 'B', 'C', 'D', 'I']),
    }),
  ),
  warnings: v.array(v.string()),
})
export type ForecastResult = v.InferOutput<typeof forecastResult>
