import type { DeliveryDay } from '../contract/orders.ts'
import type { Transfer } from '../ledger/transfer.ts'
import type { MarketCode } from '../market/marketProfile.ts'
import type { Currency } from '../money/money.ts'
import type { OrderState } from '../order/orderState.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import type { Invoice } from './invoice.ts'
import type { Tolerances } from './tolerances.ts'

export type AuditedDay = DeliveryDay & {
  /** When it was last reported. Epoch milliseconds. */
  readonly reportedAt: number
}

/** One report of a day that was restated. */
export type AuditedVersion = {
  readonly date: string
  readonly version: number
  readonly spendMinor: number
  readonly linkClicks: number
  readonly conversions: number | null
}

export type AuditedPayment = {
  readonly netMinor: number
  readonly taxMinor: number
  readonly taxRate: number
  readonly couponMinor: number
  readonly reference: string
  readonly vatNumber: string | null
  readonly paidAt: number
}

export type AuditedForecast = {
  readonly createdAt: number
  readonly digest: string
  readonly p10: number | null
  readonly p90: number | null
  /** As it was frozen (interfaces.md 2). */
  readonly orderFile: string
}

/** An entry of the log about the order. */
export type AuditedEntry = {
  readonly seq: number
  readonly at: number
  readonly what: string
  readonly payload: unknown
}

/** All that is known of one order: what the rules of an audit look at. Lists are in the order in which they came. */
export type OrderRecord = {
  readonly id: string
  /** Of the video. */
  readonly title: string
  readonly market: MarketCode
  readonly currency: Currency
  readonly state: OrderState
  readonly budgetMinor: number
  readonly couponMinor: number
  readonly durationDays: number
  readonly startsAt: string
  /** With the facts of the day of payment (A16); null where the records make no order. */
  readonly order: PromoteOrder | null
  readonly openShare: number | undefined
  readonly payment: AuditedPayment | null
  readonly invoice: Invoice | null
  readonly transfers: readonly Transfer[]
  readonly days: readonly AuditedDay[]
  /** Of days that were reported more than once. */
  readonly versions: readonly AuditedVersion[]
  readonly forecast: AuditedForecast | null
  readonly events: readonly {
    readonly at: number
    readonly from: OrderState | null
    readonly to: OrderState
  }[]
  readonly entries: readonly AuditedEntry[]
}

/** What an audit is made under. */
export type AuditOccasion = {
  /** Epoch milliseconds. */
  readonly now: number
  readonly tolerances: Tolerances
  /** The workspace is the demo, where simulated days are all there is. */
  readonly isDemo: boolean
}
