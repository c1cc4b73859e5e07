import { eq } from 'drizzle-orm'

import { type OrderState, mayMove } from '../core/order/orderState.ts'
import type { Writer } from './connection.ts'
import { orderEvent } from './schema/orderEvent.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { touchOrder } from './touchOrder.ts'

/**
 * Moves an order along a legal step, its event first, inside the caller's transaction. Throws on an illegal step: the
 * commands refuse those before they come here.
 */
export function moveOrder(
  writer: Writer,
  step: {
    readonly orderId: string
    readonly from: OrderState
    readonly to: OrderState
    readonly what: string
  },
): void {
  const { orderId, from, to, what } = step
  if (!mayMove(from, to)) throw new Error(`Order ${orderId} cannot go from ${from} to ${to}`)
  const at = writer.now()
  writer.write
    .insert(orderEvent)
    .values({ orderId, at, fromState: from, toState: to, what, who: writer.who })
    .run()
  writer.write.update(promoteOrder).set({ state: to }).where(eq(promoteOrder.id, orderId)).run()
  touchOrder(writer, orderId)
}
