import * as v from 'valibot'

const amount = v.nullable(v.number())

/** Mean and quantiles of one quantity over the replicates; null where the quantity does not exist there. */
export const spread = v.strictObject({
  mean: amount,
  p025: amount,
  p10: amount,
  p25: amount,
  p50: amount,
  p75: amount,
  p90: amount,
  p975: amount,
})
export type Spread = v.InferOutput<typeof spread>

const spreadOrNull = v.nullable(spread)
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** The answer of `forecast`, in the shape of interfaces.md 3. Money is major units. */
export const forecastResult = v.strictObject({
  modelVersion: v.string(),
  profileVersion: v.string(),
  seed: v.number(),
  replicates: v.number(),
  /** `sha256:` and 64 hex digits over the canonical bytes of everything else but `digest` itself. */
  digest: v.string(),
  currency: v.picklist(['GBP', 'IDR']),
  totals: v.strictObject({
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
  }),
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
      linkClicks: spread,
      spend: spread,
      impressions: spread,
      linkClicksSoFar: spread,
      conversions: spreadOrNull,
      conversionsSoFar: spreadOrNull,
      /** As a dashboard shows them at the end of the day: orders arrive after their click (DE10). */
      conversionsSeen: spreadOrNull,
    }),
  ),
  /** Fifty equally likely outcomes of link clicks, ascending: the quantiles 1%, 3% … 99%. */
  outcomes: v.array(v.number()),
  losses: v.array(v.strictObject({ constraint: v.string(), linkClicks: v.number() })),
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
