import type SqliteDatabase from 'better-sqlite3'

import type { DeliveryDay } from '../core/contract/orders.ts'
import type { LeftReason } from '../core/exchange/importSummary.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import { currencies, fromMajor, type Currency } from '../core/money/money.ts'
import type { Reader } from './connection.ts'
import { deliveringStates } from './deliveries.ts'
import { summedColumns } from './importSummaryOf.ts'
import type { knownOrders } from './knownOrders.ts'
import { dayNotTaken, lineLacks } from './lineFate.ts'

export const dayStatuses = ['create', 'update', 'unchanged', 'conflict', 'left'] as const
export type DayStatus = (typeof dayStatuses)[number]

type Planning = {
  readonly orders: ReturnType<typeof knownOrders>
  readonly conflicts: 'keep' | 'replace'
  readonly step: (fraction: number) => void
}

/** Whether a line tells of one day of the order of its unit. */
const isOfDay = `unit.target = 'order' AND unit.kind IN ('delivery', 'affiliateOrder')
  AND line.day_from = line.day_to AND coalesce(unit.currency, unit.order_currency) IS unit.order_currency`

/** The rows of one day of an order, added up. */
type DaySums = {
  readonly order_id: string
  readonly kind: 'delivery' | 'affiliateOrder'
  readonly day: number
  readonly rows: number
  readonly missing: number
  readonly spend: number | null
  readonly revenue: number | null
  readonly impressions: number
  readonly reach: number | null
  readonly link_clicks: number
  readonly page_views: number | null
  readonly conversions: number | null
}

/** People of two ads are not added: some have seen both. A count that one row does not know is not known of the day (H34). */
const daySums = `
SELECT unit.order_id, unit.kind, line.day_from AS day, count(*) AS rows,
  sum(unit.kind = 'delivery' AND ${lineLacks.missing}) AS missing,
  sum(line.spend) + sum(line.spend_micro) / 1e6 AS spend,
  CASE WHEN count(line.revenue) = count(*) THEN sum(line.revenue) + sum(line.revenue_micro) / 1e6 END AS revenue,
  sum(line.impressions) AS impressions,
  CASE WHEN count(*) = 1 THEN max(line.reach) END AS reach,
  sum(line.link_clicks) AS link_clicks,
  CASE WHEN count(line.page_views) = count(*) THEN sum(line.page_views) END AS page_views,
  CASE WHEN count(line.conversions) = count(*) THEN sum(line.conversions) END AS conversions
FROM line CROSS JOIN unit ON unit.id = line.unit
WHERE ${isOfDay}
GROUP BY unit.order_id, line.day_from, unit.kind
ORDER BY unit.order_id, line.day_from`

/** What the file does to each day of an order, beside what is known of that day. */
export function planDays(
  reader: Reader,
  database: SqliteDatabase.Database,
  { orders, conflicts, step }: Planning,
): void {
  const hasOrders = database.prepare("SELECT 1 FROM unit WHERE target = 'order' LIMIT 1").get() !== undefined
  if (!hasOrders) return
  const insert = database.prepare(
    `INSERT INTO day VALUES (NULL, ${Array.from({ length: 12 }, () => '?').join(', ')})`,
  )
  const deliveries = daysKnown(reader)
  let known: { readonly id: string; readonly days: ReadonlyMap<string, DeliveryDay> } | undefined
  for (const sums of daysOf(database)) {
    const { order_id: id, day } = sums
    if (known?.id !== id) {
      known = { id, days: deliveries(id) }
      step(0.75)
    }
    const order = orders.find(id)
    if (order === undefined) throw new Error(`order ${id} was matched and is gone`)
    const before = known.days.get(isoDay(day))
    const after = dayAfter(sums, before, order.currency)
    const reason = leftReason(sums, before, deliveringStates.has(order.state))
    const status = reason === undefined ? statusOf(before, after) : 'left'
    insert.run(
      id,
      day,
      status,
      reason ?? null,
      after.impressions,
      after.reach,
      after.linkClicks,
      after.pageViews,
      after.conversions,
      after.spendMinor,
      after.revenueMinor,
      before === undefined ? null : JSON.stringify(before),
    )
  }
  moveLines(database, conflicts === 'keep')
}

const daysAtOnce = 5000

