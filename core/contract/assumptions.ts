import * as v from 'valibot'

import { spread } from '../forecast/spread.ts'
import { say } from '../words/say.ts'
import * as f from './fields.ts'

export const profileValue = v.union([
  v.number(),
  v.pipe(v.array(v.number()), v.readonly()),
  v.pipe(v.record(v.string(), v.number()), v.readonly()),
])
const grade = v.picklist(['A', 'B', 'C', 'D', 'I'])
const sourced = { value: profileValue, grade, source: v.string(), date: v.string() }

/** The assumptions of a market as forecasts use them, before what is learnt from deliveries. */
export const profileShown = v.strictObject({
  market: f.market,
  currency: f.currency,
  version: v.string(),
  entries: v.array(
    v.strictObject({
      /** What names the entry in requests. */
      entry: v.string(),
      /** Its id in the specification. */
      id: v.string(),
      name: v.string(),
      unit: v.string(),
      ...sourced,
      shipped: v.strictObject(sourced),
      /** Null where the shipped one stands. */
      edit: v.nullable(v.strictObject({ reason: v.string(), at: f.epochMs, who: v.string() })),
    }),
  ),
  /** Every edit, the latest first, with the version that it made. */
  versions: v.array(
    v.strictObject({
      version: v.string(),
      at: f.epochMs,
      who: v.string(),
      reason: v.string(),
      entry: v.string(),
      from: profileValue,
      to: profileValue,
    }),
  ),
})
export type ProfileShown = v.InferOutput<typeof profileShown>

/** A null value goes back to the shipped entry; source, date and grade are the shipped ones then. */
export const editProfileEntry = v.strictObject({
  market: f.market,
  entry: v.string(),
  value: v.nullable(profileValue),
  source: v.pipe(v.string(), v.trim(), v.maxLength(500)),
  date: v.pipe(v.string(), v.trim(), v.maxLength(10)),
  grade,
  reason: v.pipe(v.string(), v.trim(), v.minLength(1, say('why it is changed')), v.maxLength(500)),
})
export type ProfileEdit = v.InferOutput<typeof editProfileEntry>

/** What an edit would change of an order's forecast before it is saved, under the same chance. */
export const startEffect = v.strictObject({
  market: f.market,
  entry: v.string(),
  value: v.nullable(profileValue),
  orderId: f.id,
  seed: f.count,
  replicates: f.count,
  key: f.id,
})

const head = v.strictObject({
  linkClicks: spread,
  conversions: v.nullable(spread),
  profit: v.nullable(spread),
  targetReached: f.share,
})
export const effectShown = v.strictObject({
  kind: v.literal('effect'),
  currency: f.currency,
  before: head,
  after: head,
})
export type EffectShown = v.InferOutput<typeof effectShown>
