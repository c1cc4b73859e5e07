import { and, asc, eq } from 'drizzle-orm'

import type { ImportUndone } from '../core/contract/exchange.ts'
import type { Result } from '../core/contract/failure.ts'
import type { DeliveryDay } from '../core/contract/orders.ts'
import type { Currency } from '../core/money/money.ts'
import { appendLog } from './appendLog.ts'
import { isDelivered, latestVersion } from './applyDays.ts'
import { bookDays } from './bookDays.ts'
import type { Writer } from './connection.ts'
import { archiveHistory } from './histories.ts'
import { findImport } from './importBatches.ts'
import { notFound, refusal } from './refusal.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { deliveryVersion } from './schema/deliveryVersion.ts'
import { importBatch } from './schema/importBatch.ts'
import { importDay } from './schema/importDay.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { touchOrder } from './touchOrder.ts'
import { transact } from './transact.ts'

type BatchDay = typeof importDay.$inferSelect & { readonly currency: Currency }

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
    if (batch === undefined) return notFound('import', id)
    if (batch.undoneAt !== null) return refusal('refused', `The import ${batch.name} was taken back already.`)
    writer.write
      .update(importBatch)
      .set({ undoneAt: writer.now(), undoneBy: writer.who })
      .where(eq(importBatch.id, id))
      .run()
    const days = daysOf(writer, id)
    const restored = days.filter(
      ({ orderId, date, versionAfter }) =>
        latestVersion(writer, orderId, date) === versionAfter && isDelivered(writer, orderId, date),
    )
    const byOrder = Map.groupBy(restored, ({ orderId }) => orderId)
    let done = 0
    for (const [orderId, some] of byOrder) {
      step(done++ / byOrder.size)
      const put = putBack(writer, orderId, some)
      if (!put.ok) return put
    }
    if (batch.historyId !== null) {
      const archived = archiveHistory(writer, { id: batch.historyId, archived: true })
      if (!archived.ok) return archived
    }
    const kept = days.length - restored.length
    appendLog(writer, {
      what: 'undoImport',
      subject: { kind: 'import', id },
      payload: { name: batch.name, restored: restored.length, kept, historyId: batch.historyId },
    })
    const undone = findImport(writer, id)
    if (undone === undefined) return notFound('import', id)
    return { ok: true, value: { batch: undone, restored: restored.length, kept } }
  })
}

function daysOf(writer: Writer, id: string): readonly BatchDay[] {
  const { batchId, orderId, date, versionBefore, versionAfter } = importDay
  return writer.read
    .select({ batchId, orderId, date, versionBefore, versionAfter, currency: promoteOrder.currency })
    .from(importDay)
    .innerJoin(promoteOrder, eq(promoteOrder.id, importDay.orderId))
    .where(eq(importDay.batchId, id))
    .orderBy(asc(importDay.orderId), asc(importDay.date))
    .all()
}

function putBack(writer: Writer, orderId: string, days: readonly BatchDay[]): Result<unknown> {
  const [first] = days
  if (first === undefined) return { ok: true, value: null }
  const restored: DeliveryDay[] = []
  const withdrawn: string[] = []
  for (const { date, versionBefore } of days) {
    const here = and(eq(deliveryDay.orderId, orderId), eq(deliveryDay.date, date))
    if (versionBefore === null) {
      writer.write.delete(deliveryDay).where(here).run()
      withdrawn.push(date)
      continue
    }
    const before = { date, ...findVersion(writer, { orderId, date, version: versionBefore }) }
    writer.write
      .update(deliveryDay)
      .set({ ...before, updatedAt: writer.now() })
      .where(here)
      .run()
    restored.push(before)
  }
  touchOrder(writer, orderId)
  const subject = { kind: 'order', id: orderId } as const
  const { batchId: importId, currency } = first
  if (restored.length > 0)
    appendLog(writer, { what: 'recordDeliveries', subject, payload: { days: restored, importId } })
  if (withdrawn.length > 0)
    appendLog(writer, { what: 'withdrawDeliveries', subject, payload: { dates: withdrawn, importId } })
  const booked = [...restored, ...withdrawn.map(date => ({ date, spendMinor: 0 }))]
  return bookDays(writer, { orderId, currency, why: 'Import taken back', days: booked })
}

function findVersion(
  writer: Writer,
  { orderId, date, version }: { readonly orderId: string; readonly date: string; readonly version: number },
) {
  const found = writer.read
    .select()
    .from(deliveryVersion)
    .where(
      and(
        eq(deliveryVersion.orderId, orderId),
        eq(deliveryVersion.date, date),
        eq(deliveryVersion.version, version),
      ),
    )
    .get()
  if (found === undefined) throw new Error(`order ${orderId} has no version ${version} of ${date}`)
  const { orderId: _order, date: _date, version: _version, recordedAt: _at, ...fields } = found
  return fields
}
