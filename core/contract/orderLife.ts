import * as v from 'valibot'

import { accounts } from '../ledger/account.ts'
import { transferKinds } from '../ledger/transfer.ts'
import { orderStates } from '../order/orderState.ts'
import { say } from '../words/say.ts'
import * as f from './fields.ts'
import { deliveryDay } from './orders.ts'

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000))

/** A step of the order's life, with what happened in words. */
export const moveOrder = v.strictObject({ id: f.id, to: v.picklist(orderStates), what: words })

/** `commandId` is made by the page before it asks: sending it twice asks once (L2). */
const refund = { id: f.id, commandId: f.id, what: words }
/** Beyond any order, and far below where sums stop being exact. */
const refundMinor = v.pipe(f.count, v.maxValue(1e14, say('an amount that was paid')))
const amounts = { netMinor: refundMinor, taxMinor: refundMinor }

export const askRefund = v.strictObject({ ...refund, ...amounts })
export const answerRefund = v.variant('outcome', [
  v.strictObject({ ...refund, outcome: v.literal('refused') }),
  v.strictObject({
    ...refund,
    outcome: v.literal('completed'),
    ...amounts,
    into: v.picklist(['cash', 'platform_credit']),
    evidence: words,
  }),
])

/** No day of an order has more of anything: sums of days stay exact. */
const most = 1e12
const dayCount = v.pipe(f.count, v.maxValue(most, say('at most {{most}}', { most })))
const reportedDay = v.strictObject({
  ...deliveryDay.entries,
  impressions: dayCount,
  reach: v.nullable(dayCount),
  linkClicks: dayCount,
  pageViews: v.nullable(dayCount),
  conversions: v.nullable(dayCount),
  spendMinor: dayCount,
  revenueMinor: v.nullable(dayCount),
})

export const recordDeliveries = v.strictObject({
  id: f.id,
  days: v.pipe(v.array(reportedDay), v.minLength(1, say('at least one day'))),
})

/** One posting of an order's ledger; amounts are signed minor units. */
const transfer = v.strictObject({
  id: v.string(),
  kind: v.picklist(transferKinds),
  at: f.epochMs,
  who: v.string(),
  why: v.string(),
  evidence: v.nullable(v.string()),
  day: v.nullable(f.isoDate),
  lines: v.array(v.strictObject({ account: v.picklist(accounts), minor: f.minor })),
})

/** Where the money of an order stands (core/ledger/orderBook.ts), and how it came there. */
export const orderMoney = v.strictObject({
  currency: f.currency,
  book: v.strictObject({
    authorised: f.minor,
    captured: f.minor,
    refunded: f.minor,
    refundPending: f.minor,
    delivered: f.minor,
    prepaid: f.minor,
    paidGross: f.minor,
    tax: f.minor,
  }),
  transfers: v.array(transfer),
})
export type OrderMoney = v.InferOutput<typeof orderMoney>

/** Every report of every delivered day, the restated ones too (A19). */
export const deliveryReport = v.strictObject({
  ...deliveryDay.entries,
  version: f.count,
  recordedAt: f.epochMs,
})
export type DeliveryReport = v.InferOutput<typeof deliveryReport>

/** What the log says of a record, oldest first (L24). */
export const logged = v.strictObject({
  seq: f.count,
  at: f.epochMs,
  who: v.string(),
  what: v.string(),
  payload: v.unknown(),
})
export type Logged = v.InferOutput<typeof logged>
export const loggedKinds = [
  'creator',
  'product',
  'video',
  'order',
  'workspace',
  'history',
  'profile',
  'import',
] as const
