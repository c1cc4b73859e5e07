import { type Said, say } from '../words/say.ts'
import { ledgerLimits } from './ledgerLimits.ts'
import { ledgerRules, type RuleId } from './ledgerRules.ts'
import { advance, type LedgerWalk, meantBy, startWalk } from './ledgerWalk.ts'
import type { LedgerEntry } from './transfer.ts'

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
export function ledgerProblems(transfers: readonly LedgerEntry[]): LedgerProblem[] {
  const orders = Map.groupBy(transfers, ({ orderId }) => orderId)
  return [...repeats([], transfers), ...[...orders.values()].flatMap(own => problemsOfOrder([], own))]
}

/** The same of transfers of one order that come after others of it; those were judged when they were posted. */
export function problemsAfter(
  history: readonly LedgerEntry[],
  transfers: readonly LedgerEntry[],
): LedgerProblem[] {
  return [...repeats(history, transfers), ...problemsOfOrder(history, transfers)]
}

/** A command that posted twice (L2), or an id that names two transfers (L3). */
function repeats(history: readonly LedgerEntry[], transfers: readonly LedgerEntry[]): LedgerProblem[] {
  const commands = new Map(history.map(({ commandId, id }) => [commandId, id]))
  const ids = new Set(history.map(({ id }) => id))
  const problems: LedgerProblem[] = []
  for (const transfer of transfers) {
    const { id, commandId } = transfer
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
  }
  return problems
}

function problemsOfOrder(
  history: readonly LedgerEntry[],
  transfers: readonly LedgerEntry[],
): LedgerProblem[] {
  const walk = startWalk()
  for (const transfer of history) advance(walk, transfer)
  const problems: LedgerProblem[] = []
  for (const transfer of transfers) {
    for (const [id, rule] of ledgerRules) {
      const message = rule(transfer, walk)
      if (message !== undefined) problems.push(problemAt(transfer, id, message))
    }
    passLimits(transfer, walk, problems)
  }
  return problems
}

/** Takes the walk past the transfer and tells the limits that it takes the order beyond, or further beyond. */
function passLimits(transfer: LedgerEntry, walk: LedgerWalk, problems: LedgerProblem[]): void {
  const { day } = meantBy(walk, transfer)
  const before = ledgerLimits.map(({ excess }) => excess(walk, day))
  advance(walk, transfer)
  ledgerLimits.forEach(({ id, excess, words }, i) => {
    const after = excess(walk, day)
    if (after > Math.max(0, before[i] ?? 0)) problems.push(problemAt(transfer, id, words(after)))
  })
}

function problemAt(transfer: LedgerEntry, rule: LedgerProblem['rule'], message: Said): LedgerProblem {
  return { rule, orderId: transfer.orderId, transferId: transfer.id, message }
}
