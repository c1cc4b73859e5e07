import { createHash } from 'node:crypto'

import { and, eq, max, sql } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { DeliveryDay } from '../core/contract/orders.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import type { Currency } from '../core/money/money.ts'
import { appendLog } from './appendLog.ts'
import { bookDays } from './bookDays.ts'
import type { Reader, Writer } from './connection.ts'
import type { ImportStage } from './importStage.ts'
import { notFound } from './refusal.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { deliveryVersion } from './schema/deliveryVersion.ts'
import { importDay } from './schema/importDay.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { touchOrder } from './touchOrder.ts'

type Applying = {
  readonly batchId: string
  readonly conflicts: 'keep' | 'replace'
  readonly step: (fraction: number) => void
}

type DayRow = {
  readonly order_id: string
  readonly day: number
  readonly impressions: number
  readonly reach: number | null
  readonly link_clicks: number
  readonly page_views: number | null
  readonly conversions: number | null
  readonly spend_minor: number
  readonly revenue_minor: number | null
}

/** What was written: how many days of how many orders, and the digest of them all. */
export type AppliedDays = { readonly orders: number; readonly days: number; readonly digest: string }

/** Writes the days that a plan makes or restates, with their versions and ledger entries, order by order. */
export function applyDays(writer: Writer, stage: ImportStage, applying: Applying): Result<AppliedDays> {
  const { batchId, conflicts, step } = applying
  const statuses = conflicts === 'replace' ? ['create', 'update', 'conflict'] : ['create', 'update']
  const taken = `status IN (${statuses.map(status => `'${status}'`).join(', ')})`
  const orders = stage.database
    .prepare<[], string>(`SELECT DISTINCT order_id FROM day WHERE ${taken} ORDER BY 1`)
    .pluck()
    .all()
  const read = stage.database.prepare<[string], DayRow>(
    `SELECT * FROM day WHERE order_id = ? AND ${taken} ORDER BY day`,
  )
  const hash = createHash('sha256')
  let days = 0
  for (const [position, orderId] of orders.entries()) {
    step(position / orders.length)
    const order = writer.read
      .select({ currency: promoteOrder.currency })
      .from(promoteOrder)
      .where(eq(promoteOrder.id, orderId))
      .get()
    if (order === undefined) return notFound('promote order', orderId)
    const rows = read.all(orderId).map(dayOf)
    const written = writeDays(writer, { batchId, orderId, currency: order.currency, days: rows })
    if (!written.ok) return written
    for (const row of rows) hash.update(`${JSON.stringify([orderId, row])}\n`)
    days += rows.length
  }
  return { ok: true, value: { orders: orders.length, days, digest: hash.digest('hex') } }
}

function dayOf(row: DayRow): DeliveryDay {
  return {
    date: isoDay(row.day),
    impressions: row.impressions,
    reach: row.reach,
    linkClicks: row.link_clicks,
    pageViews: row.page_views,
    conversions: row.conversions,
    spendMinor: row.spend_minor,
    revenueMinor: row.revenue_minor,
    source: 'imported',
  }
}

type OrderDays = {
  readonly batchId: string
  readonly orderId: string
  readonly currency: Currency
  readonly days: readonly DeliveryDay[]
}

function writeDays(writer: Writer, { batchId, orderId, currency, days }: OrderDays): Result<unknown> {
  const updatedAt = writer.now()
  for (const day of days) {
    const { date } = day
    const stands = isDelivered(writer, orderId, date)
    const versionBefore = stands ? latestVersion(writer, orderId, date) : null
    const values = { ...day, orderId, currency, updatedAt }
    writer.write
      .insert(deliveryDay)
      .values(values)
      .onConflictDoUpdate({ target: [deliveryDay.orderId, deliveryDay.date], set: values })
      .run()
    const versionAfter = latestVersion(writer, orderId, date)
    writer.write.insert(importDay).values({ batchId, orderId, date, versionBefore, versionAfter }).run()
  }
  touchOrder(writer, orderId)
  // As of days that a person typed: an audit and a pack of evidence find each report among the order's own entries.
  appendLog(writer, {
    what: 'recordDeliveries',
    subject: { kind: 'order', id: orderId },
    payload: { days, importId: batchId },
  })
  return bookDays(writer, { orderId, currency, why: 'Import', days })
}

export function isDelivered(reader: Reader, orderId: string, date: string): boolean {
  const found = reader.read
    .select({ one: sql<number>`1` })
    .from(deliveryDay)
    .where(and(eq(deliveryDay.orderId, orderId), eq(deliveryDay.date, date)))
    .get()
  return found !== undefined
}

/** Of the reports of a day, the number of the last; 0 where there is none. */
export function latestVersion(reader: Reader, orderId: string, date: string): number {
  const found = reader.read
    .select({ version: max(deliveryVersion.version) })
    .from(deliveryVersion)
    .where(and(eq(deliveryVersion.orderId, orderId), eq(deliveryVersion.date, date)))
    .get()
  return found?.version ?? 0
}
