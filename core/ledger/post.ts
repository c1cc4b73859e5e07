import type { Result } from '../contract/failure.ts'
import { say } from '../words/say.ts'
import { problemsAfter } from './ledgerProblems.ts'
import { makeTransfer, type TransferDraft } from './makeTransfer.ts'
import { refuse } from './refuse.ts'
import type { Transfer, TransferHead } from './transfer.ts'

/** `isReplay`: the command posted this transfer before, and nothing is to be stored. */
export type Posted = { readonly transfer: Transfer; readonly isReplay: boolean }

/** What a command adds to its head. */
export type TransferBody = Pick<TransferDraft, 'currency' | 'kind' | 'lines'> &
  Partial<Pick<TransferDraft, 'endsId' | 'correctsId' | 'day'>>

/** Makes the body from the transfers that the order had before. */
type BodyOf = (before: readonly Transfer[]) => Result<TransferBody>

/**
 * Posts one command upon `history`: at least all transfers of its order, in the order in which they were posted. The
 * caller stores the transfer. Failures: `bad_input`; `not_found` for a transfer that a command names; `refused` with the
 * rule of the ledger that it would break; `conflict` when the command id has posted something else (L2).
 */
export function post(history: readonly Transfer[], head: TransferHead, bodyOf: BodyOf): Result<Posted> {
  const i = history.findIndex(({ commandId }) => commandId === head.commandId)
  const earlier = history[i]
  if (earlier !== undefined) return replay(earlier, madeAfter(history.slice(0, i), head, bodyOf))
  const made = madeAfter(history, head, bodyOf)
  return made.ok ? { ok: true, value: { transfer: made.value, isReplay: false } } : made
}

/** A retry is judged by what the ledger was when the command came first; only its id and time may differ. */
function replay(earlier: Transfer, again: Result<Transfer>): Result<Posted> {
  if (again.ok && isSame(earlier, again.value))
    return { ok: true, value: { transfer: earlier, isReplay: true } }
  return refuse(
    'conflict',
    say('Command {{command}} has posted something else ({{kind}} {{id}}): expected a new command id.', {
      command: earlier.commandId,
      kind: earlier.kind,
      id: earlier.id,
    }),
  )
}

function madeAfter(history: readonly Transfer[], head: TransferHead, bodyOf: BodyOf): Result<Transfer> {
  const before = history.filter(({ orderId }) => orderId === head.orderId)
  const body = bodyOf(before)
  if (!body.ok) return body
  const { id, commandId, orderId, at, who, why, evidence } = head
  const links = { endsId: null, correctsId: null, day: null }
  const made = makeTransfer({ id, commandId, orderId, at, who, why, evidence, ...links, ...body.value })
  if (!made.ok) return made
  const [problem] = problemsAfter(before, [made.value])
  return problem === undefined ? made : refuse('refused', problem.message)
}

function isSame(a: Transfer, b: Transfer): boolean {
  return contentOf(a) === contentOf(b)
}

function contentOf({ orderId, currency, kind, who, why, evidence, ...rest }: Transfer): string {
  const { endsId, correctsId, day, lines } = rest
  const sorted = lines.map(({ account, minor }) => `${account} ${minor}`).toSorted()
  return JSON.stringify([orderId, currency, kind, who, why, evidence, endsId, correctsId, day, sorted])
}
