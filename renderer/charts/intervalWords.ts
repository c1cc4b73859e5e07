import type { useI18n } from '../i18n/i18n.ts'
import type { ChartTable } from './chartTable.ts'
import { type IntervalPoint, isPointOutside } from './intervalChartLayout.ts'

type I18n = ReturnType<typeof useI18n>
type Format = (value: number) => string

/** One forecast and what came of it, in words: never the middle alone (U50). */
export function intervalWords(point: IntervalPoint, format: Format, i18n: I18n): string {
  const { t, date } = i18n
  return t(isPointOutside(point) ? 'charts.cameOutside' : 'charts.cameInside', {
    name: point.name,
    day: point.day === '' ? t('charts.noDay') : date(point.day),
    actual: format(point.actual),
    from: format(point.p10),
    to: format(point.p90),
    median: format(point.p50),
  })
}

/** All of them in one sentence. */
export function intervalSummary(points: readonly IntervalPoint[], i18n: I18n): string {
  const outside = points.filter(isPointOutside).length
  return i18n.tc('charts.outside', points.length, { outside: i18n.number(outside) })
}

const quantiles = ['p025', 'p10', 'p25', 'p50', 'p75', 'p90', 'p975'] as const

export function intervalTable(points: readonly IntervalPoint[], format: Format, i18n: I18n): ChartTable {
  const { t, date } = i18n
  const columns = ['name', 'day', 'actual', 'inside', ...quantiles] as const
  return {
    columns: columns.map(key => ({ key, name: t(`charts.column.${key}`) })),
    rows: points.map(point => ({
      cells: [
        { value: point.name, text: point.name },
        { value: point.day === '' ? null : point.day, text: point.day === '' ? '–' : date(point.day) },
        { value: point.actual, text: format(point.actual) },
        verdictCell(isPointOutside(point), i18n),
        ...quantiles.map(key => ({ value: point[key], text: format(point[key]) })),
      ],
    })),
  }
}

function verdictCell(isOutside: boolean, { t }: I18n) {
  const text = t(isOutside ? 'charts.no' : 'charts.yes')
  return { value: text, text }
}
