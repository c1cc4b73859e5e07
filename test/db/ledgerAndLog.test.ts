import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import { orderBook } from '../../core/ledger/orderBook.ts'
import { checkLog } from '../../db/checkLog.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import type { Writer } from '../../db/connection.ts'
import { recordDeliveries } from '../../db/deliveries.ts'
import { checkLedger, listTransfers } from '../../db/ledger.ts'
import { findOrder, findOrderRow } from '../../db/orders.ts'
import { payOrder } from '../../db/payOrder.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { answerRefund, askRefund } from '../../db/refunds.ts'
import { payCommand } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

/** An order that was paid and runs. */
function running(writer: Writer): string {
  const { id: orderId } = saveSampleOrder(writer)
  valueOf(recordTransition(writer, { orderId, to: 'awaiting_payment', what: 'Confirmed' }))
  valueOf(payOrder(writer, payCommand(findOrderRow(writer, orderId)!, 'command-1')))
  valueOf(recordTransition(writer, { orderId, to: 'active', what: 'Delivery began' }))
  return orderId
}

const day = (date: string, spendMinor: number) => ({
  date,
  impressions: 900,
  reach: 800,
  linkClicks: 12,
  pageViews: 10,
  conversions: 1,
  spendMinor,
  revenueMinor: 1299,
  source: 'typed' as const,
})

test('L1, L6: a payment is booked with who, when, why and the receipt, and the lines balance', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const orderId = running(writer)
  const [transfer] = listTransfers(reader, orderId)
  expect(transfer).toMatchObject({
    kind: 'pay',
    who: 'user',
    evidence: 'REF command-1',
    commandId: 'command-1',
  })
  expect(transfer?.lines.reduce((sum, { minor }) => sum + minor, 0)).toBe(0)
  const { netMinor, taxMinor } = findOrder(reader, orderId)!.payment!
  expect(orderBook(listTransfers(reader, orderId))).toMatchObject({
    captured: netMinor + taxMinor,
    prepaid: netMinor,
    tax: taxMinor,
  })
})

test('A19, L3: a restated day moves the difference, and every report of it is kept', () => {
  const folder = temporaryFolder()
  const { reader, writer, close } = openForTest(folder)
  const orderId = running(writer)
  valueOf(recordDeliveries(writer, { orderId, days: [day('2026-12-01', 950), day('2026-12-02', 1000)] }))
  valueOf(recordDeliveries(writer, { orderId, days: [day('2026-12-01', 900)] }))
  // The same report again changes nothing.
  valueOf(recordDeliveries(writer, { orderId, days: [day('2026-12-01', 900)] }))
  const moved = listTransfers(reader, orderId).filter(({ day: date }) => date === '2026-12-01')
  expect(moved.map(({ kind, lines }) => [kind, lines.at(-1)?.minor])).toEqual([
    ['deliver', 950],
    ['restate', -50],
  ])
  expect(orderBook(listTransfers(reader, orderId)).delivered).toBe(1900)
  close()
  const database = new SqliteDatabase(`${folder}/foreclick.db`)
  const versions = database
    .prepare('SELECT version, spend_minor FROM delivery_version WHERE date = ? ORDER BY version')
    .raw()
    .all('2026-12-01')
  expect(versions).toEqual([
    [1, 950],
    [2, 900],
  ])
  expect(() => database.exec('UPDATE delivery_version SET spend_minor = 1')).toThrow('rows never change')
  database.close()
})

