import * as v from 'valibot'

import { type OrderGroup, orderGroups, sortKeys } from '../order/orderGroups.ts'
import { longestOrderDays } from '../order/orderSchema.ts'
import { type OrderState, orderStates } from '../order/orderState.ts'
import { pacings, payers } from '../order/promoteOrder.ts'
import * as f from './fields.ts'
import { orderRow } from './orders.ts'

/** A way to look at the orders: which ones, in what order, with which columns (U33). */
export const orderView = v.strictObject({
  group: v.picklist(orderGroups),
  /** Words that creator, video and product must have. */
  search: v.pipe(v.string(), v.maxLength(200)),
  /** Any of these; every state when empty. */
  states: v.array(v.picklist(orderStates)),
  market: v.nullable(f.market),
  creatorId: v.nullable(f.id),
  videoId: v.nullable(f.id),
  /** First and last day on which an order may start. */
  startsFrom: v.nullable(f.isoDate),
  startsTo: v.nullable(f.isoDate),
  /** Those put away instead of those in use. */
  archived: v.boolean(),
  sort: v.strictObject({ key: v.picklist(sortKeys), isDescending: v.boolean() }),
  /** Keys of the columns that are shown; null for the usual ones. */
  columns: v.nullable(v.array(v.pipe(v.string(), v.maxLength(40)))),
})
export type OrderView = v.InferOutput<typeof orderView>

/** Far more than a screen shows. */
const longestPage = 500

/** The order last changed first. */
export const everyOrder: OrderView = {
  group: 'all',
  search: '',
  states: [],
  market: null,
  creatorId: null,
  videoId: null,
  startsFrom: null,
  startsTo: null,
  archived: false,
  sort: { key: 'updated', isDescending: true },
  columns: null,
}

export const listOrders = v.strictObject({
  view: v.optional(orderView, everyOrder),
  /** Place of the first row that is wanted, from 0. */
  from: v.optional(f.count, 0),
  count: v.optional(v.pipe(f.count, v.maxValue(longestPage)), 100),
})

const sums = v.strictObject({
  currency: f.currency,
  /** Net budgets of what was paid. */
  committedMinor: f.minor,
  spentMinor: f.minor,
})

/** A piece of a view, with what the whole of it adds up to. */
export const orderList = v.strictObject({
  rows: v.array(orderRow),
  /** How many orders the view has, and how many there are at all. */
  total: f.count,
  all: f.count,
  sums: v.array(sums),
  accuracy: v.strictObject({ completed: f.count, inside: f.count }),
  /** Orders by group and by state, of what search, market and dates leave. */
  groups: v.strictObject({
    all: f.count,
    decide: f.count,
    running: f.count,
    finished: f.count,
    unpaid: f.count,
    outside: f.count,
  } satisfies Record<OrderGroup, unknown>),
  states: v.strictObject({
    draft: f.count,
    awaiting_payment: f.count,
    in_review: f.count,
    rejected: f.count,
    scheduled: f.count,
    active: f.count,
    paused: f.count,
    completed: f.count,
    cancelled: f.count,
    payment_failed: f.count,
    refund_requested: f.count,
    refunded: f.count,
  } satisfies Record<OrderState, unknown>),
})
export type OrderList = v.InferOutput<typeof orderList>

/** Named orders, or all of a view but some. */
export const orderSelection = v.variant('kind', [
  v.strictObject({ kind: v.literal('ids'), ids: v.pipe(v.array(f.id), v.minLength(1)) }),
  v.strictObject({ kind: v.literal('view'), view: orderView, except: v.array(f.id) }),
])
export type OrderSelection = v.InferOutput<typeof orderSelection>

/** A change of many orders at once. Money and review have fixed some: those are left out and say why. */
export const bulkChange = v.strictObject({
  /** New net budget: an amount for all, which have one currency then, or each its own times a factor. */
  budgetMinor: v.optional(f.positiveMinor),
  budgetFactor: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(100))),
  durationDays: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(longestOrderDays))),
  /** New local start, or each its own shifted by days. */
  startsAt: v.optional(f.localDateTime),
  shiftDays: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(-3650), v.maxValue(3650))),
  targetLinkClicks: v.optional(f.count),
  pacing: v.optional(v.picklist(pacings)),
  payer: v.optional(v.picklist(payers)),
  audience: v.optional(f.audience),
})
export type BulkChange = v.InferOutput<typeof bulkChange>

const drafted = v.strictObject({
  budgetMinor: f.minor,
  durationDays: v.number(),
  startsAt: f.localDateTime,
  targetLinkClicks: f.count,
  pacing: v.picklist(pacings),
  payer: v.picklist(payers),
  audience: f.audience,
})

/** What a change of many orders would do: how many it changes, some of them before and after, and why others stay. */
export const bulkPreview = v.strictObject({
  changed: f.count,
  unchanged: f.count,
  sample: v.array(
    v.strictObject({
      id: f.id,
      videoTitle: v.string(),
      creatorHandle: v.string(),
      currency: f.currency,
      before: drafted,
      after: drafted,
    }),
  ),
  refused: v.array(v.strictObject({ why: v.string(), count: f.count, examples: v.array(v.string()) })),
})
export type BulkPreview = v.InferOutput<typeof bulkPreview>

export const bulkEdit = { selection: orderSelection, change: bulkChange }
/** What was done, under a name by which it is undone as a whole. */
export const bulkDone = v.strictObject({ commandId: f.id, changed: f.count, refused: f.count })
export type BulkDone = v.InferOutput<typeof bulkDone>

export const savedView = v.strictObject({ id: f.id, name: f.name, view: orderView })
export type SavedView = v.InferOutput<typeof savedView>
