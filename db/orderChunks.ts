import type { Currency } from '../core/money/money.ts'
import type { Writer } from './connection.ts'

const ordersAtOnce = 200

/** First and last id of some orders at a time; `from` names a table, aliased day, and which of its rows. */
export function* chunksOfOrders(
  writer: Writer,
  from: string,
  ...values: readonly string[]
): Generator<readonly [first: string, last: string]> {
  const read = writer
    .prepare<string[], string>(
      `SELECT DISTINCT day.order_id FROM ${from} AND day.order_id > ? ORDER BY 1 LIMIT ${ordersAtOnce}`,
    )
    .pluck()
  for (let after = ''; ;) {
    const ids = read.all(...values, after)
    const [first, last] = [ids[0], ids.at(-1)]
    if (first === undefined || last === undefined) return
    yield [first, last]
    after = last
  }
}

export type OrderDays<Day> = {
  readonly orderId: string
  readonly currency: Currency
  readonly days: readonly Day[]
}

/** Days that are sorted by their orders, order by order. */
export function* ordersOf<Day extends { readonly orderId: string; readonly currency: Currency }>(
  rows: readonly Day[],
): Generator<OrderDays<Omit<Day, 'orderId' | 'currency'>>> {
  for (let from = 0; from < rows.length;) {
    const first = rows[from]
    if (first === undefined) return
    const { orderId, currency } = first
    const days: Omit<Day, 'orderId' | 'currency'>[] = []
    for (; rows[from]?.orderId === orderId; from++) {
      const row = rows[from]
      if (row === undefined) break
      const { orderId: _order, currency: _currency, ...day } = row
      days.push(day)
    }
    yield { orderId, currency, days }
  }
}

/** Notes that the orders of a table's rows changed, as touchOrder does of one. */
export function touchOrders(writer: Writer, table: string): () => void {
  const touch = writer.prepare<[number]>(
    `UPDATE promote_order SET updated_at = max(?, updated_at + 1) WHERE id IN (SELECT order_id FROM ${table})`,
  )
  return () => void touch.run(writer.now())
}

/** A day that stands gets the report that is written in its place. */
export const restate = [
  'source',
  'impressions',
  'reach',
  'link_clicks',
  'page_views',
  'conversions',
  'spend_minor',
  'revenue_minor',
  'updated_at',
]
  .map(column => `${column} = excluded.${column}`)
  .join(', ')
