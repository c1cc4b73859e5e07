import { csvLine } from '../../../core/audit/csvLine.ts'
import type { Reader } from '../../../db/connection.ts'
import { findCreator } from '../../../db/creators.ts'
import { listFacts } from '../../../db/datedFacts.ts'
import { recordsOfOrders } from '../../../db/evidence.ts'
import { findForecastHead, findFrozenForecast, type ForecastHead } from '../../../db/frozenForecast.ts'
import { listTransfers } from '../../../db/ledger.ts'
import { listReports } from '../../../db/listReports.ts'
import { findOrderWithoutForecast, type OrderWithoutForecast } from '../../../db/orders.ts'
import { findProduct } from '../../../db/products.ts'
import { findVideo } from '../../../db/videos.ts'
import { tableHeadings, tableNames, tableRows } from './packTables.ts'
import type { OpenFile } from './packWriter.ts'

export const recordFiles = [
  'orders',
  'ledger',
  'forecasts',
  'profiles',
  'creators',
  'videos',
  'products',
  'facts',
] as const

export type RecordFiles = Readonly<Record<(typeof recordFiles)[number], OpenFile>>
export type TableFiles = Readonly<Record<(typeof tableNames)[number], OpenFile>>

/** What documents say of an order; all else is in the records and read again where it is needed. */
export type PackedOrder = Pick<OrderWithoutForecast, 'row' | 'payment'> & {
  readonly linkClicks: ForecastHead['linkClicks'] | null
}

type Packed = { readonly reader: Reader; readonly ids: readonly string[] }
type Packing = Packed & {
  /** Told after each order how many there were; ends the work by throwing. */
  readonly step: (done: number) => void
}

/** Writes orders, ledger and tables order by order, so that no more than one of them is in memory. */
export function writeOrders(
  { reader, ids, step }: Packing,
  records: RecordFiles,
  tables: TableFiles,
): PackedOrder[] {
  for (const name of tableNames) tables[name].line(csvLine(tableHeadings[name]))
  const packed = ids.map((id, place) => {
    const order = findOrderWithoutForecast(reader, id)
    if (order === undefined) throw new Error(`Order ${id} is gone while it is packed`)
    const posted = listTransfers(reader, id)
    const forecast = findForecastHead(reader, id)
    records.orders.line(JSON.stringify({ ...order, reports: listReports(reader, id) }))
    for (const transfer of posted) records.ledger.line(JSON.stringify(transfer))
    const rows = tableRows(order, forecast, posted)
    for (const name of tableNames) for (const row of rows[name]) tables[name].line(csvLine(row))
    step(place + 1)
    const { row, payment } = order
    return { row, payment, linkClicks: forecast?.linkClicks ?? null }
  })
  for (const file of [records.orders, records.ledger, ...tableNames.map(name => tables[name])]) file.end()
  return packed
}

/** Writes the frozen forecasts, most of a pack, one by one, and each profile that they rest on once. */
export function writeForecasts({ reader, ids, step }: Packing, files: RecordFiles): void {
  const profiles = new Set<string>()
  for (const [place, id] of ids.entries()) {
    const frozen = findFrozenForecast(reader, id)
    if (frozen !== undefined) {
      const { result, orderFile, profile } = frozen
      const { assumptions, ...numbers } = result
      const version = result.profileVersion
      files.forecasts.line(JSON.stringify({ orderId: id, forecast: numbers, orderFile }))
      if (!profiles.has(version))
        files.profiles.line(JSON.stringify({ version, profile: profile ?? null, assumptions }))
      profiles.add(version)
    }
    step(place + 1)
  }
  files.forecasts.end()
  files.profiles.end()
}

/** Writes creators, videos and products of the orders, with the facts about them that changed over time (A16). */
export function writeSubjects({ reader, ids }: Packed, files: RecordFiles): void {
  const { creators, videos, products } = recordsOfOrders(reader, ids)
  const add = (kind: 'creator' | 'video' | 'product', named: readonly string[], file: OpenFile) => {
    const find = { creator: findCreator, video: findVideo, product: findProduct }[kind]
    for (const id of named) {
      file.line(JSON.stringify(find(reader, id) ?? { id, missing: true }))
      for (const fact of listFacts(reader, { kind, id }))
        files.facts.line(JSON.stringify({ kind, id, ...fact }))
    }
    file.end()
  }
  add('creator', creators, files.creators)
  add('video', videos, files.videos)
  add('product', products, files.products)
  files.facts.end()
}
