import * as v from 'valibot'

import { type Currency, formatAmount, money, type Money, parseAmount } from '../money/money.ts'
import { say } from '../words/say.ts'

/** Beyond these an amount is a slip of the keyboard. Minor units: a million pounds, twenty billion rupiah. */
const absurdMinor: Readonly<Record<Currency, number>> = { GBP: 100_000_000, IDR: 20_000_000_000 }

/**
 * An amount of an order file: a decimal string in major units of the first of `currencies` that can hold it, of at least
 * `leastMinor` minor units.
 */
export function amountSchema(currencies: readonly Currency[], leastMinor: number) {
  return v.pipe(
    v.string(say('an amount as a text in major units, like "70.00" or "700000"')),
    v.rawTransform(({ dataset, addIssue, NEVER }): Money => {
      const expectations: string[] = []
      for (const currency of currencies) {
        const amount = readAmount(dataset.value, currency, leastMinor)
        if (typeof amount !== 'string') return amount
        expectations.push(amount)
      }
      addIssue({ message: expectations.join(', or ') })
      return NEVER
    }),
  )
}

/** The amount, or the words for what was expected. */
function readAmount(text: string, currency: Currency, leastMinor: number): Money | string {
  const parsed = parseAmount(text, currency)
  if (!parsed.ok) return parsed.expected
  const { minor } = parsed.value
  if (minor >= leastMinor && minor <= absurdMinor[currency]) return parsed.value
  const shown = (minor: number) => formatAmount(money(currency, minor))
  return say('an amount from {{least}} to {{most}} {{currency}}', {
    least: shown(leastMinor),
    most: shown(absurdMinor[currency]),
    currency,
  })
}
