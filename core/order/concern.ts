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

export type RunningOrder = {
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

/** Days of an order's calendar that have begun on a day (ISO, of its market); 0 before the first. */
export function daysBegun(
  { startsAt, durationDays }: Pick<RunningOrder, 'startsAt' | 'durationDays'>,
  today: string,
) {
  const begun = (dayOf(today) ?? 0) - (dayOf(startsAt.slice(0, 10)) ?? 0) + 1
  return Math.min(durationDays, Math.max(0, begun))
}

type Ranked = { readonly concern: Concern | null; readonly row: Pick<RunningOrder, 'startsAt'> }

/** Orders with a concern first, the most urgent ahead; then by their start. */
export function byUrgency(a: Ranked, b: Ranked): number {
  const rank = ({ concern }: Ranked) => (concern === null ? concerns.length : concerns.indexOf(concern))
  return rank(a) - rank(b) || a.row.startsAt.localeCompare(b.row.startsAt)
}

/** Why an order under way wants a look on a day (ISO, of its market); null where all goes as it should. */
export function concernOf(order: RunningOrder, today: string): Concern | null {
  if (!order.isAllowed) return 'forbidden'
  if (order.state !== 'active' && order.state !== 'paused') return null
  if (daysTouched(order.startsAt, order.durationDays).last < today) return 'over'
  if (order.state === 'active' && isReportDue(order, today)) return 'unreported'
  if (order.standing?.place === 'below') return 'below'
  if (order.pacing === 'even' && spentEarly(order.days, order) !== undefined) return 'fast'
  return order.standing?.place === 'above' ? 'above' : null
}

/** Whether a day is over for longer than its report takes, and neither it nor a later one is reported. */
function isReportDue({ startsAt, days }: Pick<RunningOrder, 'startsAt' | 'days'>, today: string): boolean {
  const due = isoDay((dayOf(today) ?? 0) - 1 - reportLagDays)
  return startsAt.slice(0, 10) <= due && (days.at(-1)?.date ?? '') < due
}
