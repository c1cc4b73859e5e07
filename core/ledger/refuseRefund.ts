import type { Result } from '../contract/failure.ts'
import { findPending } from './findPending.ts'
import { oppositeLines } from './oppositeLines.ts'
import { post, type Posted } from './post.ts'
import type { Transfer, TransferHead } from './transfer.ts'

/** `why` is the reason that was given (domain S11). */
export type RefuseRefund = TransferHead & { readonly requestId: string }

/** Ends a refund request with nothing: what was asked is budget and tax again. See post.ts for failures. */
export function refuseRefund(history: readonly Transfer[], command: RefuseRefund): Result<Posted> {
  return post(history, command, before => {
    const found = findPending(before, 'refund_request', command.requestId)
    if (!found.ok) return found
    const { id, currency, lines } = found.value.pending
    const body = {
      kind: 'refund_refuse',
      currency,
      endsId: id,
      lines: oppositeLines(currency, lines),
    } as const
    return { ok: true, value: body }
  })
}
