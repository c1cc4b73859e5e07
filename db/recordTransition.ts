import type { Result } from '../core/contract/failure.ts'
import type { OrderRow } from '../core/contract/orders.ts'
import { type OrderState, mayMove, nextStates } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Writer } from './connection.ts'
import { moveOrder } from './moveOrder.ts'
import { findOrderRow } from './orders.ts'
import { badInput, notFound, refusal } from './refusal.ts'
import { transact } from './transact.ts'

/**
 * Moves an order to its next state with what happened, in the words of a reader (a rejection needs its reason, S4).
 * `refused` when the table of S1 to S12 has no such step, for the step into review, which only a payment makes
 * (`payOrder`), and for those of a refund, which have amounts (`refunds.ts`).
 */
export function recordTransition(
  writer: Writer,
  { orderId, to, what }: { readonly orderId: string; readonly to: OrderState; readonly what: string },
): Result<OrderRow> {
  return transact(writer, () => {
    if (what.trim() === '') return badInput('what', say('what happened, in words'), say('nothing'))
    const order = findOrderRow(writer, orderId)
    if (!order) return notFound(say('promote order'), orderId)
    const from = order.state
    if (!mayMove(from, to))
      return refusal(
        'refused',
        say('Expected one of {{states}} after {{from}}, got {{to}}.', {
          states: nextStates[from].join(', ') || 'no further states',
          from,
          to,
        }),
      )
    if (to === 'in_review')
      return refusal('refused', say('Expected a payment for the step into review, got none.'))
    if (to === 'refund_requested' || from === 'refund_requested')
      return refusal('refused', say('Expected the amounts of a refund with this step, got none.'))
    moveOrder(writer, { orderId, from, to, what: what.trim() })
    appendLog(writer, {
      what: 'recordTransition',
      subject: { kind: 'order', id: orderId },
      payload: { from, to, what: what.trim() },
    })
    const moved = findOrderRow(writer, orderId)
    if (!moved) throw new Error(`Order ${orderId} is gone right after it moved`)
    return { ok: true, value: moved }
  })
}
