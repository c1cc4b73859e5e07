import type { Result } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { say } from '../words/say.ts'
import { deliveredOn } from './deliveredOn.ts'
import { linesOf } from './linesOf.ts'
import { post, type Posted } from './post.ts'
import { refuse } from './refuse.ts'
import type { Transfer, TransferHead } from './transfer.ts'
import { wrongAmounts } from './wrongAmounts.ts'

/** `spend` is the whole net spend of the day as reported now, not what was added; `day` is an ISO date. */
export type BookDelivery = TransferHead & { readonly day: string; readonly spend: Money }

/**
 * Moves a day's net spend from prepaid to spent. A day that was booked before is restated: only the difference moves
 * (A19). A report is a fact, so more spend than was paid is booked too and leaves prepaid below zero. `refused` when the
 * day stands at this spend already (ask deliveredOn.ts first); see post.ts for other failures.
 */
export function bookDelivery(history: readonly Transfer[], command: BookDelivery): Result<Posted> {
  const { day, spend } = command
  return post(history, command, before => {
    const wrong = wrongAmounts({ spend })
    if (wrong) return wrong
    const booked = deliveredOn(before, day)
    const delta = spend.minor - (booked ?? 0)
    if (delta === 0)
      return refuse(
        'refused',
        say('The spend of {{day}} stands at {{minor}} minor units already.', { day, minor: spend.minor }),
      )
    const { currency } = spend
    const lines = linesOf(currency, { promotion_prepaid: -delta, promotion_spent: delta })
    return { ok: true, value: { kind: booked === undefined ? 'deliver' : 'restate', currency, day, lines } }
  })
}
