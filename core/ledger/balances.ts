import { type Currency, money } from '../money/money.ts'
import type { Account } from './account.ts'
import type { Transfer } from './transfer.ts'

export type Balances = Readonly<Record<Account, number>>

/**
 * The balance of every account, in minor units, derived from all transfers of `currency` (L9). They sum to zero (L1). A
 * transfer of another currency is an error of the program: currencies have no common sum (L5).
 */
export function balancesOf(currency: Currency, transfers: readonly Transfer[]): Balances {
  const balances = noBalances()
  for (const transfer of transfers) {
    if (transfer.currency !== currency)
      throw new TypeError(`cannot sum ${transfer.currency} of transfer ${transfer.id} with ${currency}`)
    for (const { account, minor } of transfer.lines)
      balances[account] = money(currency, balances[account] + minor).minor
  }
  return balances
}

function noBalances(): Record<Account, number> {
  return {
    cash: 0,
    platform_credit: 0,
    coupon: 0,
    payment_clearing: 0,
    promotion_prepaid: 0,
    promotion_spent: 0,
    tax_input: 0,
    refund_clearing: 0,
    write_off: 0,
  }
}
