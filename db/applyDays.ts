import { createHash } from 'node:crypto'

import type { Result } from '../core/contract/failure.ts'
import type { DeliveryDay } from '../core/contract/orders.ts'
import type { Currency } from '../core/money/money.ts'
import { say } from '../core/words/say.ts'
import { openLog } from './appendLog.ts'
import { dayBooker } from './bookDays.ts'
import type { Writer } from './connection.ts'
import { chunksOfOrders, type OrderDays, ordersOf, restate, touchOrders } from './orderChunks.ts'

type Applying = {
  readonly batchId: string
  readonly conflicts: 'keep' | 'replace'
  readonly step: (fraction: number) => void
}

/** What was written: how many days of how many orders, and the digest of them all. */
export type AppliedDays = { readonly orders: number; readonly days: number; readonly digest: string }

type TakenDay = DeliveryDay & { readonly orderId: string; readonly currency: Currency }

/** The days of some orders that are written, and the last report that each had, if it stands. */
const taken = `CREATE TEMP TABLE IF NOT EXISTS taken (
  id INTEGER PRIMARY KEY, order_id TEXT NOT NULL, date TEXT NOT NULL, currency TEXT NOT NULL, version_before INTEGER) STRICT`

const latest = (day: string) =>
  `(SELECT max(version) FROM delivery_version AS v WHERE v.order_id = ${day}.order_id AND v.date = ${day}.date)`

/**
 * Writes the days that a plan makes or restates, with their versions and ledger entries, some orders at a time. The stage
 * must be attached to the writer's connection.
 */
export function applyDays(writer: Writer, { batchId, conflicts, step }: Applying): Result<AppliedDays> {
  const statuses = conflicts === 'replace' ? ['create', 'update', 'conflict'] : ['create', 'update']
  const isTaken = `day.status IN (${statuses.map(status => `'${status}'`).join(', ')})`
  writer.prepare(taken).run()
  const total = Number(writer.prepare(`SELECT count(*) FROM stage.day WHERE ${isTaken}`).pluck().get())
  const write = daysWriter(writer, isTaken)
  const log = openLog(writer)
  const booker = dayBooker(writer, say('Import'))
  const hash = createHash('sha256')
  const done = { orders: 0, days: 0 }
  for (const range of chunksOfOrders(writer, `stage.day AS day WHERE ${isTaken}`)) {
    step(done.days / total)
    for (const { orderId, currency, days } of write(batchId, range)) {
      // As of days that a person typed: an audit and a pack of evidence find each report among the order's own entries.
      log.append({
        what: 'recordDeliveries',
        subject: { kind: 'order', id: orderId },
        payload: { days, importId: batchId },
      })
      const booked = booker.book({ orderId, currency, days })
      if (!booked.ok) return booked
      hash.update(`${JSON.stringify([orderId, days])}\n`)
      done.orders++
      done.days += days.length
    }
  }
  booker.close()
  log.close()
  return { ok: true, value: { ...done, digest: hash.digest('hex') } }
}

type Range = readonly [first: string, last: string]

/** Writes the days of a range of orders, by set, and answers with them. */
function daysWriter(
  writer: Writer,
  isTaken: string,
): (batchId: string, range: Range) => Iterable<OrderDays<DeliveryDay>> {
  const forget = writer.prepare('DELETE FROM temp.taken')
  const take = writer.prepare<[string, string]>(`
    INSERT INTO temp.taken
    SELECT day.id, day.order_id, date(day.day * 86400, 'unixepoch'), o.currency, NULL
    FROM stage.day AS day CROSS JOIN promote_order AS o ON o.id = day.order_id
    WHERE day.order_id BETWEEN ? AND ? AND ${isTaken}`)
  const noteBefore = writer.prepare(`
    UPDATE temp.taken SET version_before = ${latest('taken')}
    WHERE EXISTS (SELECT 1 FROM delivery_day AS d WHERE d.order_id = taken.order_id AND d.date = taken.date)`)
  const insert = writer.prepare<[number]>(`
    INSERT INTO delivery_day (order_id, date, currency, source, impressions, reach, link_clicks, page_views, conversions,
      spend_minor, revenue_minor, updated_at)
    SELECT taken.order_id, taken.date, taken.currency, 'imported', day.impressions, day.reach, day.link_clicks,
      day.page_views, day.conversions, day.spend_minor, day.revenue_minor, ?
    FROM temp.taken AS taken CROSS JOIN stage.day AS day ON day.id = taken.id WHERE true
    ON CONFLICT (order_id, date) DO UPDATE SET ${restate}`)
  const note = writer.prepare<[string]>(`
    INSERT INTO import_day (batch_id, order_id, date, version_before, version_after)
    SELECT ?, order_id, date, version_before, ${latest('taken')} FROM temp.taken AS taken ORDER BY id`)
  const touch = touchOrders(writer, 'temp.taken')
  const read = writer.prepare<[], TakenDay>(`
    SELECT taken.order_id AS orderId, taken.currency, taken.date, impressions, reach, link_clicks AS linkClicks,
      page_views AS pageViews, conversions, spend_minor AS spendMinor, revenue_minor AS revenueMinor, 'imported' AS source
    FROM temp.taken AS taken CROSS JOIN stage.day AS day ON day.id = taken.id ORDER BY taken.id`)
  return (batchId, range) => {
    forget.run()
    take.run(...range)
    noteBefore.run()
    insert.run(writer.now())
    note.run(batchId)
    touch()
    return ordersOf(read.all())
  }
}
