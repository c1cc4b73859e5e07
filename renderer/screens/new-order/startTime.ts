import { Temporal } from 'temporal-polyfill'

/** Nine in the morning of the next day in a market's zone, as `2026-12-01T09:00`: a start that review leaves time for. */
export function usualStart(zone: string, nowMs: number): string {
  const tomorrow = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
  return `${tomorrow.toString()}T09:00`
}

/** Whether a local date and time of `zone` is over. */
export function isOver(startsAt: string, zone: string, nowMs: number): boolean {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDateTime()
  return startsAt < now.toString({ smallestUnit: 'minute' })
}
