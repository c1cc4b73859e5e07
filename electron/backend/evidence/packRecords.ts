import { csvLine } from '../../../core/audit/csvLine.ts'
import type { Order } from '../../../core/contract/orders.ts'
import type { Transfer } from '../../../core/ledger/transfer.ts'
import type { Reader } from '../../../db/connection.ts'
import { findCreator } from '../../../db/creators.ts'
import { listFacts } from '../../../db/datedFacts.ts'
import { findFrozenForecast } from '../../../db/frozenForecast.ts'
import { listTransfers } from '../../../db/ledger.ts'
import { listReports } from '../../../db/listReports.ts'
import { findOrder } from '../../../db/orders.ts'
import { findProduct } from '../../../db/products.ts'
import { findVideo } from '../../../db/videos.ts'

type Row = readonly (string | number | null)[]

/** What is known of the orders of a pack, line by line. */
export type PackedRecords = {
  readonly orders: Order[]
  readonly transfers: number
  readonly jsonl: Record<
    'orders' | 'ledger' | 'forecasts' | 'profiles' | 'creators' | 'videos' | 'products' | 'facts',
    string[]
  >
  readonly csv: Record<'orders' | 'payments' | 'ledger' | 'deliveries' | 'events' | 'forecasts', Row[]>
}

/** Reads the orders one by one; `step` is told after each and ends it by throwing. */
export function readRecords(
  reader: Reader,
  ids: readonly string[],
  step: (done: number) => void,
): PackedRecords {
  const jsonl: PackedRecords['jsonl'] = {
    orders: [],
    ledger: [],
    forecasts: [],
    profiles: [],
    creators: [],
    videos: [],
    products: [],
    facts: [],
  }
  const csv: PackedRecords['csv'] = {
    orders: [],
    payments: [],
    ledger: [],
    deliveries: [],
    events: [],
    forecasts: [],
  }
  const orders: Order[] = []
  const profiles = new Set<string>()
  let transfers = 0
  for (const id of ids) {
    const order = findOrder(reader, id)
    if (order === undefined) throw new Error(`Order ${id} is gone while it is packed`)
    const { forecast: _forecast, ...rest } = order
    const posted = listTransfers(reader, id)
    transfers += posted.length
    orders.push(withoutDays(order))
    jsonl.orders.push(JSON.stringify({ ...rest, reports: listReports(reader, id) }))
    for (const transfer of posted) jsonl.ledger.push(JSON.stringify(transfer))
    packForecast(reader, { id, jsonl, profiles })
    orderRows(order, csv)
    csv.ledger.push(...posted.flatMap(ledgerRows))
    step(orders.length)
  }
  packSubjects(reader, orders, jsonl)
  return { orders, transfers, jsonl, csv }
}

/** What documents say of an order: the days of its forecast, most of its size, are in the records already. */
function withoutDays(order: Order): Order {
  const { forecast } = order
  return forecast === null
    ? order
    : {
        ...order,
        forecast: { ...forecast, days: [], outcomes: [], losses: [], assumptions: [], warnings: [] },
      }
}

function packForecast(
  reader: Reader,
  {
    id,
    jsonl,
    profiles,
  }: { readonly id: string; readonly jsonl: PackedRecords['jsonl']; readonly profiles: Set<string> },
): void {
  const frozen = findFrozenForecast(reader, id)
  if (frozen === undefined) return
  const { result, orderFile, profile } = frozen
  const { assumptions, ...numbers } = result
  jsonl.forecasts.push(JSON.stringify({ orderId: id, forecast: numbers, orderFile }))
  if (profiles.has(result.profileVersion)) return
  profiles.add(result.profileVersion)
  jsonl.profiles.push(
    JSON.stringify({ version: result.profileVersion, profile: profile ?? null, assumptions }),
  )
}

