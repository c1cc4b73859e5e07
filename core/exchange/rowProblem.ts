import { shown } from '../contract/problems.ts'
import { type Said, say } from '../words/say.ts'
import type { RowProblem } from './exchangeRow.ts'

/** What can be wrong with a row, and what mends it. */
export const problemFixes = {
  cells: say('give the row as many cells as the header has'),
  date: say('write a date that exists, like 2026-11-27'),
  noDate: say('write the day, or leave the row out'),
  dateOrder: say('set the end to the start or later'),
  number: say('write a number, like 1234.56'),
  count: say('write a whole number, like 1234'),
  negative: say('write 0 or more; refunds and corrections are no delivery'),
  currency: say('write one ISO 4217 code, like GBP or IDR'),
  noCurrency: say('choose the currency of the file'),
  roundedId: say('format the column as text before saving, for the last digits are lost'),
  moreClicksThanImpressions: say('export the row again: clicks cannot exceed impressions'),
  moreReachThanImpressions: say('export the row again: reach cannot exceed impressions'),
  noId: say('write the id of the order'),
  totalsRow: say('nothing: totals are summed from the rows'),
  namelessRow: say('write the name or the id that the row is of'),
  totalsDiffer: say('export the file again whole, or look for the rows that are missing'),
  censored: say('nothing: the count stays unknown'),
  history: say('correct the cell'),
  mixedNumbers: say('write all numbers in one way, or choose numberStyle point or comma'),
  openNumber: say('choose numberStyle point (1,234.56) or comma (1.234,56)'),
  mixedDates: say('write all dates as 2026-11-27, or choose dateOrder dmy or mdy'),
} as const
export type ProblemCode = keyof typeof problemFixes

export type Found = {
  readonly line: number
  readonly column: string | null
  /** A cell, or what was found where there is none. */
  readonly found: string | { readonly said: Said }
  readonly expected: Said
}

export function rowProblem(code: ProblemCode, found: Found): RowProblem {
  const shownFound = typeof found.found === 'string' ? shown(found.found) : found.found.said
  return { ...found, found: shownFound, code, fix: problemFixes[code], severity: 'error' }
}

export function rowWarning(code: ProblemCode, found: Found): RowProblem {
  return { ...rowProblem(code, found), severity: 'warning' }
}
