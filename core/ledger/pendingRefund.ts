import type { Transfer } from './transfer.ts'

/** The refund request of an order that nothing has ended yet; undefined when there is none. */
export function pendingRefund(history: readonly Transfer[]): Transfer | undefined {
  const ended = new Set(history.flatMap(({ endsId, correctsId }) => [endsId, correctsId]))
  return history.find(({ kind, id }) => kind === 'refund_request' && !ended.has(id))
}
