import type { Result } from '../../../core/contract/failure.ts'
import { bookDelivery } from '../../../core/ledger/bookDelivery.ts'
import { payAtOnce } from '../../../core/ledger/payAtOnce.ts'
import type { Posted } from '../../../core/ledger/post.ts'
import { requestRefund } from '../../../core/ledger/requestRefund.ts'
import type { Transfer, TransferHead } from '../../../core/ledger/transfer.ts'
import { money } from '../../../core/money/money.ts'

export const gbp = (minor: number) => money('GBP', minor)
export const idr = (minor: number) => money('IDR', minor)

/** The head of the command `name`: the transfer gets the same name as its id. */
export function head(name: string, orderId = 'order-1'): TransferHead {
  const commandId = `command-${name}`
  return { id: name, commandId, orderId, at: 1_800_000_000_000, who: 'Ayu', why: 'a test', evidence: null }
}

/** The transfer that was posted; throws what was refused instead. */
export function posted(result: Result<Posted>): Transfer {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value.transfer
}

/** Why it was refused, as `code: message`; or what was posted instead. */
export function refusedAs(result: Result<unknown>): string {
  return result.ok
    ? `posted ${JSON.stringify(result.value)}`
    : `${result.failure.code}: ${result.failure.message}`
}

/** 70.00 of budget and 14.00 of tax, 20.00 of it by coupon. */
export function paid(): Transfer[] {
  return [posted(payAtOnce([], { ...head('pay'), net: gbp(7000), tax: gbp(1400), coupon: gbp(2000) }))]
}

/** 84.00 paid in money, 30.00 delivered, 40.00 and its tax of 8.00 asked back. */
export function asked(): Transfer[] {
  const history = [posted(payAtOnce([], { ...head('pay'), net: gbp(7000), tax: gbp(1400), coupon: gbp(0) }))]
  history.push(
    posted(bookDelivery(history, { ...head('deliver'), day: '2026-12-01', spend: gbp(3000) })),
    posted(requestRefund(history, { ...head('ask'), net: gbp(4000), tax: gbp(800) })),
  )
  return history
}

/** The lines as `account minor`. */
export function linesIn({ lines }: Transfer): string[] {
  return lines.map(({ account, minor }) => `${account} ${minor}`)
}
