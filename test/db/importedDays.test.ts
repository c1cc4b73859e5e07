import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { ExchangeRow } from '../../core/exchange/exchangeRow.ts'
import { isoDay } from '../../core/history/calendarDay.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { commitImport } from '../../db/commitImport.ts'
import { openBulkWriter, type Writer } from '../../db/connection.ts'
import { listDeliveries, recordDeliveries } from '../../db/deliveries.ts'
import type { ImportStage } from '../../db/importStage.ts'
import { listTransfers } from '../../db/ledger.ts'
import { orderedIds } from '../../db/orderedIds.ts'
import { payOrder } from '../../db/payOrder.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { ledgerBalance } from '../../db/schema/ledgerBalance.ts'
import { orderFigures } from '../../db/schema/orderFigures.ts'
import { undoImport } from '../../db/undoImport.ts'
import { orderDraft, payCommand } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { deliveryRow, stagedRows, undecided } from './fixtures/stagedRows.ts'
import { valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const orders = 3
/** More than one statement takes, and no whole number of statements. */
const daysEach = 37
const firstDay = 20_788 // 1 December 2026

/** A workspace with orders that run. Ids are counted: those of two such workspaces are the same. */
function workspace() {
  const dataDir = temporaryFolder()
  let made = 0
  const opened = openForTest(dataDir, { makeId: () => `id-${String(++made).padStart(6, '0')}` })
  const { writer } = opened
  const { videoId, productId } = saveSampleOrder(writer)
  const ids = Array.from({ length: orders }, () => {
    const order = valueOf(saveDraft(writer, { id: null, draft: orderDraft(videoId, productId) }))
    valueOf(payOrder(writer, payCommand(order, `pay-${order.id}`)))
    for (const to of ['scheduled', 'active'] as const)
      valueOf(recordTransition(writer, { orderId: order.id, to, what: `Now ${to}` }))
    return order.id
  })
  return { ...opened, dataDir, ids }
}

/** What each order delivered on each day; the second round restates some days, lets others stand and adds as many. */
function reports(ids: readonly string[], round: number) {
  return ids.flatMap((orderId, order) =>
    Array.from({ length: daysEach * round }, (_, i) => ({
      orderId,
      day: isoDay(firstDay + i),
      spendMinor: 100 + order + (i % 5) * (i % 3 === 0 ? round : 1),
      impressions: 1000 + i,
    })),
  )
}

function rowOf(
  { orderId, day, spendMinor, impressions }: ReturnType<typeof reports>[number],
  i: number,
): ExchangeRow {
  const spend = (spendMinor / 100).toFixed(2)
  return deliveryRow({ line: i + 2, day, ids: { order: orderId }, spend, impressions })
}

function importRows(writer: Writer, path: string, rows: readonly ExchangeRow[]): string {
  const { stage, expected } = stagedRows(writer, path, rows)
  try {
    return commitOf(writer, stage, expected)
  } finally {
    stage.close()
  }
}

function commitOf(
  writer: Writer,
  stage: ImportStage,
  expected: Parameters<typeof commitImport>[2]['expected'],
) {
  const maker = { now: writer.now, makeId: orderedIds(writer.now()), who: writer.who }
  const { handle, close } = openBulkWriter(writer.file, maker, stage.file)
  try {
    return valueOf(commitImport(handle, stage, { decisions: undecided, expected, step: () => {} })).id
  } finally {
    close()
  }
}

/** What the books say, but for names of transfers, and who reported the days when. */
function booksOf(writer: Writer, ids: readonly string[]) {
  return {
    transfers: ids.flatMap(id =>
      listTransfers(writer, id).map(({ id: _id, at: _at, who: _who, why: _why, ...transfer }) => transfer),
    ),
    balances: writer.read
      .select()
      .from(ledgerBalance)
      .orderBy(ledgerBalance.orderId, ledgerBalance.account)
      .all(),
    figures: writer.read.select().from(orderFigures).orderBy(orderFigures.orderId).all(),
    days: ids.map(id => listDeliveries(writer, id).map(({ source: _source, ...day }) => day)),
  }
}

test('L9, A19: days that are imported by the hundred are booked as days that are typed one after another', () => {
  const imported = workspace()
  const typed = workspace()
  expect(imported.ids).toEqual(typed.ids)
  const told = [1, 2].map(round => {
    const all = reports(typed.ids, round)
    const batch = importRows(imported.writer, join(imported.dataDir, `stage-${round}`), all.map(rowOf))
    for (const { orderId, day: date, spendMinor, impressions } of all) {
      const unknown = { reach: null, pageViews: null, conversions: null, revenueMinor: null }
      const day = { date, impressions, linkClicks: 3, spendMinor, source: 'typed' as const, ...unknown }
      valueOf(recordDeliveries(typed.writer, { orderId, days: [day] }))
    }
    const books = booksOf(imported.writer, imported.ids)
    expect(books).toEqual(booksOf(typed.writer, typed.ids))
    return { batch, books }
  })
  valueOf(undoImport(imported.writer, told[1]?.batch ?? ''))
  const { transfers, ...undone } = booksOf(imported.writer, imported.ids)
  expect(told[0]?.books).toMatchObject(undone)
  expect(transfers.length).toBeGreaterThan(told[1]?.books.transfers.length ?? Infinity)
  imported.close()
  expect(checkWorkspace(imported.dataDir)).toMatchObject({ ok: true, value: { ok: true } })
})
