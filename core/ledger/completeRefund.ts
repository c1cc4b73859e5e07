import type { Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { say } from '../words/say.ts'
import { findPending } from './findPending.ts'
import { linesOf } from './linesOf.ts'
import { post, type Posted } from './post.ts'
import { refuseInput } from './refuse.ts'
import type { Transfer, TransferHead } from './transfer.ts'
import { wrongAmounts } from './wrongAmounts.ts'

/**
 * What really came back, typed in from evidence that is named (S33); it may be less or more than was asked. `into` is
 * `platform_credit` for coins and credit.
 */
export type CompleteRefund = TransferHead & {
  readonly requestId: string
  readonly evidence: string
  readonly net: Money
  readonly tax: Money
  readonly into: 'cash' | 'platform_credit'
}

/**
 * Ends a refund request with what came back; what was asked and did not come is budget and tax again. `refused` above what
 * was captured (L8); a refund of nothing is refuseRefund.ts. See post.ts for other failures.
 */
export function completeRefund(history: readonly Transfer[], command: CompleteRefund): Result<Posted> {
  const { requestId, net, tax, into } = command
  return post(history, command, before => {
    const found = findPending(before, 'refund_request', requestId)
    if (!found.ok) return found
    const { pending, heldMinor } = found.value
    const { currency } = pending
    const wrong = wrongAmounts({ asked: { currency, minor: heldMinor }, net, tax })
    if (wrong) return wrong
    const grossMinor = net.minor + tax.minor
    if (grossMinor === 0)
      return refuseInput([
        { path: 'net', expected: say('an amount that came back'), received: say('nothing') },
      ])
    const asked = askedOf(pending)
    const lines = linesOf(currency, {
      [into]: grossMinor,
      promotion_prepaid: asked.netMinor - net.minor,
      tax_input: asked.taxMinor - tax.minor,
      refund_clearing: -heldMinor,
    })
    return { ok: true, value: { kind: 'refund_complete', currency, endsId: pending.id, lines } }
  })
}

function askedOf({ lines }: Transfer): { readonly netMinor: number; readonly taxMinor: number } {
  const line = (name: string) => lines.find(({ account }) => account === name)?.minor ?? 0
  return { netMinor: -line('promotion_prepaid'), taxMinor: -line('tax_input') }
}
