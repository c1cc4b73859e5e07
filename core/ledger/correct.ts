import type { Result } from '../contract/failure.ts'
import { say } from '../words/say.ts'
import { oppositeLines } from './oppositeLines.ts'
import { post, type Posted } from './post.ts'
import { refuse } from './refuse.ts'
import type { Transfer, TransferHead } from './transfer.ts'

export type Correct = TransferHead & { readonly correctsId: string }

/**
 * Reverses an earlier transfer of the order and links it (L3); the right one, if any, is posted anew. `refused` for a
 * correction, for a transfer that was corrected or is ended by another (that one first), and when the order would break a
 * rule without it, as a payment with refunds. See post.ts for other failures.
 */
export function correct(history: readonly Transfer[], command: Correct): Result<Posted> {
  const { correctsId } = command
  return post(history, command, before => {
    const original = before.find(({ id }) => id === correctsId)
    if (original === undefined)
      return refuse('not_found', say('Expected a transfer with id {{id}}, got none.', { id: correctsId }))
    const { currency } = original
    return {
      ok: true,
      value: { kind: 'correct', currency, correctsId, lines: oppositeLines(currency, original.lines) },
    }
  })
}
