import type { Result } from '../contract/failure.ts'
import type { Currency } from '../money/money.ts'
import { money } from '../money/money.ts'
import { problemsAfter } from './ledgerProblems.ts'
import { linesOf } from './linesOf.ts'
import { makeTransfer } from './makeTransfer.ts'
import { refuse } from './refuse.ts'
import type { LedgerEntry, Transfer, TransferHead } from './transfer.ts'
import { wrongAmounts } from './wrongAmounts.ts'

export type BookDeliveries = {
  readonly currency: Currency
  /** The whole net spend of each day as reported now, in minor units; 0 of a day that is withdrawn. */
  readonly days: readonly { readonly date: string; readonly spendMinor: number }[]
  /** `version` counts the transfers of the day, this one included. */
  readonly headOf: (date: string, version: number) => TransferHead
}

/**
 * Moves the net spend of many days of one order as bookDelivery does of one after another, and judges the ledger once.
 * `history` is all transfers of the order. A day that stands as reported, or without spend was never booked, moves
 * nothing.
 */
export function bookDeliveries(
  history: readonly LedgerEntry[],
  { currency, days, headOf }: BookDeliveries,
): Result<readonly Transfer[]> {
  const booked = bookedDays(history)
  const versions = new Map<string, number>()
  for (const { day } of history) if (day !== null) versions.set(day, (versions.get(day) ?? 0) + 1)
  const made: Transfer[] = []
  for (const { date, spendMinor } of days) {
    const before = booked.get(date)
    const delta = spendMinor - (before ?? 0)
    if (delta === 0) continue
    const wrong = wrongAmounts({ spend: money(currency, spendMinor) })
    if (wrong) return wrong
    const version = (versions.get(date) ?? 0) + 1
    const transfer = makeTransfer({
      ...headOf(date, version),
      currency,
      kind: before === undefined ? 'deliver' : 'restate',
      day: date,
      endsId: null,
      correctsId: null,
      lines: linesOf(currency, { promotion_prepaid: -delta, promotion_spent: delta }),
    })
    if (!transfer.ok) return transfer
    made.push(transfer.value)
    booked.set(date, spendMinor)
    versions.set(date, version)
  }
  const [problem] = problemsAfter(history, made)
  return problem === undefined ? { ok: true, value: made } : refuse('refused', problem.message)
}

/** What stands booked of each day; corrected transfers do not. */
function bookedDays(history: readonly LedgerEntry[]): Map<string, number> {
  const corrected = new Set(history.map(({ correctsId }) => correctsId))
  const booked = new Map<string, number>()
  for (const { id, day, lines } of history) {
    if (day === null || corrected.has(id)) continue
    const spent = lines.reduce(
      (sum, { account, minor }) => (account === 'promotion_spent' ? sum + minor : sum),
      0,
    )
    booked.set(day, (booked.get(day) ?? 0) + spent)
  }
  return booked
}
