import { wilson } from '../../calibration/coverage.ts'
import { count, type Found, share } from '../finding.ts'

/** How often the 80% interval held, of orders that are completed. */
export type Coverage = { readonly orders: number; readonly inside: number }

/** Fewer say nothing: even none of them inside might be chance. */
const leastOrders = 10

/** Orders whose 80% intervals hold too few or too many, beyond what chance explains (A20). */
export function coverageFinding({ orders, inside }: Coverage): Found | undefined {
  if (orders < leastOrders) return undefined
  const { low, high } = wilson(inside, orders)
  if (low <= 0.8 && 0.8 <= high) return undefined
  return {
    case: 'coverage',
    severity: 'warning',
    values: {
      inside: count(inside),
      orders: count(orders),
      share: share(inside / orders),
      low: share(low),
      high: share(high),
    },
  }
}
