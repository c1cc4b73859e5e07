import type { PromoteOrder } from './promoteOrder.ts'

/**
 * What to tell of an order that starts before `today`, if it does: such an order forecasts history and is allowed. `today`
 * is the market's local date, or date and time, in ISO form.
 */
export function pastStartWarning(order: PromoteOrder, today: string): string | undefined {
  if (order.startsAt >= today) return undefined
  return `The order starts at ${order.startsAt}, which is in the past: this forecasts history.`
}
