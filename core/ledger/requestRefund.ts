import type { Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { linesOf } from './linesOf.ts'
import { post, type Posted } from './post.ts'
import type { Transfer, TransferHead } from './transfer.ts'
import { wrongAmounts } from './wrongAmounts.ts'

/** What is asked back of the budget and of the tax, which platforms often keep (S30). */
export type RequestRefund = TransferHead & { readonly net: Money; readonly tax: Money }

/**
 * Asks for a refund, pending until it is completed or refused (L4). `refused` when all that is refunded or asked for would
 * be above what was captured (L8); see post.ts for other failures.
 */
export function requestRefund(history: readonly Transfer[], command: RequestRefund): Result<Posted> {
  const { net, tax } = command
  return post(history, command, () => {
    const wrong = wrongAmounts({ net, tax })
    if (wrong) return wrong
    const { currency } = net
    const lines = linesOf(currency, {
      promotion_prepaid: -net.minor,
      tax_input: -tax.minor,
      refund_clearing: net.minor + tax.minor,
    })
    return { ok: true, value: { kind: 'refund_request', currency, lines } }
  })
}
