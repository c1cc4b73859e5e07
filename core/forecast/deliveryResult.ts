import * as v from 'valibot'

import { ageBands, genders } from '../market/marketProfile.ts'

const count = v.nullable(v.number())

/** Sums of a day, or of the whole order; null without an order signal, or where profit is not known. */
const sums = {
  impressions: v.number(),
  reach: v.number(),
  linkClicks: v.number(),
  pageViews: v.number(),
  conversions: count,
  spend: v.number(),
  revenue: count,
  profit: count,
}

export const engines = ['slot', 'plain'] as const
export type EngineName = (typeof engines)[number]

/** One possible delivery of an order, day by day. Money is major units. */
export const deliveryResult = v.strictObject({
  modelVersion: v.string(),
  profileVersion: v.string(),
  seed: v.number(),
  engine: v.picklist(engines),
  currency: v.picklist(['GBP', 'IDR']),
  digest: v.string(),
  totals: v.strictObject(sums),
  /** `reach` is of the day, `reachSoFar` since the start; `conversionsSeen` as a dashboard shows them so far (DE10). */
  days: v.array(
    v.strictObject({ date: v.string(), ...sums, reachSoFar: v.number(), conversionsSeen: count }),
  ),
  /** Impressions, clicks and people of each group of the audience; they add up to the totals (DE8). */
  cells: v.array(
    v.strictObject({
      ageBand: v.picklist(ageBands),
      gender: v.picklist(genders),
      impressions: v.number(),
      linkClicks: v.number(),
      reach: v.number(),
    }),
  ),
  /** People who saw the ad at least 1, 2, 3 … times; they add up to the impressions (DE8). */
  reachAtLeast: v.array(v.number()),
  warnings: v.array(v.string()),
})
export type DeliveryResult = v.InferOutput<typeof deliveryResult>

/** Sums since the start, after each half hour of the order. */
export const halfHours = v.strictObject({
  impressions: v.array(v.number()),
  linkClicks: v.array(v.number()),
  conversions: v.array(count),
  spend: v.array(v.number()),
})
export type HalfHours = v.InferOutput<typeof halfHours>
