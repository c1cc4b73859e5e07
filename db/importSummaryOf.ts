import type SqliteDatabase from 'better-sqlite3'

import { toNumber } from '../core/exchange/decimal.ts'
import {
  type ImportSummary,
  type ImportTotals,
  leftReasons,
  rowFates,
} from '../core/exchange/importSummary.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import type { ImportStage, StagedFile } from './importStage.ts'

type Sum = {
  readonly currency: string
  readonly fate: string
  readonly reason: string | null
  readonly rows: number
  readonly spend: number
  readonly spend_micro: number
  readonly revenue: number
  readonly revenue_micro: number
  readonly impressions: number
  readonly link_clicks: number
  readonly conversions: number
  readonly first: number | null
  readonly last: number | null
}

/** What is summed of rows, in the order of the tables. */
export const summedColumns = [
  'spend',
  'spend_micro',
  'revenue',
  'revenue_micro',
  'impressions',
  'link_clicks',
  'conversions',
] as const

const columns = `rows, ${summedColumns.join(', ')}`
const minus = `-rows, ${summedColumns.map(column => `-${column}`).join(', ')}`
const sums = `
SELECT currency, fate, reason, ${['rows', ...summedColumns].map(column => `sum(${column}) AS ${column}`).join(', ')},
  min(first) AS first, max(last) AS last
FROM (
  SELECT coalesce(unit.currency, '') AS currency, fate, reason, part.${columns.replaceAll(', ', ', part.')},
    part.day_from AS first, part.day_to AS last
  FROM part CROSS JOIN unit ON unit.id = part.unit
  UNION ALL SELECT currency, 'left', reason, ${columns}, NULL, NULL FROM moved
  UNION ALL SELECT currency, 'order', NULL, ${minus}, NULL, NULL FROM moved)
GROUP BY 1, 2, 3 HAVING sum(rows) > 0`

/** What an import will do, after planImport. */
export function importSummaryOf({ database }: ImportStage, file: StagedFile): ImportSummary {
  const found = database.prepare<[], Sum>(sums).all()
  const first = found.flatMap(each => each.first ?? [])
  const last = found.flatMap(each => each.last ?? [])
  return {
    rows: file.rows,
    unreadable: file.unreadable,
    from: first.length === 0 ? null : isoDay(Math.min(...first)),
    to: last.length === 0 ? null : isoDay(Math.max(...last)),
    orders: Number(
      database.prepare("SELECT count(DISTINCT order_id) FROM day WHERE status <> 'left'").pluck().get(),
    ),
    days: daysOf(database),
    totals: [...file.totals.map(totalOfFile), ...partsOf(found)],
    left: leftReasons.flatMap(reason => {
      const rows =
        reason === 'unreadable'
          ? file.unreadable
          : found.filter(each => each.reason === reason).reduce((sum, each) => sum + each.rows, 0)
      return rows === 0 ? [] : [{ reason, rows }]
    }),
  }
}

function daysOf(database: SqliteDatabase.Database): ImportSummary['days'] {
  const counts = new Map(
    database
      .prepare<[], { status: string; days: number }>(
        'SELECT status, count(*) AS days FROM day GROUP BY status',
      )
      .all()
      .map(({ status, days }) => [status, days]),
  )
  const of = (status: string) => counts.get(status) ?? 0
  return { create: of('create'), update: of('update'), unchanged: of('unchanged'), conflict: of('conflict') }
}

function totalOfFile({ spend, revenue, ...rest }: StagedFile['totals'][number]): ImportTotals {
  return { part: 'file', ...rest, spend: toNumber(spend), revenue: toNumber(revenue) }
}

function partsOf(found: readonly Sum[]): readonly ImportTotals[] {
  const currencies = [...new Set(found.map(({ currency }) => currency))]
  return currencies.flatMap(currency =>
    rowFates.flatMap(part => {
      const some = found.filter(each => each.currency === currency && each.fate === part)
      const sum = (key: keyof Sum) => some.reduce((all, each) => all + Number(each[key]), 0)
      if (some.length === 0) return []
      return {
        part,
        currency,
        rows: sum('rows'),
        spend: toNumber({ whole: sum('spend'), micro: sum('spend_micro') }),
        revenue: toNumber({ whole: sum('revenue'), micro: sum('revenue_micro') }),
        impressions: sum('impressions'),
        linkClicks: sum('link_clicks'),
        conversions: sum('conversions'),
      }
    }),
  )
}
