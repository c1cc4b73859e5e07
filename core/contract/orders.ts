import * as v from 'valibot'

import { verdict } from '../eligibility/verdict.ts'
import { forecastResult } from '../forecast/forecastResult.ts'
import { spread } from '../forecast/spread.ts'
import { orderStates } from '../order/orderState.ts'
import { entrances, goals, pacings, payers, priceRules } from '../order/promoteOrder.ts'
import * as f from './fields.ts'

/** An order as it is being written in the console: facts of creator, video and product are looked up by the backend. */
export const orderDraft = v.strictObject({
  videoId: f.id,
  productId: f.id,
  entrance: v.picklist(entrances),
  goal: v.picklist(goals),
  audience: f.audience,
  /** Net budget of the whole order, in minor units of the video's market. */
  budgetMinor: f.minor,
  durationDays: v.pipe(v.number(), v.safeInteger()),
  startsAt: f.localDateTime,
  targetLinkClicks: f.count,
  payer: v.picklist(payers),
  pacing: v.picklist(pacings),
  priceRule: v.picklist(priceRules),
  hours: v.nullable(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(23)))),
  notes: f.longText,
  /** What a coupon takes off what is paid (T3). */
  couponMinor: v.optional(v.pipe(f.minor, v.minValue(0)), 0),
})
export type OrderDraft = v.InferOutput<typeof orderDraft>

/** What a draft costs and whether it may be paid; recomputed as the draft changes. */
export const orderCheck = v.strictObject({
  verdict,
  audienceSize: f.count,
  /** Share of the market's adults, 0 to 1. */
  audienceShare: f.share,
  currency: f.currency,
  netMinor: f.minor,
  taxMinor: f.minor,
  grossMinor: f.minor,
  couponMinor: f.minor,
  taxRate: f.share,
  warnings: v.array(v.string()),
})
export type OrderCheck = v.InferOutput<typeof orderCheck>

export const paymentMethods = ['card', 'coins', 'wallet', 'bank_transfer', 'other'] as const

/** Tax comes on top when the balance is topped up, or out of it as it is used (T5). */
export const taxMoments = ['top_up', 'consumption'] as const

/** What the payer says of a payment beside its amounts. */
export const paymentTerms = {
  method: v.picklist(paymentMethods),
  reference: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** Share of the net budget; null for the market's own (T6, T8). */
  taxRate: v.optional(v.nullable(f.share), null),
  taxTaken: v.optional(v.nullable(v.picklist(taxMoments)), null),
  /** With a valid one no VAT is charged in GB (T6). */
  vatNumber: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(30))), null),
  /** Kept back for the tax office, Article 23 (T7). */
  withheldMinor: v.optional(v.pipe(f.minor, v.minValue(0)), 0),
  /** Coins, and minor units a coin (T1): noted apart from the money. */
  coins: v.optional(v.nullable(v.pipe(f.count, v.minValue(1))), null),
  coinRate: v.optional(v.nullable(v.pipe(v.number(), v.gtValue(0), v.finite())), null),
}

export const payment = v.strictObject({
  ...paymentTerms,
  reference: v.string(),
  taxRate: f.share,
  vatNumber: v.nullable(v.string()),
  couponMinor: f.minor,
  currency: f.currency,
  netMinor: f.minor,
  taxMinor: f.minor,
  grossMinor: f.minor,
  paidAt: f.epochMs,
})
export type Payment = v.InferOutput<typeof payment>

export const orderRow = v.strictObject({
  id: f.id,
  market: f.market,
  currency: f.currency,
  state: v.picklist(orderStates),
  videoId: f.id,
  productId: f.id,
  creatorId: f.id,
  videoTitle: v.string(),
  creatorHandle: v.string(),
  productName: v.string(),
  audience: f.audience,
  budgetMinor: f.minor,
  durationDays: f.count,
  startsAt: f.localDateTime,
  targetLinkClicks: f.count,
  goal: v.picklist(goals),
  payer: v.picklist(payers),
  /** Actual totals so far; null without any delivery. */
  spentMinor: v.nullable(f.minor),
  linkClicks: v.nullable(f.count),
  conversions: v.nullable(f.count),
  /** Of the frozen forecast; null before payment. */
  forecastLinkClicks: v.nullable(spread),
  targetReached: v.nullable(f.share),
  createdAt: f.epochMs,
  updatedAt: f.epochMs,
  archivedAt: v.nullable(f.epochMs),
})
export type OrderRow = v.InferOutput<typeof orderRow>

export const deliveryDay = v.strictObject({
  date: f.isoDate,
  impressions: f.count,
  reach: v.nullable(f.count),
  linkClicks: f.count,
  pageViews: v.nullable(f.count),
  conversions: v.nullable(f.count),
  spendMinor: f.minor,
  revenueMinor: v.nullable(f.minor),
  source: v.picklist(['typed', 'imported', 'simulated']),
})
export type DeliveryDay = v.InferOutput<typeof deliveryDay>

export const orderEvent = v.strictObject({
  at: f.epochMs,
  from: v.nullable(v.picklist(orderStates)),
  to: v.picklist(orderStates),
  what: v.string(),
  who: v.string(),
})
export type OrderEvent = v.InferOutput<typeof orderEvent>

export const order = v.strictObject({
  row: orderRow,
  draft: orderDraft,
  payment: v.nullable(payment),
  forecast: v.nullable(forecastResult),
  deliveries: v.array(deliveryDay),
  events: v.array(orderEvent),
})
export type Order = v.InferOutput<typeof order>
