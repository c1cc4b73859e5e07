import { desc, eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { OrderRow } from '../core/contract/orders.ts'
import { completeRefund } from '../core/ledger/completeRefund.ts'
import { pendingRefund } from '../core/ledger/pendingRefund.ts'
import { refuseRefund } from '../core/ledger/refuseRefund.ts'
import { requestRefund } from '../core/ledger/requestRefund.ts'
import type { Transfer } from '../core/ledger/transfer.ts'
import { money } from '../core/money/money.ts'
import { mayMove, nextStates, type OrderState } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { listTransfers, postTransfer } from './ledger.ts'
import { moveOrder } from './moveOrder.ts'
import { findOrderRow } from './orders.ts'
import { badInput, notFound, refusal } from './refusal.ts'
import { orderEvent } from './schema/orderEvent.ts'
import { transact } from './transact.ts'

type RefundCommand = {
  readonly orderId: string
  /** Made by the page before it asks (L2). */
  readonly commandId: string
  /** In the words of a reader. */
  readonly what: string
}

export type AskRefund = RefundCommand & { readonly netMinor: number; readonly taxMinor: number }

/** Asks for money back: the order waits for the answer. `refused` above what was captured (L8). */
export function askRefund(writer: Writer, command: AskRefund): Result<OrderRow> {
  return settle(writer, { ...command, name: 'askRefund', step: () => 'refund_requested' }, ({ currency }) =>
    postTransfer(writer, posted(command, null), (history, head) =>
      requestRefund(history, {
        ...head,
        net: money(currency, command.netMinor),
        tax: money(currency, command.taxMinor),
      }),
    ),
  )
}

export type AnswerRefund = RefundCommand &
  (
    | {
        readonly outcome: 'completed'
        /** What really came back, typed in from evidence (S33). */
        readonly netMinor: number
        readonly taxMinor: number
        readonly into: 'cash' | 'platform_credit'
        readonly evidence: string
      }
    | { readonly outcome: 'refused' }
  )

/** The answer to a refund: what came back, or that it was refused and the order is again what it was (S11). */
export function answerRefund(writer: Writer, command: AnswerRefund): Result<OrderRow> {
  const step = (order: OrderRow) =>
    command.outcome === 'completed' ? 'refunded' : stateBefore(writer, order.id)
  return settle(writer, { ...command, name: 'answerRefund', step }, ({ id, currency }) => {
    const pending = pendingRefund(listTransfers(writer, id))
    if (pending === undefined)
      return refusal('refused', say('Expected a refund that was asked for, got none.'))
    const requestId = pending.id
    return command.outcome === 'refused'
      ? postTransfer(writer, posted(command, null), (history, head) =>
          refuseRefund(history, { ...head, requestId }),
        )
      : postTransfer(writer, posted(command, command.evidence), (history, head) =>
          completeRefund(history, {
            ...head,
            evidence: command.evidence,
            requestId,
            net: money(currency, command.netMinor),
            tax: money(currency, command.taxMinor),
            into: command.into,
          }),
        )
  })
}

function posted({ commandId, orderId, what }: RefundCommand, evidence: string | null) {
  return { commandId, orderId, why: what, evidence }
}

type Settling = RefundCommand & {
  readonly name: string
  readonly step: (order: OrderRow) => OrderState | undefined
}

/** One transaction: the ledger, the state with its event, and the log. The same command again changes nothing (L2). */
function settle(
  writer: Writer,
  { name, orderId, commandId, what, step }: Settling,
  post: (order: OrderRow) => Result<Transfer>,
): Result<OrderRow> {
  return transact(writer, () => {
    if (what.trim() === '') return badInput('what', say('what happened, in words'), say('nothing'))
    const order = findOrderRow(writer, orderId)
    if (!order) return notFound(say('promote order'), orderId)
    if (listTransfers(writer, orderId).some(transfer => transfer.commandId === commandId))
      return { ok: true, value: order }
    const from = order.state
    const to = step(order)
    if (to === undefined || !mayMove(from, to))
      return refusal(
        'refused',
        say('Expected one of {{states}} after {{from}}, got {{to}}.', {
          states: nextStates[from].join(', ') || 'no further states',
          from,
          to: to ?? 'nothing to go back to',
        }),
      )
    const transfer = post(order)
    if (!transfer.ok) return transfer
    moveOrder(writer, { orderId, from, to, what: what.trim() })
    const { id, kind, lines } = transfer.value
    appendLog(writer, {
      what: name,
      subject: { kind: 'order', id: orderId },
      payload: { commandId, from, to, what: what.trim(), transfer: { id, kind, lines } },
    })
    const moved = findOrderRow(writer, orderId)
    if (!moved) throw new Error(`Order ${orderId} is gone right after it moved`)
    return { ok: true, value: moved }
  })
}

/** The state in which the refund was asked for. */
function stateBefore(reader: Reader, orderId: string): OrderState | undefined {
  const event = reader.read
    .select({ from: orderEvent.fromState })
    .from(orderEvent)
    .where(eq(orderEvent.orderId, orderId))
    .orderBy(desc(orderEvent.sequence))
    .get()
  return event?.from ?? undefined
}
