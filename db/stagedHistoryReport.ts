import type SqliteDatabase from 'better-sqlite3'

import { isoDay } from '../core/history/calendarDay.ts'
import { type HistoryColumn, historyColumns, withoutColumn } from '../core/history/historyColumns.ts'
import type { HistoryReport } from '../core/history/historyReport.ts'
import type { ImportStage } from './importStage.ts'

const rows = `FROM line JOIN unit ON unit.id = line.unit JOIN attribute AS a ON a.id = line.attribute
WHERE line.fate = 'history'`

/** What a file of delivery history would say of the rows that an import keeps as such. */
export function stagedHistoryReport({ database }: ImportStage): HistoryReport {
  const sums = database
    .prepare<[], Record<string, number | null>>(
      `SELECT count(*) AS kept, count(DISTINCT unit.unit_id) AS units,
         min(coalesce(line.day_from, line.day_to)) AS first, max(coalesce(line.day_to, line.day_from)) AS last,
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
      `SELECT ${by} AS name, count(*) AS rows, coalesce(total(line.spend) + total(line.spend_micro) / 1e6, 0) AS spend
       ${rows} GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    .all()
}

const isFilled: Readonly<Record<HistoryColumn, string>> = {
  unit_id: "unit.unit_id <> ''",
  account_id: "a.account <> ''",
  period_start: 'line.day_from IS NOT NULL',
  period_end: 'line.day_to IS NOT NULL',
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
  spend: 'line.spend IS NOT NULL',
  impressions: 'line.impressions IS NOT NULL',
  reach: 'line.reach IS NOT NULL',
  link_clicks: 'line.link_clicks IS NOT NULL',
  conversions: 'line.conversions IS NOT NULL',
}
