import type { Problem, Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { isCalendarDate } from '../order/calendar.ts'
import type { Account } from './account.ts'
import { lineSum } from './lineSum.ts'
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
  const problems: Problem[] = []
  addHeadProblems(draft, problems)
  addLinkProblems(draft, problems)
  addLineProblems(draft, problems)
  const [first, ...more] = problems
  if (first !== undefined) return refuseInput([first, ...more])
  const lines = draft.lines.map(({ account, amount }) => ({ account, minor: amount.minor }))
  return { ok: true, value: { ...draft, lines } }
}

const texts = ['id', 'commandId', 'orderId', 'who', 'why'] as const

function addHeadProblems(draft: TransferDraft, problems: Problem[]): void {
  for (const path of texts)
    if (draft[path].trim() === '')
      problems.push({ path, expected: 'a text that is not blank', received: JSON.stringify(draft[path]) })
  if (draft.evidence?.trim() === '')
    problems.push({
      path: 'evidence',
      expected: 'a text that is not blank, or null',
      received: JSON.stringify(draft.evidence),
    })
  if (!Number.isSafeInteger(draft.at))
    problems.push({ path: 'at', expected: 'whole epoch milliseconds', received: String(draft.at) })
}

function addLinkProblems({ kind, endsId, correctsId, day }: TransferDraft, problems: Problem[]): void {
  const isDelivery = kind === 'deliver' || kind === 'restate'
  /** `what` is needed where it is named, and else may not be there. */
  const check = (path: string, value: string | null, what: string | null) => {
    if ((value === null) === (what === null)) return
    problems.push({ path, expected: what ?? `nothing for the kind ${kind}`, received: value ?? 'nothing' })
  }
  check('endsId', endsId, endedKinds[kind] === undefined ? null : 'the id of what it ends')
  check('correctsId', correctsId, kind === 'correct' ? 'the id of what it corrects' : null)
  check('day', day, isDelivery ? 'the day that it books' : null)
  if (day !== null && !isCalendarDate(day))
    problems.push({ path: 'day', expected: 'a date of the calendar, like 2026-12-01', received: day })
}

function addLineProblems({ currency, lines }: TransferDraft, problems: Problem[]): void {
  const before = problems.length
  if (lines.length === 0)
    problems.push({ path: 'lines', expected: 'lines that sum to zero', received: 'no lines' })
  lines.forEach(({ account, amount }, i) => {
    const wrong = (expected: string, received: string) =>
      problems.push({ path: `lines[${i}]`, expected, received })
    if (amount.currency !== currency) wrong(`an amount in ${currency}`, `one in ${amount.currency}`)
    if (!Number.isSafeInteger(amount.minor)) wrong('a whole number of minor units', String(amount.minor))
    else if (amount.minor === 0) wrong('an amount other than zero', '0')
    if (lines.findIndex(line => line.account === account) < i) wrong('each account once', `${account} again`)
  })
  if (problems.length > before) return
  const sum = lineSum(lines.map(({ amount }) => amount))
  if (Number(sum) === 0) return
  problems.push({
    path: 'lines',
    expected: 'lines that sum to zero',
    received: `a sum of ${sum} minor units`,
  })
}
