import { type Said, say } from '../words/say.ts'
import { type LedgerWalk, meantBy } from './ledgerWalk.ts'
import { lineSum } from './lineSum.ts'
import { endedKinds, type PendingKind, pendingKinds } from './pendingKinds.ts'
import type { LedgerEntry } from './transfer.ts'

/** What is wrong with a transfer that would come next, in a sentence; undefined when it keeps the rule. */
type Rule = (transfer: LedgerEntry, walk: LedgerWalk) => Said | undefined

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

function balanced({ lines }: LedgerEntry): Said | undefined {
  if (lines.length === 0) return say('Expected lines that sum to zero, got no lines.')
  const unit = lines.find(({ minor }) => !Number.isSafeInteger(minor))
  if (unit)
    return say('Expected whole minor units, got {{minor}} on {{account}}.', {
      minor: unit.minor,
      account: unit.account,
    })
  const sum = lineSum(lines)
  return Number(sum) === 0
    ? undefined
    : say('Expected lines that sum to zero, got a sum of {{sum}} minor units.', { sum })
}

function accountsOnce({ lines }: LedgerEntry): Said | undefined {
  const twice = lines.find(({ account }, i) => lines.findIndex(line => line.account === account) < i)
  return twice && say('Expected each account once, got {{account}} again.', { account: twice.account })
}

function oneCurrency(transfer: LedgerEntry, walk: LedgerWalk): Said | undefined {
  const [first] = walk.byId.values()
  if (first === undefined || first.currency === transfer.currency) return undefined
  return say('Expected a transfer in {{currency}} like those before it, got one in {{other}}.', {
    currency: first.currency,
    other: transfer.currency,
  })
}

function correctsOnce(transfer: LedgerEntry, walk: LedgerWalk): Said | undefined {
  const { kind, correctsId } = transfer
  if (kind !== 'correct')
    return correctsId === null
      ? undefined
      : say('A transfer of kind {{kind}} cannot correct {{id}}.', { kind, id: correctsId })
  const original = meantBy(walk, transfer)
  if (original === transfer)
    return say('Expected an earlier transfer to correct, got {{id}}.', { id: String(correctsId) })
  if (original.kind === 'correct')
    return say('Transfer {{id}} is a correction itself: post it anew.', { id: original.id })
  return walk.standing.has(original.id)
    ? undefined
    : say('Transfer {{id}} was corrected before.', { id: original.id })
}

function reverses(transfer: LedgerEntry, walk: LedgerWalk): Said | undefined {
  const original = meantBy(walk, transfer)
  if (original === transfer) return undefined
  const left = original.lines.filter(
    ({ account, minor }) => !transfer.lines.some(line => line.account === account && line.minor === -minor),
  )
  if (left.length === 0 && transfer.lines.length === original.lines.length) return undefined
  return say('Expected the lines of {{id}} with the opposite signs.', { id: original.id })
}

function correctedEndFirst(transfer: LedgerEntry, walk: LedgerWalk): Said | undefined {
  const end = transfer.correctsId === null ? undefined : walk.endedBy.get(transfer.correctsId)
  return (
    end &&
    say('Transfer {{id}} was ended by {{end}} ({{kind}}): correct that first.', {
      id: String(transfer.correctsId),
      end: end.id,
      kind: end.kind,
    })
  )
}

function endsOnce(transfer: LedgerEntry, walk: LedgerWalk): Said | undefined {
  const { kind, endsId } = transfer
  const expected = endedKinds[kind]
  if (expected === undefined)
    return endsId === null
      ? undefined
      : say('A transfer of kind {{kind}} cannot end {{id}}.', { kind, id: endsId })
  const pending = walk.byId.get(endsId ?? '')
  if (pending?.kind !== expected)
    return say('Expected an earlier transfer of kind {{expected}} to end, got {{id}}.', {
      expected,
      id: String(endsId),
    })
  const end = walk.endedBy.get(pending.id)
  if (end)
    return say('Transfer {{id}} was ended before, by {{end}} ({{kind}}).', {
      id: pending.id,
      end: end.id,
      kind: end.kind,
    })
  return walk.standing.has(pending.id)
    ? undefined
    : say('Transfer {{id}} was corrected and waits no more.', { id: pending.id })
}

/** What ends a pending transfer takes out of the clearing account what the pending one put in. */
function clears(transfer: LedgerEntry, walk: LedgerWalk): Said | undefined {
  const { endsId, kind } = transfer
  const expected = endedKinds[kind]
  const pending = endsId === null ? undefined : walk.byId.get(endsId)
  if (expected === undefined || pending?.kind !== expected) return undefined
  const [put, taken] = [onClearing(pending, expected), -onClearing(transfer, expected)]
  return put === taken
    ? undefined
    : say('Expected {{put}} minor units taken out of clearing, got {{taken}}.', { put, taken })
}

function onClearing({ lines }: LedgerEntry, kind: PendingKind): number {
  return lines.find(({ account }) => account === pendingKinds[kind])?.minor ?? 0
}
