import type { MarketProfile } from '../market/marketProfile.ts'
import { toMajor } from '../money/money.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'

/** What an order and its promotion are worth to the payer (DE12). Major units. */
export type MoneyPlan = {
  readonly price: number
  /** Earned per order that is kept; NaN when the user gave too little to know (commission or unit cost). */
  readonly marginPerOrder: number
  readonly keepRate: number
  /** Paid per unit of spend: 1 + tax. */
  readonly costPerSpend: number
  /** Taken off what is paid. */
  readonly coupon: number
}

/**
 * A creator earns commission on the price less tax (P4). A seller keeps the price less tax, unit cost, commission and the
 * platform's fee, which is charged on the price (P5, P6).
 */
export function moneyPlan(order: PromoteOrder, profile: MarketProfile): MoneyPlan {
  const { taxRate, cancelRate } = profile.entries
  const price = toMajor(order.product.price)
  const netPrice = price / (1 + taxRate.value)
  return {
    price,
    marginPerOrder:
      order.payer === 'creator'
        ? netPrice * (order.product.commissionRate ?? Number.NaN)
        : sellerMargin(order, profile, netPrice),
    keepRate: 1 - cancelRate.value,
    costPerSpend: 1 + taxRate.value,
    coupon: order.coupon === undefined ? 0 : toMajor(order.coupon),
  }
}

function sellerMargin(order: PromoteOrder, profile: MarketProfile, netPrice: number): number {
  const { unitCost, commissionRate, price, source } = order.product
  if (unitCost === undefined) return Number.NaN
  const fees = profile.entries.platformFee.value
  const isOnPlatform = source === 'tiktok_shop' || source === 'affiliate'
  const fee = isOnPlatform ? (fees[order.video.category] ?? fees['other'] ?? 0) : 0
  return netPrice * (1 - (commissionRate ?? 0)) - toMajor(price) * fee - toMajor(unitCost)
}
