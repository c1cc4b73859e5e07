import type { OrderState } from './orderState.ts'

/** Orders by what they ask of a person. */
export const orderGroups = ['all', 'decide', 'running', 'finished', 'unpaid', 'outside'] as const
export type OrderGroup = (typeof orderGroups)[number]

/** What a table of orders can be sorted by. */
export const sortKeys = [
  'video',
  'creator',
  'product',
  'market',
  'state',
  'budget',
  'spent',
  'clicks',
  'conversions',
  'costPerClick',
  'target',
  'runs',
  'created',
  'updated',
] as const
export type SortKey = (typeof sortKeys)[number]

/** What the groups look at: the state, the clicks that came, and the 80% interval that the order was paid on. */
export type Grouped = {
  readonly state: OrderState
  readonly linkClicks: number | null
  readonly p10: number | null
  readonly p90: number | null
}

const waiting: ReadonlySet<OrderState> = new Set(['awaiting_payment', 'payment_failed', 'rejected'])
const running: ReadonlySet<OrderState> = new Set(['in_review', 'scheduled', 'active', 'paused'])
const unpaid: ReadonlySet<OrderState> = new Set(['draft', 'awaiting_payment', 'payment_failed'])
const finished: ReadonlySet<OrderState> = new Set([
  'completed',
  'cancelled',
  'rejected',
  'refund_requested',
  'refunded',
])

const belongs: { readonly [G in OrderGroup]: (order: Grouped) => boolean } = {
  all: () => true,
  decide: order => waiting.has(order.state),
  running: order => running.has(order.state),
  finished: order => finished.has(order.state),
  unpaid: order => unpaid.has(order.state),
  outside: isOutside,
}

export function isInGroup(group: OrderGroup, order: Grouped): boolean {
  return belongs[group](order)
}

/** A finished delivery that a forecast can be held against. */
export function isJudged({ state, linkClicks, p10, p90 }: Grouped): boolean {
  return state === 'completed' && linkClicks !== null && (p10 !== null || p90 !== null)
}

/** A finished delivery outside the 80% interval of the forecast it was paid on. */
export function isOutside(order: Grouped): boolean {
  const { linkClicks, p10, p90 } = order
  return isJudged(order) && linkClicks !== null && (linkClicks < (p10 ?? 0) || linkClicks > (p90 ?? Infinity))
}
