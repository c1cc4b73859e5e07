import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'

import type { Cell } from '../core/exchange/csvText.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import { historyColumns } from '../core/history/historyColumns.ts'
import type { Reader } from './connection.ts'
import { countOf, type ExportTable, type Page, pages, rowsAtOnce } from './exportPages.ts'
import { historyImport } from './schema/historyImport.ts'
import { historyPeriod } from './schema/historyPeriod.ts'

/** Imported histories that are in use, in the format that learning and `backtest` read (interfaces.md 4). */
export function historyTable(reader: Reader): ExportTable {
  const { id, importId, startDay, endDay, ...rest } = historyPeriod
  const inUse = and(eq(historyImport.id, importId), isNull(historyImport.archivedAt))
  const read = (after: number) =>
    reader.read
      .select({
        id,
        unitId: rest.unitId,
        accountId: rest.accountId,
        startDay,
        endDay,
        market: rest.market,
        currency: rest.currency,
        platform: rest.platform,
        objective: rest.objective,
        creatorId: rest.creatorId,
        videoId: rest.videoId,
        audienceKind: rest.audienceKind,
        ageBands: rest.ageBands,
        genders: rest.genders,
        interests: rest.interests,
        spend: rest.spend,
        impressions: rest.impressions,
        reach: rest.reach,
        linkClicks: rest.linkClicks,
        conversions: rest.conversions,
      })
      .from(historyPeriod)
      .innerJoin(historyImport, inUse)
      .where(and(gt(id, after), sql`${historyImport.importedAt} IS NOT NULL`))
      .orderBy(asc(id))
      .limit(rowsAtOnce)
      .values()
  return {
    columns: historyColumns,
    count: countOf(reader, historyPeriod),
    rows: mapped(
      pages(last => read(Number(last?.[0] ?? 0))),
      ([, unit, account, start, end, ...others]) => [unit, account, dayText(start), dayText(end), ...others],
    ),
  }
}

function dayText(day: Cell | undefined): Cell {
  return typeof day === 'number' ? isoDay(day) : null
}

function* mapped(
  rows: Iterable<Page>,
  change: (row: readonly Cell[]) => readonly (Cell | undefined)[],
): Generator<Page> {
  for (const page of rows) yield page.map(row => change(row).map(cell => cell ?? null))
}
