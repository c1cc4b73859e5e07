import { asc, eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { DeliveryDay } from '../core/contract/orders.ts'
import { bookDelivery } from '../core/ledger/bookDelivery.ts'
import { deliveredOn } from '../core/ledger/deliveredOn.ts'
import { money } from '../core/money/money.ts'
import { isCalendarDate } from '../core/order/calendar.ts'
import type { OrderState } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { listTransfers, postTransfer } from './ledger.ts'
import { badInput, notFound, refusal } from './refusal.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { touchOrder } from './touchOrder.ts'
import { transact } from './transact.ts'

/** States of an order that may have delivered. */
export const deliveringStates: ReadonlySet<OrderState> = new Set([
  'active',
  'paused',
  'completed',
  'cancelled',
  'refund_requested',
  'refunded',
])

/** What an order delivered, by day. */
export function listDeliveries(reader: Reader, orderId: string): DeliveryDay[] {
  return reader.read
    .select({
      date: deliveryDay.date,
      impressions: deliveryDay.impressions,
      reach: deliveryDay.reach,
      linkClicks: deliveryDay.linkClicks,
      pageViews: deliveryDay.pageViews,
      conversions: deliveryDay.conversions,
      spendMinor: deliveryDay.spendMinor,
      revenueMinor: deliveryDay.revenueMinor,
      source: deliveryDay.source,
    })
    .from(deliveryDay)
    .where(eq(deliveryDay.orderId, orderId))
    .orderBy(asc(deliveryDay.date))
    .all()
}

/**
 * Writes what an order delivered on the given days, in place of what was known of them; other days stay. Answers with
 * all days. Money is in minor units of the order's currency.
 */
export function recordDeliveries(
  writer: Writer,
  { orderId, days }: { readonly orderId: string; readonly days: readonly DeliveryDay[] },
): Result<DeliveryDay[]> {
  return transact(writer, () => {
    const order = writer.read.select().from(promoteOrder).where(eq(promoteOrder.id, orderId)).get()
    if (!order) return notFound(say('promote order'), orderId)
    if (!deliveringStates.has(order.state))
      return refusal(
        'refused',
        say('Expected an order that was active, got one in state {{state}}: it has delivered nothing.', {
          state: order.state,
        }),
      )
    const updatedAt = writer.now()
    for (const [position, day] of days.entries()) {
      if (!isCalendarDate(day.date))
        return badInput(`days[${position}].date`, say('a date that exists, YYYY-MM-DD'), day.date)
      const values = { ...day, orderId, currency: order.currency, updatedAt }
      writer.write
        .insert(deliveryDay)
        .values(values)
        .onConflictDoUpdate({ target: [deliveryDay.orderId, deliveryDay.date], set: values })
        .run()
      const booked = bookDay(writer, order, day)
      if (!booked.ok) return booked
    }
    appendLog(writer, {
      what: 'recordDeliveries',
      subject: { kind: 'order', id: orderId },
      payload: { days },
    })
    touchOrder(writer, orderId)
    return { ok: true, value: listDeliveries(writer, orderId) }
  })
}

/** Moves the day's spend in the ledger; a day whose spend stands as it was moves nothing. */
function bookDay(
  writer: Writer,
  { id: orderId, currency }: typeof promoteOrder.$inferSelect,
  { date, spendMinor }: DeliveryDay,
): Result<unknown> {
  const history = listTransfers(writer, orderId)
  if ((deliveredOn(history, date) ?? 0) === spendMinor) return { ok: true, value: undefined }
  const version = history.filter(({ day }) => day === date).length + 1
  const command = {
    commandId: `delivery:${orderId}:${date}:${version}`,
    orderId,
    why: say('Delivery of {{date}}', { date }),
    evidence: null,
  }
  return postTransfer(writer, command, (before, head) =>
    bookDelivery(before, { ...head, day: date, spend: money(currency, spendMinor) }),
  )
}
