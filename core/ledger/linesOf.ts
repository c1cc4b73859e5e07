import { type Currency, money } from '../money/money.ts'
import { type Account, accounts } from './account.ts'
import type { TransferDraft } from './makeTransfer.ts'

/** Lines in the order of the chart, without those of zero. Amounts are signed minor units. */
export function linesOf(
  currency: Currency,
  amounts: Readonly<Partial<Record<Account, number>>>,
): TransferDraft['lines'] {
  const lines: TransferDraft['lines'][number][] = []
  for (const account of accounts) {
    const minor = amounts[account] ?? 0
    if (minor !== 0) lines.push({ account, amount: money(currency, minor) })
  }
  return lines
}
