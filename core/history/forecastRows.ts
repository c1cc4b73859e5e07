import type { HistoryTarget } from '../calibration/history.ts'
import { isoDay } from './calendarDay.ts'
import { targetColumns } from './targetColumns.ts'

export const forecastRowsHeader =
  'unit_id,period_start,period_end,target,actual,mean,p025,p10,p25,p50,p75,p90,p975'

export type ForecastRow = {
  readonly unitId: string
  readonly start: number | null
  readonly end: number | null
  readonly target: HistoryTarget
  /** Left out where it is not known. */
  readonly actual?: number
  readonly mean: number
  readonly p025: number
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p975: number
}

/** A forecast and what came as a line of CSV (interfaces.md 5). */
export function forecastLine(row: ForecastRow): string {
  const { start, end, target, mean, p025, p10, p25, p50, p75, p90, p975 } = row
  const dates = [start, end].map(day => (day === null ? '' : isoDay(day)))
  const numbers = [row.actual ?? '', mean, p025, p10, p25, p50, p75, p90, p975]
  return [quoted(row.unitId), ...dates, targetColumns[target], ...numbers].join(',')
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
