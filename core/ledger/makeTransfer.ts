import type { SaidProblem, Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { isCalendarDate } from '../order/calendar.ts'
import { say } from '../words/say.ts'
import type { Account } from './account.ts'
import { endedKinds } from './pendingKinds.ts'
import { refuseInput } from './refuse.ts'
import type { Transfer } from './transfer.ts'

/** A transfer whose lines still carry their currency, so that a mixed one can be told. */
export type TransferDraft = Omit<Transfer, 'lines'> & {
  readonly lines: readonly { readonly account: Account; readonly amount: Money }[]
}

/**
 * The only way to make a transfer. `bad_input` with everything that is wrong: lines that are missing, of zero, of another
 * currency (L5), not whole or not balanced (L1), an account named twice, a blank text (L6), or a link that the kind does
 * not have (L3, L4).
 */
export function makeTransfer(draft: TransferDraft): Result<Transfer> {
  const [first, ...more] = [...headProblems(draft), ...linkProblems(draft), ...lineProblems(draft)]
  if (first !== undefined) return refuseInput([first, ...more])
  const lines = draft.lines.map(({ account, amount }) => ({ account, minor: amount.minor }))
  return { ok: true, value: { ...draft, lines } }
}

function headProblems(draft: TransferDraft): SaidProblem[] {
  const problems: SaidProblem[] = (['id', 'commandId', 'orderId', 'who', 'why'] as const)
    .filter(path => draft[path].trim() === '')
    .map(path => ({ path, expected: say('a text that is not blank'), received: JSON.stringify(draft[path]) }))
  if (draft.evidence?.trim() === '')
    problems.push({
      path: 'evidence',
      expected: say('a text that is not blank, or null'),
      received: JSON.stringify(draft.evidence),
    })
  if (!Number.isSafeInteger(draft.at))
    problems.push({ path: 'at', expected: say('whole epoch milliseconds'), received: String(draft.at) })
  return problems
}

function linkProblems({ kind, endsId, correctsId, day }: TransferDraft): SaidProblem[] {
  const isDelivery = kind === 'deliver' || kind === 'restate'
  const links = [
    {
      path: 'endsId',
      value: endsId,
      isNeeded: endedKinds[kind] !== undefined,
      what: say('the id of what it ends'),
    },
    {
      path: 'correctsId',
      value: correctsId,
      isNeeded: kind === 'correct',
      what: say('the id of what it corrects'),
    },
    { path: 'day', value: day, isNeeded: isDelivery, what: say('the day that it books') },
  ]
  const problems = links
    .filter(({ value, isNeeded }) => (value !== null) !== isNeeded)
    .map(({ path, value, isNeeded, what }) => ({
      path,
      expected: isNeeded ? what : say('nothing for the kind {{kind}}', { kind }),
      received: value ?? say('nothing'),
    }))
  if (day !== null && !isCalendarDate(day))
    problems.push({ path: 'day', expected: say('a date of the calendar, like 2026-12-01'), received: day })
  return problems
}

function lineProblems({ currency, lines }: TransferDraft): SaidProblem[] {
  if (lines.length === 0)
    return [{ path: 'lines', expected: say('lines that sum to zero'), received: say('no lines') }]
  const problems = lines.flatMap(({ account, amount }, i) => {
    const path = `lines[${i}]`
    const wrong: SaidProblem[] = []
    if (amount.currency !== currency)
      wrong.push({
        path,
        expected: say('an amount in {{currency}}', { currency }),
        received: say('one in {{currency}}', { currency: amount.currency }),
      })
    if (!Number.isSafeInteger(amount.minor))
      wrong.push({ path, expected: say('a whole number of minor units'), received: String(amount.minor) })
    else if (amount.minor === 0)
      wrong.push({ path, expected: say('an amount other than zero'), received: '0' })
    if (lines.findIndex(line => line.account === account) < i)
      wrong.push({
        path,
        expected: say('each account once'),
        received: say('{{name}} again', { name: account }),
      })
    return wrong
  })
  if (problems.length > 0) return problems
  const sum = lineSum(lines.map(({ amount }) => amount))
  if (sum === 0n) return []
  return [
    {
      path: 'lines',
      expected: say('lines that sum to zero'),
      received: say('a sum of {{sum}} minor units', { sum }),
    },
  ]
}

/** Exact for any amounts: doubles could lose the last unit of large ones. */
function lineSum(amounts: readonly { readonly minor: number }[]): bigint {
  return amounts.reduce((sum, { minor }) => sum + BigInt(minor), 0n)
}
