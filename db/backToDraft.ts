import type { OrderState } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
import type { Writer } from './connection.ts'
import { moveOrder } from './moveOrder.ts'

/** The steps that bring an unpaid order back to a draft. A state that is not here is beyond payment. */
export const backToDraft: Partial<Readonly<Record<OrderState, readonly OrderState[]>>> = {
  draft: [],
  awaiting_payment: ['draft'],
  payment_failed: ['awaiting_payment', 'draft'],
}

/** Makes an unpaid order a draft again, so that it can be edited. */
export function takeBack(writer: Writer, order: { readonly id: string; readonly state: OrderState }): void {
  let from = order.state
  for (const to of backToDraft[order.state] ?? []) {
    moveOrder(writer, { orderId: order.id, from, to, what: say('Taken back to edit') })
    from = to
  }
}
