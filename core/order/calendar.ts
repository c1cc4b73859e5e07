import { Temporal } from 'temporal-polyfill'

import { remembered } from '../market/remembered.ts'

/** A date that exists, `2026-12-01`. */
export const isCalendarDate = remembered(
  (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(() => Temporal.PlainDate.from(text)),
)

/** A local date and time of the calendar, to the minute: `2026-12-01T09:00`. */
export const isLocalDateTime = remembered(
  (text: string) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) && exists(() => Temporal.PlainDateTime.from(text)),
)

function exists(make: () => unknown): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}

/** How often a zone's clocks show a local date and time: 0 where they skip it in spring, 2 where they repeat it in autumn. */
export const timesShown = remembered((localDateTime: string, zone: string): 0 | 1 | 2 => {
  const local = Temporal.PlainDateTime.from(localDateTime)
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const last = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (first.equals(last)) return 1
  return first.toPlainDateTime().equals(local) ? 2 : 0
})

/** A local date and time as many days later or earlier, at the same time of day. */
export function shiftedBy(localDateTime: string, days: number): string {
  return Temporal.PlainDateTime.from(localDateTime).add({ days }).toString({ smallestUnit: 'minute' })
}

/** Whole years from a birth date to a date, both ISO. Who was born on 29 February has birthdays on 1 March in other years. */
export const ageOn = remembered(
  (birthDate: string, date: string): number =>
    Temporal.PlainDate.from(birthDate).until(date, { largestUnit: 'year' }).years,
)

/** The calendar days that `days` times 24 hours of wall clock touch from a local date and time on, both ends included. */
export const daysTouched = remembered(
  (startsAt: string, days: number): { readonly first: string; readonly last: string } => {
    const start = Temporal.PlainDateTime.from(startsAt)
    const end = start.add({ days }).subtract({ minutes: 1 })
    return { first: start.toPlainDate().toString(), last: end.toPlainDate().toString() }
  },
)
