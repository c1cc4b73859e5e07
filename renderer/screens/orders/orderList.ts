import type { OrderRow } from '../../../core/contract/orders.ts'
import { type OrderState, orderStates } from '../../../core/order/orderState.ts'

export const views = ['all', 'decide', 'running', 'finished', 'unpaid', 'outside'] as const
export type View = (typeof views)[number]

const finished: ReadonlySet<OrderState> = new Set([
  'completed',
  'cancelled',
  'rejected',
  'refund_requested',
  'refunded',
])
const running: ReadonlySet<OrderState> = new Set(['in_review', 'scheduled', 'active', 'paused'])
const unpaid: ReadonlySet<OrderState> = new Set(['draft', 'awaiting_payment', 'payment_failed'])

/** A finished delivery outside the 80% interval of the forecast it was paid on. */
export function isOutside(row: OrderRow): boolean {
  const forecast = row.forecastLinkClicks
  if (row.state !== 'completed' || row.linkClicks === null || forecast === null) return false
  return row.linkClicks < (forecast.p10 ?? 0) || row.linkClicks > (forecast.p90 ?? Infinity)
}

const waiting: ReadonlySet<OrderState> = new Set(['awaiting_payment', 'payment_failed', 'rejected'])

/** Whether the order stands still until a person does something. */
export function needsDecision(row: OrderRow): boolean {
  return waiting.has(row.state)
}

export type Accuracy = { readonly completed: number; readonly inside: number }

/** How many completed orders ended inside the 80% interval they were paid on. */
export function accuracyOf(rows: readonly OrderRow[]): Accuracy {
  const judged = rows.filter(
    row => row.state === 'completed' && row.linkClicks !== null && row.forecastLinkClicks !== null,
  )
  return { completed: judged.length, inside: judged.filter(row => !isOutside(row)).length }
}

const belongs: { readonly [V in View]: (row: OrderRow) => boolean } = {
  all: () => true,
  decide: needsDecision,
  running: row => running.has(row.state),
  finished: row => finished.has(row.state),
  unpaid: row => unpaid.has(row.state),
  outside: isOutside,
}

export function isIn(view: View, row: OrderRow): boolean {
  return belongs[view](row)
}

export const sortKeys = [
  'video',
  'creator',
  'market',
  'state',
  'budget',
  'spent',
  'clicks',
  'target',
  'runs',
] as const
export type SortKey = (typeof sortKeys)[number]

/** What each column is sorted by. Pounds stand before rupiah: amounts of two currencies have no order (L5). */
export const sortValues: { readonly [K in SortKey]: (row: OrderRow) => string | number | null } = {
  video: row => row.videoTitle,
  creator: row => row.creatorHandle,
  market: row => row.market,
  state: row => orderStates.indexOf(row.state),
  budget: row => amongCurrencies(row, row.budgetMinor),
  spent: row => (row.spentMinor === null ? null : amongCurrencies(row, row.spentMinor)),
  clicks: row => row.linkClicks,
  target: row => row.targetReached,
  runs: row => row.startsAt,
}

/** Far above any amount of one order, and exact as a double. */
const currencyStep = 2 ** 50

function amongCurrencies(row: OrderRow, minor: number): number {
  return row.currency === 'GBP' ? minor : currencyStep + minor
}

/** Whether video, creator or product holds what is searched for. */
export function isOrderFound(row: OrderRow, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [row.videoTitle, row.creatorHandle, row.productName].some(each =>
    each.toLowerCase().includes(wanted),
  )
}

export type CurrencySum = {
  readonly currency: OrderRow['currency']
  readonly committedMinor: number
  readonly spentMinor: number
}

/** Budgets of paid orders and what was spent, each currency for itself: they are never added together (L5). */
export function sumByCurrency(rows: readonly OrderRow[]): CurrencySum[] {
  return (['GBP', 'IDR'] as const)
    .map(currency => {
      const own = rows.filter(row => row.currency === currency)
      const paid = own.filter(row => !unpaid.has(row.state))
      return {
        currency,
        committedMinor: paid.reduce((sum, row) => sum + row.budgetMinor, 0),
        spentMinor: own.reduce((sum, row) => sum + (row.spentMinor ?? 0), 0),
      }
    })
    .filter(sum => sum.committedMinor + sum.spentMinor > 0)
}
