import type { PromoteOrder } from '../order/promoteOrder.ts'
import { hasOrderSignal } from '../simulation/deliveryPlan.ts'

/** What a reader of this order's forecast must know, from the order alone. */
export function forecastWarnings(order: PromoteOrder): string[] {
  const warnings: string[] = []
  const { product } = order
  if (!hasOrderSignal(order)) {
    warnings.push(
      `Orders, revenue and profit are not forecast: ${product.source} links report no orders. Give product.conversionRate to forecast them.`,
    )
  } else if (order.payer === 'creator' && product.commissionRate === undefined) {
    warnings.push('Profit is not forecast: product.commissionRate is not given.')
  } else if (order.payer === 'seller' && product.unitCost === undefined) {
    warnings.push('Profit is not forecast: product.unitCost is not given, and a seller pays for the goods.')
  }
  if (order.hours?.length === 0) warnings.push('The order may not deliver in any hour.')
  return warnings
}
