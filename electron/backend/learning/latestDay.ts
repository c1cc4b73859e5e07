import { dayOf } from '../../../core/history/calendarDay.ts'
import { todayIn } from '../../../core/market/marketClock.ts'

/** Today as a day since 1970-01-01, where it is latest: nothing has been delivered after it. `now` is epoch milliseconds. */
export function latestDay(now: number): number {
  return Math.max(...(['GB', 'ID'] as const).map(market => dayOf(todayIn(market, now)) ?? 0))
}