/** A statement that is under way holds up every other on its connection: the sums are kept first, and read piece by piece. */
function* daysOf(database: SqliteDatabase.Database): Generator<DaySums> {
  database.exec(`DROP TABLE IF EXISTS sums; CREATE TABLE sums AS ${daySums}`)
  const read = database.prepare<[number, number], DaySums>(
    'SELECT * FROM sums WHERE rowid > ? AND rowid <= ?',
  )
  for (let from = 0; ; from += daysAtOnce) {
    const rows = read.all(from, from + daysAtOnce)
    yield* rows
    if (rows.length < daysAtOnce) return
  }
}

function leftReason(
  { kind, missing }: DaySums,
  before: DeliveryDay | undefined,
  hasDelivered: boolean,
): LeftReason | undefined {
  if (!hasDelivered) return 'state'
  if (missing > 0) return 'missing'
  return kind === 'affiliateOrder' && before === undefined ? 'noDelivery' : undefined
}

/** Sales tell of a delivered day what was sold, and leave the rest as it was; a report of ads leaves what it does not tell. */
function dayAfter(sums: DaySums, before: DeliveryDay | undefined, currency: string): DeliveryDay {
  const date = isoDay(sums.day)
  const known = before ?? { ...nothing, date }
  const sold = {
    // A sale that platforms share among several ads is whole again in the day, but for what is of other orders.
    conversions: sums.conversions === null ? known.conversions : Math.round(sums.conversions),
    revenueMinor: sums.revenue === null ? known.revenueMinor : minorOf(currency, sums.revenue),
    source: 'imported',
  } as const
  if (sums.kind === 'affiliateOrder') return { ...known, ...sold }
  return {
    date,
    impressions: sums.impressions,
    reach: sums.reach ?? (known.impressions === sums.impressions ? known.reach : null),
    linkClicks: sums.link_clicks,
    pageViews: sums.page_views ?? known.pageViews,
    spendMinor: minorOf(currency, sums.spend ?? 0),
    ...sold,
  }
}

const nothing = {
  impressions: 0,
  reach: null,
  linkClicks: 0,
  pageViews: null,
  conversions: null,
  spendMinor: 0,
  revenueMinor: null,
} as const

function minorOf(currency: string, major: number): number {
  if (!isCurrency(currency)) throw new RangeError(`no order is in ${currency}`)
  return fromMajor(currency, major).minor
}

function isCurrency(code: string): code is Currency {
  return Object.hasOwn(currencies, code)
}

/** What a person typed is not overwritten unasked. */
function statusOf(before: DeliveryDay | undefined, after: DeliveryDay): DayStatus {
  if (before === undefined) return 'create'
  if (counted.every(key => before[key] === after[key])) return 'unchanged'
  return before.source === 'typed' ? 'conflict' : 'update'
}

const counted = [
  'impressions',
  'reach',
  'linkClicks',
  'pageViews',
  'conversions',
  'spendMinor',
  'revenueMinor',
] as const

/** Rows of days that are not taken are left out: their sums move. */
function moveLines(database: SqliteDatabase.Database, isKept: boolean): void {
  const notTaken = dayNotTaken(isKept)
  if (database.prepare(`SELECT 1 FROM day WHERE ${notTaken} LIMIT 1`).get() === undefined) return
  const total = (column: string) => `coalesce(sum(line.${column}), 0)`
  database.exec(`INSERT INTO moved
    SELECT coalesce(unit.currency, ''), coalesce(day.reason, 'conflict'), count(*), ${summedColumns.map(total).join(', ')}
    FROM line CROSS JOIN unit ON unit.id = line.unit
      CROSS JOIN day ON day.order_id = unit.order_id AND day.day = line.day_from
    WHERE ${isOfDay} AND NOT (unit.kind = 'delivery' AND ${lineLacks.missing}) AND ${notTaken}
    GROUP BY 1, 2`)
}

/** What is known of the days of an order, by date. */
function daysKnown(reader: Reader): (orderId: string) => ReadonlyMap<string, DeliveryDay> {
  const read = reader.prepare<[string], DeliveryDay>(`
    SELECT date, impressions, reach, link_clicks AS linkClicks, page_views AS pageViews, conversions,
      spend_minor AS spendMinor, revenue_minor AS revenueMinor, source
    FROM delivery_day WHERE order_id = +?`)
  return orderId => new Map(read.all(orderId).map(day => [day.date, day]))
}
