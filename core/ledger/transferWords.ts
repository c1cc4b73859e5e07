import { money, type Money } from '../money/money.ts'
import type { Account } from './account.ts'
import type { Transfer, TransferKind } from './transfer.ts'

/** Keys that a page translates: of the transfer, and of each line with the amount's size, in or out of the account. */
export type TransferWords = {
  readonly key: `transfer.${TransferKind}`
  readonly day: string | null
  readonly lines: readonly {
    readonly key: `account.${Account}.${'in' | 'out'}`
    readonly amount: Money
  }[]
}

/** A transfer as words: what happened and where its money went. */
export function transferWords({ kind, currency, day, lines }: Transfer): TransferWords {
  return {
    key: `transfer.${kind}`,
    day,
    lines: lines.map(({ account, minor }) => ({
      key: `account.${account}.${minor > 0 ? 'in' : 'out'}`,
      amount: money(currency, Math.abs(minor)),
    })),
  }
}
