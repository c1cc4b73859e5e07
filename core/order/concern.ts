import type { DeliveryDay } from '../contract/orders.ts'
import { dayOf, isoDay } from '../history/calendarDay.ts'
import { daysTouched } from './calendar.ts'
import type { OrderState } from './orderState.ts'
import { spentEarly } from './pace.ts'
import type { Pacing } from './promoteOrder.ts'
import type { Standing } from './standing.ts'

/** What a paid order that is not ended may ask of a person, the most urgent first. */
export const concerns = ['forbidden', 'over', 'unreported', 'below', 'fast', 'above'] as const
export type Concern = (typeof concerns)[number]

export type OrderUnderWay = {
  readonly state: OrderState
  readonly startsAt: string
  readonly durationDays: number
  readonly budgetMinor: number
  readonly pacing: Pacing
  /** By the facts of today. */
  readonly isAllowed: boolean
  /** Reported days, in order. */
  readonly days: readonly DeliveryDay[]
  /** Of the days that are over; undefined where none is reported, or no forecast was frozen. */
  readonly standing: Standing | undefined
}

/** A dashboard may take a day to show a day (T11). */
const reportLagDays = 1

/** Why an order under way wants a look on a day (ISO, of its market); null where all goes as it should. */
export function concernOf(order: OrderUnderWay, today: string): Concern | null {
  if (!order.isAllowed) return 'forbidden'
  if (order.state !== 'active' && order.state !== 'paused') return null
  if (daysTouched(order.startsAt, order.durationDays).last < today) return 'over'
  if (order.state === 'active' && isReportDue(order, today)) return 'unreported'
  if (order.standing?.place === 'below') return 'below'
  if (order.pacing === 'even' && spentEarly(order.days, order) !== undefined) return 'fast'
  return order.standing?.place === 'above' ? 'above' : null
}

/** Whether a day is over for longer than its report takes, and neither it nor a later one is reported. */
function isReportDue({ startsAt, days }: Pick<OrderUnderWay, 'startsAt' | 'days'>, today: string): boolean {
  const due = isoDay((dayOf(today) ?? 0) - 1 - reportLagDays)
  return startsAt.slice(0, 10) <= due && (days.at(-1)?.date ?? '') < due
}
