import { cpSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { openReader } from '../../db/connection.ts'
import { bigWorkspace } from './bigWorkspace.ts'

export type OrderDay = { readonly orderId: string; readonly date: string }

/** Days after those that two and a half thousand orders have, a day of each order after the other. */
export function daysOfOrders(database: string, days: number): readonly OrderDay[] {
  const { handle, close } = openReader(database)
  const orders = handle
    .prepare<[], { id: string; day: string }>(
      `SELECT id, substr(starts_at, 1, 10) AS day FROM promote_order WHERE state = 'completed' AND currency = 'GBP'
       ORDER BY id LIMIT 2500`,
    )
    .all()
  close()
  return Array.from({ length: days }, (_, i) => {
    const { id: orderId, day } = orders[i % orders.length] ?? { id: '', day: '' }
    const later = 40 + Math.floor(i / orders.length)
    return { orderId, date: new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10) }
  })
}

/**
 * As many rows as an import of days writes, into the same tables and indexes, one plain statement after another: without
 * triggers, checks, foreign keys, balances, log, ledger rules and a file to read.
 */
export function insertBareDays(
  dataDir: string,
  days: number,
): { readonly rows: number; readonly seconds: number; readonly cpuSeconds: number } {
  cpSync(bigWorkspace(), dataDir, { recursive: true })
  const file = join(dataDir, 'foreclick.db')
  const all = daysOfOrders(file, days).toSorted((a, b) =>
    a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : 0,
  )
  const database = new SqliteDatabase(file)
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) database.exec(`DROP TRIGGER ${String(name)}`)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = OFF',
    'ignore_check_constraints = ON',
  ])
    database.pragma(pragma)
  const write = bareWriter(database)
  const [before, start] = [process.cpuUsage(), performance.now()]
  database.transaction(() => all.forEach(write))()
  database.close()
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - start) / 1000
  return { rows: all.length, seconds, cpuSeconds: (user + system) / 1e6 }
}

function bareWriter(database: SqliteDatabase.Database): (day: OrderDay, place: number) => void {
  const columns = 'impressions, link_clicks, conversions, spend_minor'
  const counts = "'imported', 1000, 20, 2, 125"
  const [day, version, imported, transfer] = [
    `delivery_day (order_id, date, currency, source, ${columns}, updated_at) VALUES (?, ?, 'GBP', ${counts}, 1)`,
    `delivery_version (order_id, date, version, source, ${columns}, recorded_at) VALUES (?, ?, 1, ${counts}, 1)`,
    `import_day (batch_id, order_id, date, version_after) VALUES ('0193a1b2-0000-7000-8000-000000000000', ?, ?, 1)`,
    `ledger_transfer (id, command_id, order_id, currency, kind, at, who, why, day, lines)
     VALUES (?, ?, ?, 'GBP', 'deliver', 1, 'bench', 'Import: delivery of a day', ?,
       '[{"account":"promotion_prepaid","minor":-125},{"account":"promotion_spent","minor":125}]')`,
  ].map(into => database.prepare(`INSERT INTO ${into}`))
  return ({ orderId, date }, place) => {
    day?.run(orderId, date)
    version?.run(orderId, date)
    imported?.run(orderId, date)
    const id = `0193a1b2-0000-7000-8000-${String(place).padStart(12, '0')}`
    transfer?.run(id, `delivery:${orderId}:${date}:1`, orderId, date)
  }
}
