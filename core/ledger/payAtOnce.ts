import type { Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { say } from '../words/say.ts'
import { linesOf } from './linesOf.ts'
import { post, type Posted } from './post.ts'
import { refuseInput } from './refuse.ts'
import type { Transfer, TransferHead } from './transfer.ts'
import { wrongAmounts } from './wrongAmounts.ts'

/** The budget, its tax (T12), and what a coupon took off what is paid (T3). */
export type PayAtOnce = TransferHead & {
  readonly net: Money
  readonly tax: Money
  readonly coupon: Money
}

/** Authorises and captures in one transfer, as when the receipt is typed in after the payment. See post.ts for failures. */
export function payAtOnce(history: readonly Transfer[], command: PayAtOnce): Result<Posted> {
  const { net, tax, coupon } = command
  return post(history, command, () => {
    const wrong = wrongAmounts({ net, tax, coupon })
    if (wrong) return wrong
    if (net.minor === 0)
      return refuseInput([{ path: 'net', expected: say('at least one minor unit'), received: '0' }])
    const grossMinor = net.minor + tax.minor
    if (coupon.minor > grossMinor)
      return refuseInput([
        {
          path: 'coupon',
          expected: say('at most {{minor}} minor units', { minor: grossMinor }),
          received: String(coupon.minor),
        },
      ])
    const { currency } = net
    const lines = linesOf(currency, {
      cash: coupon.minor - grossMinor,
      coupon: -coupon.minor,
      promotion_prepaid: net.minor,
      tax_input: tax.minor,
    })
    return { ok: true, value: { kind: 'pay', currency, lines } }
  })
}
