import type { Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { linesOf } from './linesOf.ts'
import { post, type Posted } from './post.ts'
import type { Transfer, TransferHead } from './transfer.ts'
import { wrongAmounts } from './wrongAmounts.ts'

/** `amount` is the money that is held: tax included, less what a coupon will pay. */
export type AuthorisePayment = TransferHead & { readonly amount: Money }

/** Holds the money of a payment, pending until it is captured, voided or expired (L4). See post.ts for failures. */
export function authorisePayment(history: readonly Transfer[], command: AuthorisePayment): Result<Posted> {
  const { amount } = command
  return post(history, command, () => {
    const wrong = wrongAmounts({ amount })
    if (wrong) return wrong
    const { currency, minor } = amount
    const lines = linesOf(currency, { cash: -minor, payment_clearing: minor })
    return { ok: true, value: { kind: 'authorise', currency, lines } }
  })
}