test('L4, L8, S11, S33: a refund is asked for, refused and asked again, and never above what was captured', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const orderId = running(writer)
  valueOf(recordTransition(writer, { orderId, to: 'cancelled', what: 'Product sold out' }))
  const { netMinor, taxMinor } = findOrder(reader, orderId)!.payment!
  const ask = (commandId: string, net: number) =>
    askRefund(writer, { orderId, commandId, what: 'Unspent budget', netMinor: net, taxMinor: 0 })
  const above = failureOf(ask('r-0', netMinor + taxMinor + 1))
  expect(above.message).toMatch(/L8|captured/)
  expect(findOrderRow(reader, orderId)?.state).toBe('cancelled')
  expect(valueOf(ask('r-1', 5000)).state).toBe('refund_requested')
  // The same command again changes nothing.
  expect(valueOf(ask('r-1', 5000)).state).toBe('refund_requested')
  const refused = { orderId, commandId: 'r-2', what: 'No refund for credit', outcome: 'refused' } as const
  expect(valueOf(answerRefund(writer, refused)).state).toBe('cancelled')
  expect(orderBook(listTransfers(reader, orderId)).refundPending).toBe(0)
  valueOf(ask('r-3', 5000))
  const answer = {
    orderId,
    commandId: 'r-4',
    what: 'Came back to the card',
    outcome: 'completed',
    netMinor: 4500,
    taxMinor: 0,
    into: 'cash',
    evidence: 'Bank statement 12',
  } as const
  expect(valueOf(answerRefund(writer, answer)).state).toBe('refunded')
  expect(orderBook(listTransfers(reader, orderId))).toMatchObject({ refunded: 4500, refundPending: 0 })
  expect(checkLedger(reader).problems).toEqual([])
})

test('L1, L3: the database refuses an unbalanced transfer, a changed one and a deleted one', () => {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  const orderId = running(writer)
  close()
  const database = new SqliteDatabase(`${folder}/foreclick.db`)
  const insert = (lines: unknown) =>
    database
      .prepare(
        `INSERT INTO ledger_transfer (id, command_id, order_id, currency, kind, at, who, why, lines)
         VALUES ('x', 'x', ?, 'GBP', 'pay', 1, 'me', 'because', ?)`,
      )
      .run(orderId, JSON.stringify(lines))
  const cash = { account: 'cash', minor: -100 }
  for (const wrong of [
    [cash],
    [cash, { account: 'promotion_prepaid', minor: 99 }],
    [cash, { account: 'cash', minor: 100 }],
    [
      { account: 'cash', minor: -0.5 },
      { account: 'coupon', minor: 0.5 },
    ],
  ])
    expect(() => insert(wrong)).toThrow('sum to zero')
  expect(() => database.exec("UPDATE ledger_transfer SET why = 'x'")).toThrow('never change')
  expect(() => database.exec('DELETE FROM ledger_transfer')).toThrow('are kept')
  expect(() => database.exec("UPDATE log_entry SET text = '{}'")).toThrow('never change')
  expect(() => database.exec('DELETE FROM log_entry')).toThrow('are kept')
  database.close()
})

test('L24, L20: every command is one entry of the log, which verifies with its tree', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  running(writer)
  const { problems, sound } = checkLog(reader)
  expect(problems).toEqual([])
  // Creator, product, video, draft, three steps.
  expect(sound).toMatch(/^7 entries follow each other, root [0-9a-f]{16}/)
})

/** What the check says of the log after someone without the program has changed the file. */
function logAfter(change: string): string {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  running(writer)
  close()
  const database = new SqliteDatabase(`${folder}/foreclick.db`)
  database.exec(`DROP TRIGGER log_entry_unchanged; ${change}`)
  database.close()
  const log = valueOf(checkWorkspace(folder)).checks.find(({ name }) => name === 'log')
  return log === undefined || log.ok ? 'sound' : log.detail
}

test('L23: an entry, its hash or the tree that someone changed in the file is found by its number', () => {
  const rename = `text = replace(text, '"who":"user"', '"who":"eve"')`
  const changes = [
    `UPDATE log_entry SET ${rename} WHERE seq = 3`,
    `UPDATE log_entry SET leaf = zeroblob(32) WHERE seq = 5`,
    `UPDATE log_frontier SET peaks = zeroblob(length(peaks))`,
  ]
  expect(changes.map(logAfter)).toEqual([
    expect.stringContaining('log entry 3: expected the hash of its text beside it'),
    expect.stringContaining('log entry 5: expected the hash of its text beside it'),
    expect.stringContaining('its tree says otherwise'),
  ])
})
