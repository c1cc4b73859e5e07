import { and, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import type { HistoryRow } from '../core/calibration/history.ts'
import type { Result } from '../core/contract/failure.ts'
import type { History } from '../core/contract/learning.ts'
import type { HistoryReport } from '../core/history/historyReport.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { notFound } from './refusal.ts'
import { historyImport } from './schema/historyImport.ts'
import { historyPeriod } from './schema/historyPeriod.ts'
import { transact } from './transact.ts'

/** Imported histories, the last first; those put away too. */
export function listHistories(reader: Reader): History[] {
  const rows = reader.read
    .select()
    .from(historyImport)
    .where(isNotNull(historyImport.importedAt))
    .orderBy(desc(historyImport.importedAt), historyImport.id)
    .all()
  return rows.flatMap(row => historyOf(row) ?? [])
}

export function findHistory(reader: Reader, id: string): History | undefined {
  const row = reader.read.select().from(historyImport).where(eq(historyImport.id, id)).get()
  return row && historyOf(row)
}

function historyOf(row: typeof historyImport.$inferSelect): History | undefined {
  const { id, name, who, importedAt, archivedAt, report } = row
  if (importedAt === null || report === null) return undefined
  const { kept, units, leftOut, from, to } = report
  return {
    id,
    name,
    who,
    importedAt,
    archivedAt,
    rows: kept,
    units,
    leftOut,
    from,
    to,
    currencies: report.currencies.map(({ currency }) => currency),
    markets: report.markets.map(({ market }) => market),
    report,
  }
}

/** Begins an import, which nobody sees before it is finished; answers with its id. */
export function beginImport(writer: Writer, name: string): Result<string> {
  return transact(writer, () => {
    const id = writer.makeId()
    writer.write.insert(historyImport).values({ id, name, startedAt: writer.now(), who: writer.who }).run()
    return { ok: true, value: id }
  })
}

/** Adds rows to an import that was begun, all or none. */
export function addPeriods(writer: Writer, importId: string, rows: readonly HistoryRow[]): Result<null> {
  return transact(writer, () => {
    const insert = writer.write.insert(historyPeriod).values(placeholders).prepare()
    for (const { start: startDay, end: endDay, ...row } of rows)
      insert.run({ ...row, importId, startDay, endDay })
    return { ok: true, value: null }
  })
}

const p = sql.placeholder
const placeholders = {
  importId: p('importId'),
  unitId: p('unitId'),
  accountId: p('accountId'),
  startDay: p('startDay'),
  endDay: p('endDay'),
  market: p('market'),
  currency: p('currency'),
  platform: p('platform'),
  objective: p('objective'),
  creatorId: p('creatorId'),
  videoId: p('videoId'),
  audienceKind: p('audienceKind'),
  ageBands: p('ageBands'),
  genders: p('genders'),
  interests: p('interests'),
  spend: p('spend'),
  impressions: p('impressions'),
  reach: p('reach'),
  linkClicks: p('linkClicks'),
  conversions: p('conversions'),
}

/** The import is there from now on, with its line in the log. */
export function finishImport(writer: Writer, id: string, report: HistoryReport): Result<History> {
  return transact(writer, () => {
    writer.write
      .update(historyImport)
      .set({ importedAt: writer.now(), report })
      .where(eq(historyImport.id, id))
      .run()
    const history = findHistory(writer, id)
    if (history === undefined) return notFound(say('delivery history'), id)
    const { name, rows, units, leftOut, from, to } = history
    appendLog(writer, {
      what: 'importHistory',
      subject: { kind: 'history', id },
      payload: { name, rows, units, leftOut, from, to },
    })
    return { ok: true, value: history }
  })
}

/** Takes away an import that was not finished, or all such: of one that was stopped nothing stays. */
export function dropUnfinishedImports(writer: Writer, id?: string): Result<null> {
  return transact(writer, () => {
    const unfinished = and(
      isNull(historyImport.importedAt),
      id === undefined ? undefined : eq(historyImport.id, id),
    )
    const found = writer.read.select({ id: historyImport.id }).from(historyImport).where(unfinished).all()
    for (const each of found) {
      writer.write.delete(historyPeriod).where(eq(historyPeriod.importId, each.id)).run()
      writer.write.delete(historyImport).where(eq(historyImport.id, each.id)).run()
    }
    return { ok: true, value: null }
  })
}

/** Puts a history away, or takes it out again; what stands so already is left as it is. */
export function archiveHistory(
  writer: Writer,
  { id, archived }: { readonly id: string; readonly archived: boolean },
): Result<History> {
  return transact(writer, () => {
    const before = findHistory(writer, id)
    if (before === undefined) return notFound(say('delivery history'), id)
    if ((before.archivedAt !== null) === archived) return { ok: true, value: before }
    const archivedAt = archived ? writer.now() : null
    writer.write.update(historyImport).set({ archivedAt }).where(eq(historyImport.id, id)).run()
    appendLog(writer, {
      what: archived ? 'archive' : 'unarchive',
      subject: { kind: 'history', id },
      payload: {},
    })
    return { ok: true, value: { ...before, archivedAt } }
  })
}

/** Imports whose rows are not those of their reports. */
export function brokenHistories(reader: Reader): readonly string[] {
  const counts = new Map(
    reader.read
      .select({ id: historyPeriod.importId, rows: count() })
      .from(historyPeriod)
      .groupBy(historyPeriod.importId)
      .all()
      .map(({ id, rows }) => [id, rows]),
  )
  return listHistories(reader).flatMap(({ id, name, rows }) => {
    const found = counts.get(id) ?? 0
    return found === rows
      ? []
      : [
          say('history {{id}} ({{name}}) has {{found}} rows instead of {{rows}}', {
            id,
            name,
            found: String(found),
            rows,
          }),
        ]
  })
}
