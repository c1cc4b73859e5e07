import type { Result } from '../contract/failure.ts'
import { findPending } from './findPending.ts'
import { oppositeLines } from './oppositeLines.ts'
import { post, type Posted } from './post.ts'
import type { Transfer, TransferHead } from './transfer.ts'

/** `void`: somebody gave the payment up. `expire`: the hold ran out. */
export type VoidPayment = TransferHead & {
  readonly authorisationId: string
  readonly ending: 'void' | 'expire'
}

/** Lets go of all the money that an authorisation holds. See post.ts for failures. */
export function voidPayment(history: readonly Transfer[], command: VoidPayment): Result<Posted> {
  return post(history, command, before => {
    const found = findPending(before, 'authorise', command.authorisationId)
    if (!found.ok) return found
    const { id, currency, lines } = found.value.pending
    const body = { kind: command.ending, currency, endsId: id, lines: oppositeLines(currency, lines) }
    return { ok: true, value: body }
  })
}
