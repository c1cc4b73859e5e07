import type { PromoteOrder } from '../order/promoteOrder.ts'
import { hasOrderSignal } from '../simulation/deliveryPlan.ts'

/** What a reader of this order's forecast must know, from the order and the size of its audience. */
export function forecastWarnings(order: PromoteOrder, people: number): string[] {
  const warnings: string[] = []
  if (people === 0)
    warnings.push(
      'Nobody is in this audience, so nothing is delivered. Widen its ages, genders or interests.',
    )
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
