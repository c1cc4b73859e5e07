import type { ForecastResult, Spread } from '../../core/forecast/forecastResult.ts'
import { toMajor } from '../../core/money/money.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { columns } from './columns.ts'

/** A forecast for a person at a terminal: the chance of the target first, then the range, then the tables. */
export function forecastReport(order: PromoteOrder, forecast: ForecastResult): string {
  const format = formats(forecast.currency)
  const { totals, probability } = forecast
  const target = `at least ${format.count(order.target.linkClicks)} link clicks`
  const chances = [
    `budget fully spent ${percent(probability.budgetFullySpent)}`,
    ...(probability.noConversion === null ? [] : [`no order at all ${percent(probability.noConversion)}`]),
    ...(probability.loss === null ? [] : [`a loss ${percent(probability.loss)}`]),
  ]
  return [
    `${order.product.name}, ${order.market}: ${format.money(toMajor(order.budget))} over ${order.durationDays} days ` +
      `from ${order.startsAt.replace('T', ' ')}`,
    '',
    `${percent(probability.targetReached).replace(/^[ou]/, letter => letter.toUpperCase())} chance of ${target}.`,
    `In 8 of 10 cases: ${between(totals.linkClicks, format.count)} link clicks` +
      (totals.conversions === null ? '.' : ` and ${between(totals.conversions, format.count)} orders.`),
    `Chances: ${chances.join(', ')}.`,
    '',
    ...totalsTable(forecast),
    '',
    ...daysTable(forecast),
    ...(forecast.warnings.length === 0
      ? []
      : ['', ...forecast.warnings.map(warning => `Warning: ${warning}`)]),
    '',
    `Model ${forecast.modelVersion}, profile ${forecast.profileVersion}, seed ${forecast.seed}, ` +
      `${format.count(forecast.replicates)} replicates`,
    forecast.digest,
    '',
  ].join('\n')
}

function totalsTable({ totals, currency }: ForecastResult): readonly string[] {
  const { count, money, decimal } = formats(currency)
  const rows: readonly (readonly [string, Spread | null, (value: number) => string])[] = [
    ['Link clicks', totals.linkClicks, count],
    ['Orders', totals.conversions, count],
    ['Spend', totals.spend, money],
    ['Impressions', totals.impressions, count],
    ['People reached', totals.reach, count],
    ['Times each', totals.frequency, decimal],
    ['Page views', totals.pageViews, count],
    ['Revenue', totals.revenue, money],
    ['Profit', totals.profit, money],
    ['Cost per click', totals.costPerClick, money],
    ['Cost per order', totals.costPerConversion, money],
    ['Return on spend', totals.roas, decimal],
  ]
  return columns([
    ['Whole order', 'mean', 'median', '8 in 10', '95 in 100'],
    ...rows.map(([name, spread, format]) => [name, ...cells(spread, format)]),
  ])
}

function daysTable({ days, currency }: ForecastResult): readonly string[] {
  const { count, money } = formats(currency)
  return columns([
    ['Day', 'link clicks', '8 in 10', 'orders', '8 in 10', 'spend'],
    ...days.map(day => [
      day.date,
      shown(day.linkClicks.p50, count),
      range(day.linkClicks.p10, day.linkClicks.p90, count),
      shown(day.conversions?.p50 ?? null, count),
      range(day.conversions?.p10 ?? null, day.conversions?.p90 ?? null, count),
      shown(day.spend.mean, money),
    ]),
  ])
}

type Format = (value: number) => string

function cells(spread: Spread | null, format: Format): readonly string[] {
  if (spread === null) return ['not forecast', '', '', '']
  return [
    shown(spread.mean, format),
    shown(spread.p50, format),
    range(spread.p10, spread.p90, format),
    range(spread.p025, spread.p975, format),
  ]
}

/** A quantity that does not exist, such as the cost per click of no clicks, is a dash. */
function shown(value: number | null, format: Format): string {
  return value === null || !Number.isFinite(value) ? '-' : format(value)
}

function range(low: number | null, high: number | null, format: Format): string {
  if (low === null || !Number.isFinite(low)) return '-'
  return high === null || !Number.isFinite(high)
    ? `${format(low)} or more`
    : `${format(low)} to ${format(high)}`
}

function between(spread: Spread, format: Format): string {
  return range(spread.p10, spread.p90, format)
}

function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%'
  if (share < 1 && share > 0.99) return 'over 99%'
  return `${Math.round(share * 100)}%`
}

function formats(currency: ForecastResult['currency']) {
  const digits = currency === 'IDR' ? 0 : 2
  const numbers = (options: Intl.NumberFormatOptions): Format => {
    const format = new Intl.NumberFormat('en-GB', options)
    return value => format.format(value)
  }
  return {
    count: numbers({ maximumFractionDigits: 0 }),
    decimal: numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    money: numbers({
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
  }
}
