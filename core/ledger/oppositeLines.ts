import { type Currency, money } from '../money/money.ts'
import type { TransferDraft } from './makeTransfer.ts'
import type { TransferLine } from './transfer.ts'

/** The lines that take back what these did. */
export function oppositeLines(currency: Currency, lines: readonly TransferLine[]): TransferDraft['lines'] {
  return lines.map(({ account, minor }) => ({ account, amount: money(currency, -minor) }))
}
