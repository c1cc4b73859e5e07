import { toMajor } from '../money/money.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { hasOrderSignal } from '../simulation/deliveryPlan.ts'
import type { TotalColumn } from '../simulation/deliveryTable.ts'
import type { Quantities } from './forecastResult.ts'
import type { Spread } from './spread.ts'
import { spreadOf } from './spreadOf.ts'

/** From one value per replicate of each column. Ratios are taken per replicate, their mean is the ratio of the sums. */
export function quantitiesOf(
  order: PromoteOrder,
  columnOf: (column: TotalColumn) => Float64Array,
): Quantities {
  const hasOrders = hasOrderSignal(order)
  const clicks = columnOf('linkClicks')
  const spend = columnOf('spend')
  const impressions = columnOf('impressions')
  const reach = columnOf('reach')
  const conversions = columnOf('conversions')
  const price = toMajor(order.product.price)
  const revenue = conversions.map(count => count * price)
  const profit = columnOf('profit')
  const hasProfit = hasOrders && !Number.isNaN(profit[0])
  return {
    linkClicks: spreadOf(clicks),
    spend: spreadOf(spend),
    impressions: spreadOf(impressions),
    reach: spreadOf(reach),
    frequency: ratioSpread(impressions, reach, 0),
    pageViews: spreadOf(columnOf('pageViews')),
    conversions: hasOrders ? spreadOf(conversions) : null,
    revenue: hasOrders ? spreadOf(revenue) : null,
    profit: hasProfit ? spreadOf(profit) : null,
    costPerClick: ratioSpread(spend, clicks, Infinity),
    costPerConversion: hasOrders ? ratioSpread(spend, conversions, Infinity) : null,
    roas: hasOrders ? ratioSpread(revenue, spend, 0) : null,
  }
}

/** Quotients per replicate, `whenZero` where the divisor is 0. */
function ratioSpread(dividend: Float64Array, divisor: Float64Array, whenZero: number): Spread {
  let above = 0
  let below = 0
  const quotients = dividend.map((value, i) => {
    above += value
    below += divisor[i]!
    return divisor[i]! > 0 ? value / divisor[i]! : whenZero
  })
  return spreadOf(quotients, below > 0 ? above / below : whenZero)
}