/** Creators, videos and products of the orders, with the facts about them that changed over time (A16). */
function packSubjects(reader: Reader, orders: readonly Order[], jsonl: PackedRecords['jsonl']): void {
  const unique = (ids: readonly string[]) => [...new Set(ids)].toSorted()
  const add = (kind: 'creator' | 'video' | 'product', ids: readonly string[], lines: string[]) => {
    for (const id of unique(ids)) {
      const find = { creator: findCreator, video: findVideo, product: findProduct }[kind]
      lines.push(JSON.stringify(find(reader, id) ?? { id, missing: true }))
      for (const fact of listFacts(reader, { kind, id }))
        jsonl.facts.push(JSON.stringify({ kind, id, ...fact }))
    }
  }
  add(
    'creator',
    orders.map(({ row }) => row.creatorId),
    jsonl.creators,
  )
  add(
    'video',
    orders.map(({ row }) => row.videoId),
    jsonl.videos,
  )
  add(
    'product',
    orders.map(({ row }) => row.productId),
    jsonl.products,
  )
}

const iso = (at: number) => new Date(at).toISOString()

function orderRows({ row, payment, deliveries, events, forecast }: Order, csv: PackedRecords['csv']): void {
  const { id } = row
  csv.orders.push([
    id,
    row.market,
    row.currency,
    row.state,
    row.creatorHandle,
    row.videoTitle,
    row.productName,
    row.startsAt,
    row.durationDays,
    row.budgetMinor,
    row.spentMinor,
    row.targetLinkClicks,
    row.linkClicks,
    row.conversions,
    payment === null ? null : iso(payment.paidAt),
    forecast?.digest ?? null,
  ])
  if (payment !== null)
    csv.payments.push([
      id,
      payment.currency,
      payment.method,
      payment.reference,
      payment.netMinor,
      payment.taxRate,
      payment.taxMinor,
      payment.couponMinor,
      payment.withheldMinor,
      payment.grossMinor,
      iso(payment.paidAt),
    ])
  for (const day of deliveries)
    csv.deliveries.push([
      id,
      day.date,
      day.source,
      row.currency,
      day.impressions,
      day.reach,
      day.linkClicks,
      day.pageViews,
      day.conversions,
      day.spendMinor,
      day.revenueMinor,
    ])
  for (const { at, from, to, what, who } of events) csv.events.push([id, iso(at), from, to, what, who])
  if (forecast === null) return
  const { linkClicks } = forecast.totals
  csv.forecasts.push([
    id,
    forecast.modelVersion,
    forecast.profileVersion,
    forecast.seed,
    forecast.replicates,
    forecast.digest,
    linkClicks.p10,
    linkClicks.p50,
    linkClicks.p90,
    forecast.probability.targetReached,
    row.linkClicks,
  ])
}

function ledgerRows({ id, orderId, kind, at, who, why, evidence, day, currency, lines }: Transfer): Row[] {
  return lines.map(({ account, minor }) => [
    id,
    orderId,
    kind,
    iso(at),
    who,
    why,
    evidence,
    day,
    currency,
    account,
    minor,
  ])
}

const headings: Readonly<Record<keyof PackedRecords['csv'], readonly string[]>> = {
  orders: [
    'order_id',
    'market',
    'currency',
    'state',
    'creator',
    'video',
    'product',
    'starts_at_local',
    'days',
    'budget_minor',
    'spent_minor',
    'target_link_clicks',
    'link_clicks',
    'conversions',
    'paid_at',
    'forecast_digest',
  ],
  payments: [
    'order_id',
    'currency',
    'method',
    'reference',
    'net_minor',
    'tax_rate',
    'tax_minor',
    'coupon_minor',
    'withheld_minor',
    'gross_minor',
    'paid_at',
  ],
  ledger: [
    'transfer_id',
    'order_id',
    'kind',
    'at',
    'who',
    'why',
    'evidence',
    'day',
    'currency',
    'account',
    'minor',
  ],
  deliveries: [
    'order_id',
    'date',
    'source',
    'currency',
    'impressions',
    'reach',
    'link_clicks',
    'page_views',
    'conversions',
    'spend_minor',
    'revenue_minor',
  ],
  events: ['order_id', 'at', 'from', 'to', 'what', 'who'],
  forecasts: [
    'order_id',
    'model_version',
    'profile_version',
    'seed',
    'replicates',
    'digest',
    'link_clicks_p10',
    'link_clicks_p50',
    'link_clicks_p90',
    'target_reached',
    'link_clicks_actual',
  ],
}

export function* csvLines(name: keyof PackedRecords['csv'], rows: readonly Row[]): Generator<string> {
  yield csvLine(headings[name])
  for (const row of rows) yield csvLine(row)
}
