import { money } from '../money/money.ts'
import type { Account } from './account.ts'
import type { LedgerEntry, Transfer, TransferKind } from './transfer.ts'

/** Where the money of one order stands. Minor units of its currency. */
export type OrderBook = {
  /** Money held and not yet captured. */
  readonly authorised: number
  /** Money that was captured: what refunds are measured against (L8). What a coupon paid is not in it. */
  readonly captured: number
  /** What came back, tax included, as money, coins or credit. */
  readonly refunded: number
  /** Asked back and not answered, tax included. */
  readonly refundPending: number
  /** Net spend that was reported. */
  readonly delivered: number
  /** Net budget paid and not yet delivered, asked back or written off. */
  readonly prepaid: number
  /** Net budget and tax of captured payments, what a coupon paid included. */
  readonly paidGross: number
  /** Tax paid, less tax asked back or refunded. */
  readonly tax: number
}

export const emptyBook: OrderBook = {
  authorised: 0,
  captured: 0,
  refunded: 0,
  refundPending: 0,
  delivered: 0,
  prepaid: 0,
  paidGross: 0,
  tax: 0,
}

/** Derives the book of one order from all its transfers, in the order in which they were posted. */
export function orderBook(transfers: readonly Transfer[]): OrderBook {
  const [first] = transfers
  const kinds = new Map(transfers.map(({ id, kind }) => [id, kind]))
  let book = emptyBook
  for (const transfer of transfers) {
    if (transfer.orderId !== first?.orderId || transfer.currency !== first.currency)
      throw new TypeError(`transfer ${transfer.id} is not of order ${first?.orderId} in ${first?.currency}`)
    book = bookAfter(book, transfer, kinds.get(transfer.correctsId ?? transfer.id) ?? transfer.kind)
    for (const minor of Object.values(book)) money(transfer.currency, minor)
  }
  return book
}

/** The book after one more transfer. `kind` is the transfer's own, or that of the transfer that it corrects. */
export function bookAfter(book: OrderBook, transfer: LedgerEntry, kind: TransferKind): OrderBook {
  const on = (account: Account) => transfer.lines.find(line => line.account === account)?.minor ?? 0
  const isPayment = kind === 'capture' || kind === 'pay'
  return {
    authorised: book.authorised + on('payment_clearing'),
    captured: book.captured + (isPayment ? -on('cash') - on('payment_clearing') : 0),
    refunded: book.refunded + (kind === 'refund_complete' ? on('cash') + on('platform_credit') : 0),
    refundPending: book.refundPending + on('refund_clearing'),
    delivered: book.delivered + on('promotion_spent'),
    prepaid: book.prepaid + on('promotion_prepaid'),
    paidGross: book.paidGross + (isPayment ? on('promotion_prepaid') + on('tax_input') : 0),
    tax: book.tax + on('tax_input'),
  }
}
