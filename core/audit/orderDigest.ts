import type { Order } from '../contract/orders.ts'
import { digestOf } from '../forecast/digest.ts'

/** Of all that the console knows of an order: its terms, its payment, its forecast's digest and what it delivered. */
export function orderDigest({ row, draft, payment, forecast, deliveries }: Order): string {
  return digestOf({
    id: row.id,
    state: row.state,
    draft,
    payment,
    forecast: forecast?.digest ?? null,
    deliveries,
  })
}
