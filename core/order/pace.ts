import type { DeliveryDay } from '../contract/orders.ts'
import { dayOf } from '../history/calendarDay.ts'

/** Over 90% spent before 80% of the period (A10). */
const most = { spent: 0.9, passed: 0.8 } as const

export type SpentEarly = {
  readonly date: string
  readonly spentMinor: number
  /** Share of the period that had passed at the end of that day. */
  readonly passed: number
}

/** The first day by which most of the budget was spent too early (A10). Days in order; all are as long as each other. */
export function spentEarly(
  days: readonly Pick<DeliveryDay, 'date' | 'spendMinor'>[],
  order: { readonly startsAt: string; readonly durationDays: number; readonly budgetMinor: number },
): SpentEarly | undefined {
  const start = dayOf(order.startsAt.slice(0, 10)) ?? 0
  let spentMinor = 0
  for (const { date, spendMinor } of days) {
    spentMinor += spendMinor
    const passed = ((dayOf(date) ?? 0) - start + 1) / order.durationDays
    if (passed >= most.passed) return undefined
    if (spentMinor > most.spent * order.budgetMinor) return { date, spentMinor, passed: Math.max(0, passed) }
  }
  return undefined
}
