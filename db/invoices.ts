import { desc, eq } from 'drizzle-orm'

import type { Invoice } from '../core/audit/invoice.ts'
import type { Result } from '../core/contract/failure.ts'
import { isCalendarDate } from '../core/order/calendar.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { badInput, notFound, refusal } from './refusal.ts'
import { invoice } from './schema/invoice.ts'
import { payment } from './schema/payment.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { transact } from './transact.ts'

/** What holds of the order's invoice: the last that was typed in. */
export function findInvoice(reader: Reader, orderId: string): Invoice | undefined {
  return reader.read
    .select({
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      netMinor: invoice.netMinor,
      taxMinor: invoice.taxMinor,
      impressions: invoice.impressions,
      grossImpressions: invoice.grossImpressions,
    })
    .from(invoice)
    .where(eq(invoice.orderId, orderId))
    .orderBy(desc(invoice.seq))
    .limit(1)
    .get()
}

/** Notes the invoice of a paid order, in place of the one before, which is kept. The same again changes nothing. */
export function recordInvoice(writer: Writer, orderId: string, fields: Invoice): Result<Invoice> {
  return transact(writer, () => {
    const order = writer.read.select().from(promoteOrder).where(eq(promoteOrder.id, orderId)).get()
    if (order === undefined) return notFound(say('promote order'), orderId)
    if (writer.read.select().from(payment).where(eq(payment.orderId, orderId)).get() === undefined)
      return refusal(
        'refused',
        say('Expected a paid order, got one in state {{state}}: nothing is billed.', { state: order.state }),
      )
    if (!isCalendarDate(fields.issuedOn))
      return badInput('invoice.issuedOn', say('a date that exists, YYYY-MM-DD'), fields.issuedOn)
    const before = findInvoice(writer, orderId)
    if (before !== undefined && isSame(before, fields)) return { ok: true, value: before }
    writer.write
      .insert(invoice)
      .values({ ...fields, orderId, currency: order.currency, at: writer.now(), who: writer.who })
      .run()
    appendLog(writer, {
      what: 'recordInvoice',
      subject: { kind: 'order', id: orderId },
      payload: { ...fields },
    })
    return { ok: true, value: fields }
  })
}

function isSame(one: Invoice, other: Invoice): boolean {
  const values = ({ number, issuedOn, netMinor, taxMinor, impressions, grossImpressions }: Invoice) =>
    JSON.stringify([number, issuedOn, netMinor, taxMinor, impressions, grossImpressions])
  return values(one) === values(other)
}
