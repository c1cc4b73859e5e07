import type { useI18n } from '../i18n/i18n.ts'
import { type BandRow, highestDay } from './bandRow.ts'
import type { ChartTable } from './chartTable.ts'
import type { DotColumn } from './dotColumns.ts'

type I18n = ReturnType<typeof useI18n>

/** A day as a chart names it: Tue 1 Dec. */
export function dayName(date: string, i18n: I18n): string {
  return `${i18n.weekday(date)} ${i18n.shortDate(date)}`
}

/** A day that is longer or shorter than others says so: its figures are not those of 24 hours. */
function dayOf({ date, hours = 24 }: Pick<BandRow, 'date' | 'hours'>, i18n: I18n): string {
  const day = dayName(date, i18n)
  return hours === 24 ? day : i18n.t('charts.dayOfHours', { day, hours: i18n.number(hours) })
}

/** One day of a band in words: never the middle alone (U50). */
export function bandWords(row: BandRow, format: (value: number) => string, i18n: I18n): string {
  const words = intervalOf(row, format, i18n)
  return row.actual === undefined
    ? i18n.t('charts.band', words)
    : i18n.t('charts.bandActual', { ...words, actual: format(row.actual) })
}

/** The same in few words, for beside the chart's own title. */
export function bandNote(row: BandRow, format: (value: number) => string, i18n: I18n): string {
  const words = intervalOf(row, format, i18n)
  return row.actual === undefined
    ? i18n.t('charts.note', words)
    : i18n.t('charts.noteActual', { ...words, actual: format(row.actual) })
}

/** A band chart in one sentence. */
export function bandSummary(
  title: string,
  rows: readonly BandRow[],
  format: (value: number) => string,
  i18n: I18n,
): string {
  const highest = highestDay(rows)
  if (highest === undefined) return i18n.t('charts.noDays')
  const days = i18n.tc('charts.days', rows.length)
  return i18n.t('charts.bandSummary', { title, days, ...intervalOf(highest, format, i18n) })
}

function intervalOf(row: BandRow, format: (value: number) => string, i18n: I18n) {
  const shown = (value: number | null) => (value === null ? '–' : format(value))
  const { p10, p50, p90 } = row.spread
  return { day: dayOf(row, i18n), from: shown(p10), to: shown(p90), median: shown(p50) }
}

const bandColumns = ['p025', 'p10', 'p25', 'p50', 'p75', 'p90', 'p975'] as const

/** A band chart's numbers: a row for each day, and what came where that is known of any day. */
export function bandTable(
  rows: readonly BandRow[],
  format: (value: number) => string,
  i18n: I18n,
): ChartTable {
  const hasActual = rows.some(row => row.actual !== undefined)
  const cell = (value: number | null | undefined) => ({
    value: value ?? null,
    text: value === null || value === undefined ? '–' : format(value),
  })
  const columns = ['day', ...bandColumns, ...(hasActual ? (['actual'] as const) : [])] as const
  return {
    columns: columns.map(key => ({ key, name: i18n.t(`charts.column.${key}`) })),
    rows: rows.map(({ date, hours = 24, spread, actual }) => ({
      cells: [
        { value: date, text: dayOf({ date, hours }, i18n) },
        ...bandColumns.map(key => cell(spread[key])),
        ...(hasActual ? [cell(actual)] : []),
      ],
    })),
  }
}

/** A column of dots in words. */
export function dotWords(column: DotColumn, all: number, i18n: I18n): string {
  const { t, number } = i18n
  const values = {
    from: number(column.from),
    to: number(column.to - 1),
    count: column.count,
    all,
    verdict: t(column.reaches ? 'charts.dotReaches' : 'charts.dotMisses'),
  }
  return t(column.to - column.from === 1 ? 'charts.dotExact' : 'charts.dotRange', values)
}

/** A dot plot in one sentence. */
export function dotSummary(outcomes: readonly number[], target: number, i18n: I18n): string {
  const { t, number } = i18n
  return t('charts.dotSummary', {
    reaching: outcomes.filter(outcome => outcome >= target).length,
    all: outcomes.length,
    target: number(target),
    least: number(Math.round(outcomes[0] ?? 0)),
    most: number(Math.round(outcomes.at(-1) ?? 0)),
  })
}

/** A dot plot's columns as rows; the last value of a range is its own, not the next range's. */
export function dotTable(columns: readonly DotColumn[], i18n: I18n): ChartTable {
  const { t, number } = i18n
  return {
    columns: (['from', 'to', 'outcomes', 'target'] as const).map(key => ({
      key,
      name: t(`charts.column.${key}`),
    })),
    rows: columns.map(({ from, to, count, reaches }) => ({
      cells: [
        { value: from, text: number(from) },
        { value: to - 1, text: number(to - 1) },
        { value: count, text: number(count) },
        { value: t(reaches ? 'charts.yes' : 'charts.no'), text: t(reaches ? 'charts.yes' : 'charts.no') },
      ],
    })),
  }
}
