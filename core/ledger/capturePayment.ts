import type { Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { say } from '../words/say.ts'
import { findPending } from './findPending.ts'
import { linesOf } from './linesOf.ts'
import { post, type Posted } from './post.ts'
import { refuseInput } from './refuse.ts'
import type { Transfer, TransferHead } from './transfer.ts'
import { wrongAmounts } from './wrongAmounts.ts'

/** The invoice says how much of the gross amount is tax (T12) and what a coupon paid (T3); the rest is net budget. */
export type CapturePayment = TransferHead & {
  readonly authorisationId: string
  readonly tax: Money
  readonly coupon: Money
}

/** Takes all the money that an authorisation holds: it becomes prepaid budget and tax. See post.ts for failures. */
export function capturePayment(history: readonly Transfer[], command: CapturePayment): Result<Posted> {
  const { authorisationId, tax, coupon } = command
  return post(history, command, before => {
    const found = findPending(before, 'authorise', authorisationId)
    if (!found.ok) return found
    const { pending, heldMinor } = found.value
    const { currency } = pending
    const wrong = wrongAmounts({ held: { currency, minor: heldMinor }, tax, coupon })
    if (wrong) return wrong
    const netMinor = heldMinor + coupon.minor - tax.minor
    if (netMinor <= 0)
      return refuseInput([
        {
          path: 'tax',
          expected: say('less than {{minor}} minor units', { minor: heldMinor + coupon.minor }),
          received: String(tax.minor),
        },
      ])
    const lines = linesOf(currency, {
      coupon: -coupon.minor,
      payment_clearing: -heldMinor,
      promotion_prepaid: netMinor,
      tax_input: tax.minor,
    })
    return { ok: true, value: { kind: 'capture', currency, endsId: pending.id, lines } }
  })
}
