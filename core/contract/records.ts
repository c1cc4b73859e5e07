import * as v from 'valibot'

import { verdict } from '../eligibility/verdict.ts'
import {
  accountTypes,
  categories,
  productSources,
  restrictions,
  sounds,
  visibilities,
} from '../order/promoteOrder.ts'
import * as f from './fields.ts'

/** What a person types about a creator. */
export const creatorFields = v.strictObject({
  handle: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^@?[\p{L}\p{N}._]{2,32}$/u, 'a handle of 2 to 32 letters, digits, dots or underscores'),
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
})
export type ProductFields = v.InferOutput<typeof productFields>

export const product = v.strictObject({
  id: f.id,
  ...productFields.entries,
  currency: f.currency,
  createdAt: f.epochMs,
  updatedAt: f.epochMs,
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
  /** May this video be promoted today, by the leading product; null when it has no product yet. */
  verdict: v.nullable(verdict),
})
export type Video = v.InferOutput<typeof video>
