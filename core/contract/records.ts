import * as v from 'valibot'

import { datedKinds } from '../eligibility/datedFacts.ts'
import { verdict } from '../eligibility/verdict.ts'
import {
  accountTypes,
  categories,
  productSources,
  restrictions,
  sounds,
  visibilities,
} from '../order/promoteOrder.ts'
import { say } from '../words/say.ts'
import * as f from './fields.ts'

/** Records that were put away, or that turned out to be another one. */
const kept = { archivedAt: v.nullable(f.epochMs) }
const mergeable = { ...kept, mergedInto: v.nullable(f.id) }

/** A record whose facts change over time: a creator, a video, a product by id, a market by its code. */
export const factSubject = { kind: v.picklist(datedKinds), id: f.id }
const factValue = v.nullable(v.union([v.boolean(), v.string(), v.number()]))

/** What held of a record from a day on; `0001-01-01` is what held before the first known change. */
export const datedFact = v.strictObject({
  fact: v.string(),
  from: f.isoDate,
  value: factValue,
  note: v.string(),
  recordedAt: f.epochMs,
  who: v.string(),
})
export type DatedFact = v.InferOutput<typeof datedFact>

export const recordFact = v.strictObject({
  ...factSubject,
  fact: v.string(),
  from: f.isoDate,
  value: factValue,
  note: v.pipe(v.string(), v.trim(), v.maxLength(500)),
})

export const archivable = ['creator', 'product', 'video', 'order'] as const
export const archiveRecords = v.strictObject({
  kind: v.picklist(archivable),
  ids: v.pipe(v.array(f.id), v.minLength(1)),
  archived: v.boolean(),
})
export type ArchiveRequest = v.InferOutput<typeof archiveRecords>

/** `id` turned out to be `into`; null takes that back. */
export const mergeRecords = v.strictObject({
  kind: v.picklist(['creator', 'product']),
  id: f.id,
  into: v.nullable(f.id),
})
export type MergeRequest = v.InferOutput<typeof mergeRecords>

/** What a person types about a creator. */
export const creatorFields = v.strictObject({
  handle: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^@?[\p{L}\p{N}._]{2,32}$/u, say('a handle of 2 to 32 letters, digits, dots or underscores')),
  ),
  displayName: f.name,
  market: f.market,
  accountType: v.picklist(accountTypes),
  birthDate: f.isoDate,
  anchorAccess: v.boolean(),
  termsAccepted: f.fact,
  political: f.fact,
  barred: f.fact,
})
export type CreatorFields = v.InferOutput<typeof creatorFields>

export const creator = v.strictObject({
  id: f.id,
  ...creatorFields.entries,
  createdAt: f.epochMs,
  updatedAt: f.epochMs,
  ...mergeable,
  videos: f.count,
  orders: f.count,
  /** Rules about the creator alone: may this creator promote at all today. */
  verdict,
})
export type Creator = v.InferOutput<typeof creator>

export const productFields = v.strictObject({
  market: f.market,
  source: v.picklist(productSources),
  name: f.name,
  url: v.pipe(v.string(), v.url(), v.maxLength(2000)),
  priceMinor: f.positiveMinor,
  commissionRate: v.nullable(f.share),
  conversionRate: v.nullable(f.share),
  unitCostMinor: v.nullable(v.pipe(f.minor, v.minValue(0))),
  restriction: v.nullable(v.picklist(restrictions)),
  sellerApproved: f.fact,
  lessHealthy: f.fact,
  ageRestricted: f.fact,
  alcohol: f.fact,
  category: v.optional(v.nullable(v.picklist(categories)), null),
})
export type ProductFields = v.InferOutput<typeof productFields>

export const product = v.strictObject({
  id: f.id,
  ...productFields.entries,
  currency: f.currency,
  createdAt: f.epochMs,
  updatedAt: f.epochMs,
  ...mergeable,
})
export type Product = v.InferOutput<typeof product>

/** The manual's four steps: link, products, name, posted. */
export const videoFields = v.strictObject({
  creatorId: f.id,
  title: f.name,
  /** The link text that viewers see on the anchor. */
  anchorName: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  /** Anchored products, the first one leads. */
  productIds: v.array(f.id),
  visibility: v.picklist(visibilities),
  sound: v.picklist(sounds),
  category: v.picklist(categories),
  /** Null while the video is not posted yet. */
  postedOn: v.nullable(f.isoDate),
  anchorAuthorised: f.fact,
  sellerAuthorised: f.fact,
  adLabel: f.fact,
})
export type VideoFields = v.InferOutput<typeof videoFields>

export const video = v.strictObject({
  id: f.id,
  ...videoFields.entries,
  market: f.market,
  creatorHandle: v.string(),
  products: v.array(product),
  orders: f.count,
  createdAt: f.epochMs,
  updatedAt: f.epochMs,
  ...kept,
  /** May this video be promoted today, by the leading product; null when it has no product yet. */
  verdict: v.nullable(verdict),
})
export type Video = v.InferOutput<typeof video>
