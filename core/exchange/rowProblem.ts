import { shown } from '../contract/problems.ts'
import type { RowProblem } from './exchangeRow.ts'

/** What can be wrong with a row, and what mends it. */
export const problemFixes = {
  cells: 'give the row as many cells as the header has',
  date: 'write a date that exists, like 2026-11-27',
  noDate: 'write the day, or leave the row out',
  dateOrder: 'set the end to the start or later',
  number: 'write a number, like 1234.56',
  count: 'write a whole number, like 1234',
  negative: 'write 0 or more; refunds and corrections are no delivery',
  currency: 'write one ISO 4217 code, like GBP or IDR',
  noCurrency: 'choose the currency of the file',
  roundedId: 'format the column as text before saving, for the last digits are lost',
  moreClicksThanImpressions: 'export the row again: clicks cannot exceed impressions',
  moreReachThanImpressions: 'export the row again: reach cannot exceed impressions',
  noId: 'write the id of the order',
  totalsRow: 'nothing: totals are summed from the rows',
  namelessRow: 'write the name or the id that the row is of',
  totalsDiffer: 'export the file again whole, or look for the rows that are missing',
  censored: 'nothing: the count stays unknown',
  history: 'correct the cell',
  mixedNumbers: 'write all numbers in one way, or choose numberStyle point or comma',
  openNumber: 'choose numberStyle point (1,234.56) or comma (1.234,56)',
  mixedDates: 'write all dates as 2026-11-27, or choose dateOrder dmy or mdy',
} as const
export type ProblemCode = keyof typeof problemFixes

export type Found = {
  readonly line: number
  readonly column: string | null
  readonly found: string
  readonly expected: string
}

export function rowProblem(code: ProblemCode, found: Found): RowProblem {
  return { ...found, found: shown(found.found), code, fix: problemFixes[code], severity: 'error' }
}

export function rowWarning(code: ProblemCode, found: Found): RowProblem {
  return { ...rowProblem(code, found), severity: 'warning' }
}
