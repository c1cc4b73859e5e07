import { Temporal } from 'temporal-polyfill'

/** A date that exists, `2026-12-01`. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(() => Temporal.PlainDate.from(text))
}

/** A local date and time that exists in the calendar, to the minute: `2026-12-01T09:00`. */
export function isLocalDateTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) && exists(() => Temporal.PlainDateTime.from(text))
}

function exists(make: () => unknown): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}

/** Whole years from a birth date to a date, both ISO. */
export function ageOn(birthDate: string, date: string): number {
  return Temporal.PlainDate.from(birthDate).until(date, { largestUnit: 'year' }).years
}
