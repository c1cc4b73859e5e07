import type { Result } from '../contract/failure.ts'
import { say } from '../words/say.ts'
import { linesOf } from './linesOf.ts'
import { orderBook } from './orderBook.ts'
import { post, type Posted } from './post.ts'
import { refuse } from './refuse.ts'
import type { Transfer, TransferHead } from './transfer.ts'

/**
 * Closes what is left of an order's prepaid budget, above or below zero, when nothing more will be delivered or refunded.
 * `refused` when nothing is left; see post.ts for other failures.
 */
export function writeOff(history: readonly Transfer[], command: TransferHead): Result<Posted> {
  return post(history, command, before => {
    const [first] = before
    const { prepaid } = orderBook(before)
    if (first === undefined || prepaid === 0)
      return refuse('refused', say('Nothing is left of the prepaid budget to write off.'))
    const { currency } = first
    const lines = linesOf(currency, { promotion_prepaid: -prepaid, write_off: prepaid })
    return { ok: true, value: { kind: 'write_off', currency, lines } }
  })
}
