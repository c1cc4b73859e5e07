import type { DeliveryDay } from '../../../core/contract/orders.ts'
import type { Transfer } from '../../../core/ledger/transfer.ts'
import type { ForecastHead } from '../../../db/frozenForecast.ts'
import type { OrderWithoutForecast } from '../../../db/orders.ts'

type Row = readonly (string | number | null)[]

/** The tables of a pack about its orders, in their order. */
export const tableNames = ['orders', 'payments', 'ledger', 'deliveries', 'events', 'forecasts'] as const
type TableName = (typeof tableNames)[number]

export const tableHeadings: Readonly<Record<TableName, readonly string[]>> = {
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

/** The rows of one order in each table. */
export function tableRows(
  order: OrderWithoutForecast,
  forecast: ForecastHead | undefined,
  transfers: readonly Transfer[],
): Readonly<Record<TableName, readonly Row[]>> {
  const { row, payment, deliveries, events } = order
  return {
    orders: [orderRow(order, forecast)],
    payments: payment === null ? [] : [paymentRow(row.id, payment)],
    ledger: transfers.flatMap(ledgerRows),
    deliveries: deliveries.map(day => dayRow(row, day)),
    events: events.map(({ at, from, to, what, who }) => [row.id, iso(at), from, to, what, who]),
    forecasts: forecast === undefined ? [] : [forecastRow(row, forecast)],
  }
}

const iso = (at: number) => new Date(at).toISOString()

function orderRow({ row, payment }: OrderWithoutForecast, forecast: ForecastHead | undefined): Row {
  return [
    row.id,
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
  ]
}

function paymentRow(id: string, payment: NonNullable<OrderWithoutForecast['payment']>): Row {
  return [
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
  ]
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

function dayRow({ id, currency }: OrderWithoutForecast['row'], day: DeliveryDay): Row {
  return [
    id,
    day.date,
    day.source,
    currency,
    day.impressions,
    day.reach,
    day.linkClicks,
    day.pageViews,
    day.conversions,
    day.spendMinor,
    day.revenueMinor,
  ]
}

function forecastRow({ id, linkClicks }: OrderWithoutForecast['row'], forecast: ForecastHead): Row {
  return [
    id,
    forecast.modelVersion,
    forecast.profileVersion,
    forecast.seed,
    forecast.replicates,
    forecast.digest,
    forecast.linkClicks.p10,
    forecast.linkClicks.p50,
    forecast.linkClicks.p90,
    forecast.targetReached,
    linkClicks,
  ]
}
