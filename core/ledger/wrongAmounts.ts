import type { SaidProblem } from '../contract/failure.ts'
import type { Money } from '../money/money.ts'
import { say } from '../words/say.ts'
import { refuseInput, type Refused } from './refuse.ts'

/** Sums of a few amounts up to here are whole and exact. Orders are far below (core/order/amountSchema.ts). */
const mostMinor = 2 ** 50

/**
 * Refuses amounts that no command may bring: not whole, below zero, beyond 2^50 or of two currencies (L5). Undefined when
 * they will do.
 */
export function wrongAmounts(amounts: Readonly<Record<string, Money>>): Refused | undefined {
  const [first] = Object.values(amounts)
  const [wrong, ...more] = Object.entries(amounts).flatMap(([path, { currency, minor }]): SaidProblem[] => {
    if (currency !== first?.currency)
      return [
        {
          path,
          expected: say('an amount in {{currency}}', { currency: first?.currency ?? '' }),
          received: say('one in {{currency}}', { currency }),
        },
      ]
    if (Number.isSafeInteger(minor) && minor >= 0 && minor <= mostMinor) return []
    return [{ path, expected: say('whole minor units from 0 to 2^50'), received: String(minor) }]
  })
  return wrong && refuseInput([wrong, ...more])
}
