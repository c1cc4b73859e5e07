import { Temporal } from 'temporal-polyfill'

/** How many of the newest copies of a day, and how many days, weeks and months back one of each is kept (D22). */
export const retention = { today: 3, days: 7, weeks: 4, months: 12 } as const

/**
 * Which copies to keep, of those made at `times` (epoch milliseconds, in any order): the newest of today, and the newest of
 * each of the last days, weeks and months that have one, by the calendar of `zone`. A copy from after `now` is kept: a clock was
 * set back. Keeping what is kept keeps all of it.
 */
export function timesToKeep(times: readonly number[], now: number, zone: string): ReadonlySet<number> {
  const past = times.filter(at => at <= now).toSorted((a, b) => b - a)
  const today = periodsOf(now, zone).day
  return new Set([
    ...times.filter(at => at > now),
    ...past.filter(at => periodsOf(at, zone).day === today).slice(0, retention.today),
    ...newestOfEach(past, retention.days, at => periodsOf(at, zone).day),
    ...newestOfEach(past, retention.weeks, at => periodsOf(at, zone).week),
    ...newestOfEach(past, retention.months, at => periodsOf(at, zone).month),
  ])
}

/** The first of each period, of as many periods, in times from the newest on. */
function newestOfEach(times: readonly number[], periods: number, periodOf: (at: number) => string): number[] {
  const first = new Map<string, number>()
  for (const at of times) {
    const period = periodOf(at)
    if (!first.has(period)) first.set(period, at)
    if (first.size === periods) break
  }
  return [...first.values()]
}

function periodsOf(at: number, zone: string) {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  return {
    day: date.toString(),
    week: `${date.yearOfWeek}-${date.weekOfYear}`,
    month: date.toPlainYearMonth().toString(),
  }
}
