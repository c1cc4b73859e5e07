import type SqliteDatabase from 'better-sqlite3'

import { isoDay } from '../core/history/calendarDay.ts'
import { type HistoryColumn, historyColumns, withoutColumn } from '../core/history/historyColumns.ts'
import type { HistoryReport } from '../core/history/historyReport.ts'
import type { ImportStage } from './importStage.ts'
import { filledBits } from './stagedUnits.ts'

const rows = `FROM part CROSS JOIN unit ON unit.id = part.unit CROSS JOIN attribute AS a ON a.id = part.attribute
WHERE part.fate = 'history'`

/** What a file of delivery history would say of the rows that an import keeps as such. */
export function stagedHistoryReport({ database }: ImportStage): HistoryReport {
  const sums = database
    .prepare<[], Record<string, number | null>>(
      `SELECT coalesce(sum(part.rows), 0) AS kept, count(DISTINCT unit.unit_id) AS units,
         min(part.day_from) AS first, max(part.day_to) AS last,
         ${historyColumns.map(column => `max(${isFilled[column]}) AS ${column}`).join(', ')} ${rows}`,
    )
    .get()
  const { first = null, last = null } = sums ?? {}
  const kept = sums?.['kept'] ?? 0
  return {
    rows: kept,
    kept,
    units: sums?.['units'] ?? 0,
    leftOut: 0,
    reasons: [],
    warnings: [],
    currencies: groups(database, "coalesce(unit.currency, '')").map(({ name, rows, spend }) => ({
      currency: name,
      rows,
      spend: Math.round(spend * 100) / 100,
    })),
    markets: groups(database, 'a.market').map(({ name, rows }) => ({ market: name, rows })),
    platforms: groups(database, 'a.platform').map(({ name, rows }) => ({ platform: name, rows })),
    from: first === null ? null : isoDay(first),
    to: last === null ? null : isoDay(last),
    missing: historyColumns
      .filter(column => sums?.[column] !== 1)
      .map(column => ({ column, means: withoutColumn[column] })),
  }
}

function groups(database: SqliteDatabase.Database, by: string) {
  return database
    .prepare<[], { name: string; rows: number; spend: number }>(
      `SELECT ${by} AS name, sum(part.rows) AS rows, total(part.spend) + total(part.spend_micro) / 1e6 AS spend
       ${rows} GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    .all()
}

const has = (column: keyof typeof filledBits) => `part.filled & ${filledBits[column]} > 0`

const isFilled: Readonly<Record<HistoryColumn, string>> = {
  unit_id: "unit.unit_id <> ''",
  account_id: "a.account <> ''",
  period_start: has('from'),
  period_end: has('to'),
  market: "a.market <> ''",
  currency: "coalesce(unit.currency, '') <> ''",
  platform: "a.platform <> ''",
  objective: "a.objective <> ''",
  creator_id: "a.creator <> ''",
  video_id: "a.video <> ''",
  audience_kind: "a.audience <> ''",
  age_bands: "a.ages <> ''",
  genders: "a.genders <> ''",
  interests: "a.interests <> ''",
  spend: has('spend'),
  impressions: has('impressions'),
  reach: has('reach'),
  link_clicks: has('linkClicks'),
  conversions: has('conversions'),
}
