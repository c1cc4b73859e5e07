import { type Said, say } from '../words/say.ts'
import { ledgerLimits } from './ledgerLimits.ts'
import { ledgerRules, type RuleId } from './ledgerRules.ts'
import { advance, type LedgerWalk, meantBy, startWalk } from './ledgerWalk.ts'
import type { Transfer } from './transfer.ts'

/** A rule that a ledger breaks, at the transfer that breaks it. */
export type LedgerProblem = {
  readonly rule: 'L2' | RuleId | (typeof ledgerLimits)[number]['id']
  readonly orderId: string
  readonly transferId: string
  /** A sentence for an auditor. */
  readonly message: Said
}

/**
 * Everything that is wrong with a ledger; empty when it is sound. Takes the transfers of any number of orders, those of
 * one order in the order in which they were posted. The same rules judge a transfer before it is posted (post.ts).
 */
export function ledgerProblems(transfers: readonly Transfer[]): LedgerProblem[] {
  const orders = Map.groupBy(transfers, ({ orderId }) => orderId)
  return [...repeats(transfers), ...[...orders.values()].flatMap(problemsOfOrder)]
}

/** A command that posted twice (L2), or an id that names two transfers (L3). */
function repeats(transfers: readonly Transfer[]): LedgerProblem[] {
  const [commands, ids] = [new Map<string, string>(), new Set<string>()]
  return transfers.flatMap(transfer => {
    const { id, commandId } = transfer
    const problems: LedgerProblem[] = []
    const earlier = commands.get(commandId)
    if (earlier !== undefined)
      problems.push(
        problemAt(
          transfer,
          'L2',
          say('Command {{command}} posted {{transfer}} before.', { command: commandId, transfer: earlier }),
        ),
      )
    if (ids.has(id))
      problems.push(problemAt(transfer, 'L3', say('Expected an id of its own, got {{id}} again.', { id })))
    commands.set(commandId, earlier ?? id)
    ids.add(id)
    return problems
  })
}

function problemsOfOrder(transfers: readonly Transfer[]): LedgerProblem[] {
  const walk = startWalk()
  return transfers.flatMap(transfer => {
    const broken = ledgerRules.flatMap(([id, rule]) => {
      const message = rule(transfer, walk)
      return message === undefined ? [] : [problemAt(transfer, id, message)]
    })
    return [...broken, ...passedLimits(transfer, walk)]
  })
}

/** Takes the walk past the transfer and tells the limits that it takes the order beyond, or further beyond. */
function passedLimits(transfer: Transfer, walk: LedgerWalk): LedgerProblem[] {
  const { day } = meantBy(walk, transfer)
  const before = ledgerLimits.map(({ excess }) => Math.max(0, excess(walk, day)))
  advance(walk, transfer)
  return ledgerLimits.flatMap(({ id, excess, words }, i) => {
    const after = excess(walk, day)
    return after > (before[i] ?? 0) ? [problemAt(transfer, id, words(after))] : []
  })
}

function problemAt(transfer: Transfer, rule: LedgerProblem['rule'], message: Said): LedgerProblem {
  return { rule, orderId: transfer.orderId, transferId: transfer.id, message }
}
