import type { Result } from '../contract/failure.ts'
import { say } from '../words/say.ts'
import { type PendingKind, pendingKinds } from './pendingKinds.ts'
import { refuse } from './refuse.ts'
import type { Transfer } from './transfer.ts'

/** A transfer that waits, and what it holds in minor units. */
type Found = { readonly pending: Transfer; readonly heldMinor: number }

/** The transfer to end, of the kind that can be ended so; whether it was ended before is the business of the rules (L4). */
export function findPending(before: readonly Transfer[], kind: PendingKind, id: string): Result<Found> {
  const pending = before.find(transfer => transfer.id === id && transfer.kind === kind)
  if (pending === undefined)
    return refuse(
      'not_found',
      say('Expected a transfer of kind {{kind}} with id {{id}}, got none.', { kind, id }),
    )
  const line = pending.lines.find(({ account }) => account === pendingKinds[kind])
  return { ok: true, value: { pending, heldMinor: line?.minor ?? 0 } }
}
