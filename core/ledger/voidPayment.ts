import type { Result } from '../contract/failure.ts'
import { findPending } from './findPending.ts'
import { linesOf } from './linesOf.ts'
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
    const { pending, heldMinor } = found.value
    const lines = linesOf(pending.currency, { cash: heldMinor, payment_clearing: -heldMinor })
    return {
      ok: true,
      value: { kind: command.ending, currency: pending.currency, endsId: pending.id, lines },
    }
  })
}
