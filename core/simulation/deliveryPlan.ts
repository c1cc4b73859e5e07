import { audienceCells } from '../audience/audienceCells.ts'
import type { MarketProfile } from '../market/marketProfile.ts'
import { toMajor } from '../money/money.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { type DelayMix, delayMix } from './delay.ts'
import { type Landscape, logNormalLandscape } from './landscape.ts'
import { type MoneyPlan, moneyPlan } from './moneyPlan.ts'
import { type RatePrior, ratePrior } from './rates.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** An order and a profile turned into the numbers a delivery needs: both engines read this and nothing else. */
export type DeliveryPlan = {
  readonly timeline: Timeline
  /** Sum of activity x price index from each slot to the end of its day: what pacing still expects today. */
  readonly restOfDay: Float64Array
  readonly landscape: Landscape
  readonly rates: RatePrior
  readonly cells: number
  readonly people: Float64Array
  readonly priceScale: Float64Array
  readonly ctrScale: Float64Array
  /** Opportunities per cell in a mean half-hour slot. */
  readonly opportunities: Float64Array
  /** Major units, net of tax. */
  readonly budget: number
  readonly isAsap: boolean
  readonly isFirstPrice: boolean
  /** False where the product gives no order signal and the user gave no rate (DE11). */
  readonly hasOrders: boolean
  readonly pageViewRate: number
  readonly fatigueFactor: number
  readonly exposureDispersion: number
  readonly dayNoiseSd: number
  readonly dayNoiseLag1: number
  readonly priceCtrCorrelation: number
  readonly learningNoise: number
  readonly learningClicks: number
  readonly cellSpread: number
  readonly leanStrength: number
  readonly leanPriorClicks: number
  /** What the platform believes of every cell before it sees a click (DE7). */
  readonly medianCtr: number
  readonly scarcityExponent: number
  readonly delay: DelayMix
  readonly money: MoneyPlan
}

const slotsPerDay = 48

export function deliveryPlan(order: PromoteOrder, profile: MarketProfile): DeliveryPlan {
  const { entries } = profile
  const timeline = timelineOf(order, profile)
  const cells = audienceCells(order.audience, profile)
  const perSlot = entries.opportunitiesPerPersonDay.value / slotsPerDay
  return {
    timeline,
    restOfDay: restOfDay(timeline),
    landscape: logNormalLandscape(
      entries.landscapeSigma.value,
      entries.baseWinRate.value,
      entries.bidCap.value,
    ),
    rates: ratePrior(order, profile),
    cells: cells.length,
    people: Float64Array.from(cells, cell => cell.people),
    priceScale: Float64Array.from(cells, cell => cell.priceScale),
    ctrScale: Float64Array.from(cells, cell => cell.ctrScale),
    opportunities: Float64Array.from(cells, cell => cell.people * perSlot),
    budget: toMajor(order.budget),
    isAsap: order.pacing === 'asap',
    isFirstPrice: order.priceRule === 'first',
    hasOrders: hasOrderSignal(order),
    pageViewRate: entries.pageViewRate.value,
    fatigueFactor: entries.fatigueFactor.value,
    exposureDispersion: entries.exposureDispersion.value,
    dayNoiseSd: entries.dayNoiseSd.value,
    dayNoiseLag1: entries.dayNoiseLag1.value,
    priceCtrCorrelation: entries.priceCtrCorrelation.value,
    learningNoise: entries.learningNoise.value,
    learningClicks: entries.learningClicks.value,
    cellSpread: entries.cellSpread.value,
    leanStrength: entries.leanStrength.value,
    leanPriorClicks: entries.leanPriorClicks.value,
    medianCtr: entries.ctrMedian.value,
    scarcityExponent: entries.scarcityExponent.value,
    delay: delayMix(profile),
    money: moneyPlan(order, profile),
  }
}

/** External and pasted links report no orders: they are forecast only with a conversion rate of the user's (DE11, M9). */
export function hasOrderSignal(order: PromoteOrder): boolean {
  const isShop = order.product.source === 'tiktok_shop' || order.product.source === 'affiliate'
  return isShop || order.product.conversionRate !== undefined
}

function restOfDay(timeline: Timeline): Float64Array {
  const rest = new Float64Array(timeline.slots)
  for (let day = 0; day < timeline.days; day++) {
    let sum = 0
    for (let slot = timeline.dayStart[day + 1]! - 1; slot >= timeline.dayStart[day]!; slot--) {
      sum += timeline.activity[slot]! * timeline.price[slot]!
      rest[slot] = sum
    }
  }
  return rest
}
