import { audienceSize } from '../audience/audienceCells.ts'
import { toMajor } from '../money/money.ts'
import { hasOrderSignal } from '../simulation/deliveryPlan.ts'
import { dayIndex, rowWidth, totalIndex } from '../simulation/deliveryRow.ts'
import { type Timeline, timelineOf } from '../simulation/timeline.ts'
import { digestOf } from './digest.ts'
import type { ForecastResult } from './forecastResult.ts'
import type { ForecastInput, ForecastShard } from './forecastShards.ts'
import { forecastWarnings } from './forecastWarnings.ts'
import { modelVersion } from './modelVersion.ts'
import { type ShardColumns, shardColumns } from './shardColumns.ts'
import { quantile, spreadOf } from './spreadOf.ts'

/** An order counts as fully spent from this share of its budget on: the last slot seldom ends on the last penny. */
const fullySpentShare = 0.99

/**
 * The forecast of `input` from its shards, in any order. The digest covers every number of the result and the versions
 * and seed behind them, not its texts, so that a warning about today's date does not change it.
 */
export function assembleForecast(input: ForecastInput, shards: readonly ForecastShard[]): ForecastResult {
  const { order, profile } = input
  const timeline = timelineOf(order, profile)
  const columns = shardColumns(shards, input.replicates, rowWidth(timeline.days))
  const clicks = columns(totalIndex('linkClicks'))
  const numbers = {
    modelVersion,
    profileVersion: profile.version,
    seed: input.seed,
    replicates: input.replicates,
    currency: order.budget.currency,
    totals: totalsOf(columns, hasOrderSignal(order)),
    probability: probabilitiesOf(input, columns),
    days: daysOf(columns, timeline, hasOrderSignal(order)),
    outcomes: outcomesOf(clicks),
    losses: [],
    ownDataWeight: 0,
    audienceSize: audienceSize(order.audience, profile),
  }
  return {
    ...numbers,
    digest: digestOf(numbers),
    assumptions: Object.values(profile.entries),
    warnings: forecastWarnings(order),
  }
}

function totalsOf(columns: ShardColumns, hasOrders: boolean): ForecastResult['totals'] {
  const clicks = columns(totalIndex('linkClicks'))
  const spend = columns(totalIndex('spend'))
  const impressions = columns(totalIndex('impressions'))
  const reach = columns(totalIndex('reach'))
  const conversions = columns(totalIndex('conversions'))
  const revenue = columns(totalIndex('revenue'))
  const profit = columns(totalIndex('profit'))
  const hasProfit = hasOrders && !Number.isNaN(profit[0]!)
  return {
    linkClicks: spreadOf(clicks),
    spend: spreadOf(spend),
    impressions: spreadOf(impressions),
    reach: spreadOf(reach),
    frequency: ratioSpread(impressions, reach, 0),
    pageViews: spreadOf(columns(totalIndex('pageViews'))),
    conversions: hasOrders ? spreadOf(conversions) : null,
    revenue: hasOrders ? spreadOf(revenue) : null,
    profit: hasProfit ? spreadOf(profit) : null,
    costPerClick: ratioSpread(spend, clicks, Infinity),
    costPerConversion: hasOrders ? ratioSpread(spend, conversions, Infinity) : null,
    roas: hasOrders ? ratioSpread(revenue, spend, 0) : null,
  }
}

/** Quotients per replicate, `whenZero` where the divisor is 0; the mean is the quotient of the sums. */
function ratioSpread(
  dividend: Float64Array,
  divisor: Float64Array,
  whenZero: number,
): ReturnType<typeof spreadOf> {
  let above = 0
  let below = 0
  const quotients = dividend.map((value, i) => {
    above += value
    below += divisor[i]!
    return divisor[i]! > 0 ? value / divisor[i]! : whenZero
  })
  return spreadOf(quotients, below > 0 ? above / below : whenZero)
}

function daysOf(columns: ShardColumns, timeline: Timeline, hasOrders: boolean): ForecastResult['days'] {
  const none: Float64Array = new Float64Array(0)
  const soFar = { linkClicks: none, conversions: none, conversionsSeen: none }
  const add = (day: number, column: keyof typeof soFar): Float64Array => {
    const today = columns(dayIndex(day, column))
    soFar[column] = day === 0 ? today : soFar[column].map((sum, i) => sum + today[i]!)
    return today
  }
  return timeline.dates.map((date, day) => {
    const linkClicks = add(day, 'linkClicks')
    const conversions = add(day, 'conversions')
    add(day, 'conversionsSeen')
    return {
      date,
      hours: (timeline.dayStart[day + 1]! - timeline.dayStart[day]!) / 2,
      linkClicks: spreadOf(linkClicks),
      spend: spreadOf(columns(dayIndex(day, 'spend'))),
      impressions: spreadOf(columns(dayIndex(day, 'impressions'))),
      linkClicksSoFar: spreadOf(soFar.linkClicks),
      conversions: hasOrders ? spreadOf(conversions) : null,
      conversionsSoFar: hasOrders ? spreadOf(soFar.conversions) : null,
      conversionsSeen: hasOrders ? spreadOf(soFar.conversionsSeen) : null,
    }
  })
}

function probabilitiesOf(input: ForecastInput, columns: ShardColumns): ForecastResult['probability'] {
  const { order } = input
  const fullySpent = toMajor(order.budget) * fullySpentShare
  const hasOrders = hasOrderSignal(order)
  const profit = columns(totalIndex('profit'))
  return {
    targetReached: shareWhere(columns(totalIndex('linkClicks')), clicks => clicks >= order.target.linkClicks),
    budgetFullySpent: shareWhere(columns(totalIndex('spend')), spend => spend >= fullySpent),
    noConversion: hasOrders ? shareWhere(columns(totalIndex('conversions')), orders => orders === 0) : null,
    loss: hasOrders && !Number.isNaN(profit[0]!) ? shareWhere(profit, value => value < 0) : null,
  }
}

function outcomesOf(clicks: Float64Array): number[] {
  const sorted = clicks.slice().sort()
  return Array.from({ length: 50 }, (_, i) => quantile(sorted, (2 * i + 1) / 100))
}

function shareWhere(column: Float64Array, holds: (value: number) => boolean): number {
  return column.reduce((count, value) => count + (holds(value) ? 1 : 0), 0) / column.length
}
