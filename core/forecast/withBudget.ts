import { money } from '../money/money.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'

/** The order with another net budget, in minor units of its currency. */
export function withBudget(order: PromoteOrder, minor: number): PromoteOrder {
  return { ...order, budget: money(order.budget.currency, minor) }
}
