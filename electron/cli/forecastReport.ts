import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { Spread } from '../../core/forecast/spread.ts'
import { toMajor } from '../../core/money/money.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { columns } from './columns.ts'
import { reportFoot } from './reportFoot.ts'
import { between, daysWords, type Format, formats, percent, range, shown } from './reportFormats.ts'

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
    `${order.product.name}, ${order.market}: ${format.money(toMajor(order.budget))} over ${daysWords(order.durationDays)} ` +
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
    '',
    ...lossLines(forecast),
    '',
    errorLine(forecast),
    ...reportFoot(forecast),
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

/** What holds the order back, as far as it can be told from chance (FO4). */
function lossLines({ losses, currency }: ForecastResult): readonly string[] {
  const { count } = formats(currency)
  const clear = losses.filter(
    ({ linkClicks, error }) => Math.abs(linkClicks) > 2 * error && count(linkClicks) !== '0',
  )
  if (clear.length === 0) return ['Nothing but the budget holds the order back.']
  const parts = clear.map(({ constraint, linkClicks }) =>
    linkClicks > 0 ? `${constraint} -${count(linkClicks)}` : `${constraint} +${count(-linkClicks)}`,
  )
  return [`Link clicks against an order without: ${parts.join(', ')}.`]
}

/** How far another seed may move the numbers (FO7). */
function errorLine({ monteCarloError: { p10, p50, p90 } }: ForecastResult): string {
  const [low, middle, high] = [p10, p50, p90].map(error =>
    error === null ? '-' : `${(error * 100).toFixed(1)}%`,
  )
  return `Error of simulation, link clicks: ${low} of P10, ${middle} of the median, ${high} of P90`
}

function cells(spread: Spread | null, format: Format): readonly string[] {
  if (spread === null) return ['not forecast', '', '', '']
  return [
    shown(spread.mean, format),
    shown(spread.p50, format),
    range(spread.p10, spread.p90, format),
    range(spread.p025, spread.p975, format),
  ]
}
