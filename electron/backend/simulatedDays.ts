import type { DeliveryDay } from '../../core/contract/orders.ts'
import { simulateOrder } from '../../core/forecast/simulateOrder.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { currencies } from '../../core/money/money.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'

/** One possible delivery as reports of its days, marked as simulated, in whole minor units that stay within the budget. */
export function simulatedDays(order: PromoteOrder, profile: MarketProfile, seed: number): DeliveryDay[] {
  const { delivery } = simulateOrder({ order, profile, seed }, 'slot')
  const { currency, minor: priceMinor } = order.product.price
  const minorPerMajor = 10 ** currencies[currency].decimals
  let spentBefore = 0
  return delivery.days.map((day): DeliveryDay => {
    const spent = spentBefore + day.spend * minorPerMajor
    const spendMinor = Math.floor(spent) - Math.floor(spentBefore)
    spentBefore = spent
    return {
      date: day.date,
      impressions: day.impressions,
      reach: day.reach,
      linkClicks: day.linkClicks,
      pageViews: day.pageViews,
      conversions: day.conversions,
      spendMinor,
      revenueMinor: day.conversions === null ? null : day.conversions * priceMinor,
      source: 'simulated',
    }
  })
}
