import { eq } from 'drizzle-orm'

import type { ImportUndone } from '../core/contract/exchange.ts'
import type { Result } from '../core/contract/failure.ts'
import type { DeliveryDay } from '../core/contract/orders.ts'
import type { Currency } from '../core/money/money.ts'
import { say } from '../core/words/say.ts'
import { appendLog, openLog } from './appendLog.ts'
import { dayBooker } from './bookDays.ts'
import type { Writer } from './connection.ts'
import { archiveHistory } from './histories.ts'
import { findImport } from './importBatches.ts'
import { chunksOfOrders, type OrderDays, ordersOf, restate, touchOrders } from './orderChunks.ts'
import { notFound, refusal } from './refusal.ts'
import { importBatch } from './schema/importBatch.ts'
import { transact } from './transact.ts'

/**
 * Takes a whole import back: days are as they were before it, days it made are gone, its history is put away. What was
 * reported stays among the versions and in the ledger, where the spend moves back (A19). Days that were restated since are
 * left as they are, and told.
 */
export function undoImport(
  writer: Writer,
  id: string,
  step: (fraction: number) => void = () => {},
): Result<ImportUndone> {
  return transact(writer, () => {
    const batch = findImport(writer, id)
    if (batch === undefined) return notFound(say('import'), id)
    if (batch.undoneAt !== null)
      return refusal('refused', say('The import {{name}} was taken back already.', { name: batch.name }))
    writer.write
      .update(importBatch)
      .set({ undoneAt: writer.now(), undoneBy: writer.who })
      .where(eq(importBatch.id, id))
      .run()
    const put = putBack(writer, id, step)
    if (!put.ok) return put
    const { restored, kept } = put.value
    if (batch.historyId !== null) {
      const archived = archiveHistory(writer, { id: batch.historyId, archived: true })
      if (!archived.ok) return archived
    }
    appendLog(writer, {
      what: 'undoImport',
      subject: { kind: 'import', id },
      payload: { name: batch.name, restored, kept, historyId: batch.historyId },
    })
    const undone = findImport(writer, id)
    if (undone === undefined) return notFound(say('import'), id)
    return { ok: true, value: { batch: undone, restored, kept } }
  })
}

type UndoneDay = DeliveryDay & {
  readonly orderId: string
  readonly currency: Currency
  /** Null of a day that the import made. */
  readonly versionBefore: number | null
}

/** Puts back what stood before, some orders at a time. */
function putBack(
  writer: Writer,
  id: string,
  step: (fraction: number) => void,
): Result<Pick<ImportUndone, 'restored' | 'kept'>> {
  writer.prepare(undone).run()
  const of = 'import_day AS day WHERE day.batch_id = ?'
  const total = Number(writer.prepare(`SELECT count(*) FROM ${of}`).pluck().get(id))
  const write = daysWriter(writer, id)
  const log = openLog(writer)
  const booker = dayBooker(writer, say('Import taken back'))
  let restored = 0
  for (const range of chunksOfOrders(writer, of, id)) {
    step(restored / Math.max(1, total))
    for (const { orderId, currency, days } of write(range)) {
      restored += days.length
      const before = days.flatMap(({ versionBefore, ...day }) => (versionBefore === null ? [] : [day]))
      const dates = days.flatMap(({ versionBefore, date }) => (versionBefore === null ? [date] : []))
      const subject = { kind: 'order', id: orderId } as const
      if (before.length > 0)
        log.append({ what: 'recordDeliveries', subject, payload: { days: before, importId: id } })
      if (dates.length > 0)
        log.append({ what: 'withdrawDeliveries', subject, payload: { dates, importId: id } })
      const withdrawn = dates.map(date => ({ date, spendMinor: 0 }))
      const booked = booker.book({ orderId, currency, days: [...before, ...withdrawn] })
      if (!booked.ok) return booked
    }
  }
  booker.close()
  log.close()
  return { ok: true, value: { restored, kept: total - restored } }
}

/** The days of some orders that the import wrote last, and that still stand. */
const undone = `CREATE TEMP TABLE IF NOT EXISTS undone (
  id INTEGER PRIMARY KEY, order_id TEXT NOT NULL, date TEXT NOT NULL, currency TEXT NOT NULL, version_before INTEGER) STRICT`

/** Puts the days of a range of orders back, by set, and answers with them. */
function daysWriter(
  writer: Writer,
  batchId: string,
): (range: readonly [string, string]) => Iterable<OrderDays<Omit<UndoneDay, 'orderId' | 'currency'>>> {
  const forget = writer.prepare('DELETE FROM temp.undone')
  const take = writer.prepare<[string, string, string]>(`
    INSERT INTO temp.undone
    SELECT NULL, day.order_id, day.date, d.currency, day.version_before
    FROM import_day AS day CROSS JOIN delivery_day AS d ON d.order_id = day.order_id AND d.date = day.date
    WHERE day.batch_id = ? AND day.order_id BETWEEN ? AND ? AND day.version_after = (
      SELECT max(version) FROM delivery_version AS v WHERE v.order_id = day.order_id AND v.date = day.date)
    ORDER BY day.order_id, day.date`)
  const withdraw = writer.prepare(`
    DELETE FROM delivery_day WHERE rowid IN (
      SELECT d.rowid FROM temp.undone AS u CROSS JOIN delivery_day AS d ON d.order_id = u.order_id AND d.date = u.date
      WHERE u.version_before IS NULL)`)
  const restore = writer.prepare<[number]>(`
    INSERT INTO delivery_day (order_id, date, currency, source, impressions, reach, link_clicks, page_views, conversions,
      spend_minor, revenue_minor, updated_at)
    SELECT u.order_id, u.date, u.currency, source, impressions, reach, link_clicks, page_views, conversions, spend_minor,
      revenue_minor, ?
    FROM ${before} WHERE true
    ON CONFLICT (order_id, date) DO UPDATE SET ${restate}`)
  const touch = touchOrders(writer, 'temp.undone')
  const read = writer.prepare<[], UndoneDay>(`
    SELECT u.order_id AS orderId, u.currency, u.version_before AS versionBefore, u.date, impressions, reach,
      link_clicks AS linkClicks, page_views AS pageViews, conversions, spend_minor AS spendMinor,
      revenue_minor AS revenueMinor, source
    FROM ${before.replace('CROSS JOIN', 'LEFT JOIN')} ORDER BY u.id`)
  return ([first, last]) => {
    forget.run()
    take.run(batchId, first, last)
    withdraw.run()
    restore.run(writer.now())
    touch()
    return ordersOf(read.all())
  }
}

const before = `temp.undone AS u CROSS JOIN delivery_version AS v
  ON v.order_id = u.order_id AND v.date = u.date AND v.version = u.version_before`
