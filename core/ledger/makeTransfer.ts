import type { SaidProblem, Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { isCalendarDate } from '../order/calendar.ts'
import { type Said, say } from '../words/say.ts'
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
  const problems: SaidProblem[] = []
  addHeadProblems(draft, problems)
  addLinkProblems(draft, problems)
  addLineProblems(draft, problems)
  const [first, ...more] = problems
  if (first !== undefined) return refuseInput([first, ...more])
  const lines = draft.lines.map(({ account, amount }) => ({ account, minor: amount.minor }))
  return { ok: true, value: { ...draft, lines } }
}

const texts = ['id', 'commandId', 'orderId', 'who', 'why'] as const

function addHeadProblems(draft: TransferDraft, problems: SaidProblem[]): void {
  for (const path of texts)
    if (draft[path].trim() === '')
      problems.push({
        path,
        expected: say('a text that is not blank'),
        received: JSON.stringify(draft[path]),
      })
  if (draft.evidence?.trim() === '')
    problems.push({
      path: 'evidence',
      expected: say('a text that is not blank, or null'),
      received: JSON.stringify(draft.evidence),
    })
  if (!Number.isSafeInteger(draft.at))
    problems.push({ path: 'at', expected: say('whole epoch milliseconds'), received: String(draft.at) })
}

function addLinkProblems({ kind, endsId, correctsId, day }: TransferDraft, problems: SaidProblem[]): void {
  const isDelivery = kind === 'deliver' || kind === 'restate'
  /** `what` is needed where it is named, and else may not be there. */
  const check = (path: string, value: string | null, what: LinkPhrase | null) => {
    if ((value === null) === (what === null)) return
    const expected = what === null ? say('nothing for the kind {{kind}}', { kind }) : say(what)
    problems.push({ path, expected, received: value ?? say('nothing') })
  }
  check('endsId', endsId, endedKinds[kind] === undefined ? null : 'the id of what it ends')
  check('correctsId', correctsId, kind === 'correct' ? 'the id of what it corrects' : null)
  check('day', day, isDelivery ? 'the day that it books' : null)
  if (day !== null && !isCalendarDate(day))
    problems.push({ path: 'day', expected: say('a date of the calendar, like 2026-12-01'), received: day })
}

type LinkPhrase = 'the id of what it ends' | 'the id of what it corrects' | 'the day that it books'

function addLineProblems({ currency, lines }: TransferDraft, problems: SaidProblem[]): void {
  const before = problems.length
  if (lines.length === 0)
    problems.push({ path: 'lines', expected: say('lines that sum to zero'), received: say('no lines') })
  lines.forEach(({ account, amount }, i) => {
    const wrong = (expected: Said, received: string) =>
      problems.push({ path: `lines[${i}]`, expected, received })
    if (amount.currency !== currency)
      wrong(
        say('an amount in {{currency}}', { currency }),
        say('one in {{currency}}', { currency: amount.currency }),
      )
    if (!Number.isSafeInteger(amount.minor)) wrong(say('a whole number of minor units'), String(amount.minor))
    else if (amount.minor === 0) wrong(say('an amount other than zero'), '0')
    if (lines.findIndex(line => line.account === account) < i)
      wrong(say('each account once'), say('{{name}} again', { name: account }))
  })
  if (problems.length > before) return
  const sum = lineSum(lines.map(({ amount }) => amount))
  if (Number(sum) === 0) return
  problems.push({
    path: 'lines',
    expected: say('lines that sum to zero'),
    received: say('a sum of {{sum}} minor units', { sum }),
  })
}
