import { type LedgerWalk, meantBy } from './ledgerWalk.ts'
import { lineSum } from './lineSum.ts'
import { endedKinds, type PendingKind, pendingKinds } from './pendingKinds.ts'
import type { LedgerEntry } from './transfer.ts'

/** What is wrong with a transfer that would come next, in a sentence; undefined when it keeps the rule. */
type Rule = (transfer: LedgerEntry, walk: LedgerWalk) => string | undefined

export type RuleId = 'L1' | 'L3' | 'L4' | 'L5' | 'L7'

/** Rules that look at a transfer and at what came before it in its order. Rules on amounts are in ledgerLimits.ts. */
export const ledgerRules: readonly (readonly [id: RuleId, rule: Rule])[] = [
  ['L1', balanced],
  ['L1', accountsOnce],
  ['L5', oneCurrency],
  ['L3', correctsOnce],
  ['L3', reverses],
  ['L4', correctedEndFirst],
  ['L4', endsOnce],
  ['L7', clears],
]

function balanced({ lines }: LedgerEntry): string | undefined {
  if (lines.length === 0) return 'Expected lines that sum to zero, got no lines.'
  const unit = lines.find(({ minor }) => !Number.isSafeInteger(minor))
  if (unit) return `Expected whole minor units, got ${unit.minor} on ${unit.account}.`
  const sum = lineSum(lines)
  return Number(sum) === 0 ? undefined : `Expected lines that sum to zero, got a sum of ${sum} minor units.`
}

function accountsOnce({ lines }: LedgerEntry): string | undefined {
  const twice = lines.find(({ account }, i) => lines.findIndex(line => line.account === account) < i)
  return twice && `Expected each account once, got ${twice.account} again.`
}

function oneCurrency(transfer: LedgerEntry, walk: LedgerWalk): string | undefined {
  const [first] = walk.byId.values()
  if (first === undefined || first.currency === transfer.currency) return undefined
  return `Expected a transfer in ${first.currency} like those before it, got one in ${transfer.currency}.`
}

function correctsOnce(transfer: LedgerEntry, walk: LedgerWalk): string | undefined {
  const { kind, correctsId } = transfer
  if (kind !== 'correct')
    return correctsId === null ? undefined : `A transfer of kind ${kind} cannot correct ${correctsId}.`
  const original = meantBy(walk, transfer)
  if (original === transfer) return `Expected an earlier transfer to correct, got ${correctsId}.`
  if (original.kind === 'correct') return `Transfer ${original.id} is a correction itself: post it anew.`
  return walk.standing.has(original.id) ? undefined : `Transfer ${original.id} was corrected before.`
}

function reverses(transfer: LedgerEntry, walk: LedgerWalk): string | undefined {
  const original = meantBy(walk, transfer)
  if (original === transfer) return undefined
  const left = original.lines.filter(
    ({ account, minor }) => !transfer.lines.some(line => line.account === account && line.minor === -minor),
  )
  if (left.length === 0 && transfer.lines.length === original.lines.length) return undefined
  return `Expected the lines of ${original.id} with the opposite signs.`
}

function correctedEndFirst(transfer: LedgerEntry, walk: LedgerWalk): string | undefined {
  const end = transfer.correctsId === null ? undefined : walk.endedBy.get(transfer.correctsId)
  return end && `Transfer ${transfer.correctsId} was ended by ${end.id} (${end.kind}): correct that first.`
}

function endsOnce(transfer: LedgerEntry, walk: LedgerWalk): string | undefined {
  const { kind, endsId } = transfer
  const expected = endedKinds[kind]
  if (expected === undefined)
    return endsId === null ? undefined : `A transfer of kind ${kind} cannot end ${endsId}.`
  const pending = walk.byId.get(endsId ?? '')
  if (pending?.kind !== expected)
    return `Expected an earlier transfer of kind ${expected} to end, got ${endsId}.`
  const end = walk.endedBy.get(pending.id)
  if (end) return `Transfer ${pending.id} was ended before, by ${end.id} (${end.kind}).`
  return walk.standing.has(pending.id) ? undefined : `Transfer ${pending.id} was corrected and waits no more.`
}

/** What ends a pending transfer takes out of the clearing account what the pending one put in. */
function clears(transfer: LedgerEntry, walk: LedgerWalk): string | undefined {
  const { endsId, kind } = transfer
  const expected = endedKinds[kind]
  const pending = endsId === null ? undefined : walk.byId.get(endsId)
  if (expected === undefined || pending?.kind !== expected) return undefined
  const [put, taken] = [onClearing(pending, expected), -onClearing(transfer, expected)]
  return put === taken ? undefined : `Expected ${put} minor units taken out of clearing, got ${taken}.`
}

function onClearing({ lines }: LedgerEntry, kind: PendingKind): number {
  return lines.find(({ account }) => account === pendingKinds[kind])?.minor ?? 0
}
