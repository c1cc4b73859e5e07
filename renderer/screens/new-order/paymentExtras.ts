import type { Request } from '../../../core/contract/contract.ts'
import type { OrderCheck, paymentMethods, taxMoments } from '../../../core/contract/orders.ts'
import { money, taxOn } from '../../../core/money/money.ts'

/** What is said of a payment beside its method and reference; null where nothing is said. */
export type PaymentExtras = {
  /** A share; null for the market's own. */
  readonly taxRate: number | null
  readonly taxTaken: (typeof taxMoments)[number] | null
  readonly vatNumber: string
  readonly withheldMinor: number | null
  readonly coins: number | null
  /** Minor units a coin. */
  readonly coinPrice: number | null
}

export const noExtras: PaymentExtras = {
  taxRate: null,
  taxTaken: null,
  vatNumber: '',
  withheldMinor: null,
  coins: null,
  coinPrice: null,
}

type Sent = Pick<
  Request<'payOrder'>,
  'taxRate' | 'taxTaken' | 'vatNumber' | 'withheldMinor' | 'coins' | 'coinRate'
>

/** As the request has it. Coins are said of a payment with coins only. */
export function sentExtras(extras: PaymentExtras, method: (typeof paymentMethods)[number]): Sent {
  const { taxRate, taxTaken, vatNumber, withheldMinor, coins, coinPrice } = extras
  const isCoins = method === 'coins' && coins !== null && coinPrice !== null
  return {
    taxRate,
    taxTaken,
    vatNumber: vatNumber.trim() === '' ? null : vatNumber.trim(),
    withheldMinor: withheldMinor ?? 0,
    coins: isCoins ? coins : null,
    coinRate: isCoins ? coinPrice : null,
  }
}

/** Tax at the chosen rate, and what is left to pay after a coupon and what is kept back. Minor units. */
export function payable(check: OrderCheck, extras: PaymentExtras) {
  const { currency, netMinor, couponMinor } = check
  const taxMinor =
    extras.taxRate === null ? check.taxMinor : taxOn(money(currency, netMinor), extras.taxRate).minor
  const withheldMinor = extras.withheldMinor ?? 0
  return { taxMinor, toPayMinor: netMinor + taxMinor - couponMinor - withheldMinor }
}
