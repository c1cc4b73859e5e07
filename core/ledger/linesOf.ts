import { type Currency, money } from '../money/money.ts'
import { type Account, accounts } from './account.ts'
import type { TransferDraft } from './makeTransfer.ts'

/** Lines in the order of the chart, without those of zero. Amounts are signed minor units. */
export function linesOf(
  currency: Currency,
  amounts: Readonly<Partial<Record<Account, number>>>,
): TransferDraft['lines'] {
  return accounts.flatMap(account => {
    const minor = amounts[account] ?? 0
    return minor === 0 ? [] : [{ account, amount: money(currency, minor) }]
  })
}
