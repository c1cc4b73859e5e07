import type { Result } from '../core/contract/failure.ts'
import { bookDelivery } from '../core/ledger/bookDelivery.ts'
import { deliveredOn } from '../core/ledger/deliveredOn.ts'
import { type Currency, money } from '../core/money/money.ts'
import type { Writer } from './connection.ts'
import { listTransfers } from './ledger.ts'
import { ledgerTransfer } from './schema/ledgerTransfer.ts'

type Booking = {
  readonly orderId: string
  readonly currency: Currency
  readonly why: string
  readonly days: readonly { readonly date: string; readonly spendMinor: number }[]
}

/** Moves the spend of many days of one order in the ledger, as recordDeliveries does of one; its transfers are read once. */
export function bookDays(writer: Writer, { orderId, currency, why, days }: Booking): Result<null> {
  const history = listTransfers(writer, orderId)
  for (const { date, spendMinor } of days) {
    if ((deliveredOn(history, date) ?? 0) === spendMinor) continue
    const version = history.filter(({ day }) => day === date).length + 1
    const head = {
      commandId: `delivery:${orderId}:${date}:${version}`,
      orderId,
      why: `${why}: delivery of ${date}`,
      evidence: null,
      id: writer.makeId(),
      at: writer.now(),
      who: writer.who,
    }
    const posted = bookDelivery(history, { ...head, day: date, spend: money(currency, spendMinor) })
    if (!posted.ok) return posted
    const { transfer } = posted.value
    writer.write
      .insert(ledgerTransfer)
      .values({ ...transfer, lines: [...transfer.lines] })
      .run()
    history.push(transfer)
  }
  return { ok: true, value: null }
}
