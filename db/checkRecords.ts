import { count, eq, sql, sum } from 'drizzle-orm'

import { unpaidStates } from '../core/order/orderState.ts'
import { brokenStories } from './brokenStories.ts'
import { checkLog } from './checkLog.ts'
import type { Reader } from './connection.ts'
import { brokenHistories } from './histories.ts'
import { checkLedger } from './ledger.ts'
import { brokenEdits } from './profileEdits.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
import { orderFigures } from './schema/orderFigures.ts'
import { payment } from './schema/payment.ts'
import { promoteOrder } from './schema/promoteOrder.ts'

type RecordCheck = {
  readonly name: string
  readonly problems: readonly string[]
  /** What holds when there are no problems. */
  readonly sound: string
}

/** Whether orders, payments, events and frozen forecasts agree with each other, whatever changed them. */
export function checkRecords(reader: Reader): readonly RecordCheck[] {
  const orders = reader.read
    .select({
      id: promoteOrder.id,
      state: promoteOrder.state,
      currency: promoteOrder.currency,
      budgetMinor: promoteOrder.budgetMinor,
    })
    .from(promoteOrder)
    .all()
  const payments = reader.read.select().from(payment).all()
  const paid = new Map(payments.map(each => [each.orderId, each]))
  const frozen = new Set(
    reader.read
      .select({ orderId: frozenForecast.orderId })
      .from(frozenForecast)
      .all()
      .map(each => each.orderId),
  )
  return [
    {
      name: 'paid orders',
      problems: orders.flatMap(({ id, state }) => {
        const isPaid = !unpaidStates.includes(state)
        return [
          ...(paid.has(id) === isPaid
            ? []
            : [`order ${id} is ${state} ${isPaid ? 'without' : 'with'} a payment`]),
          ...(frozen.has(id) === isPaid
            ? []
            : [`order ${id} is ${state} ${isPaid ? 'without' : 'with'} a frozen forecast`]),
        ]
      }),
      sound: `${payments.length} of ${orders.length} orders are paid, each with a payment and a frozen forecast`,
    },
    {
      name: 'payments',
      problems: orders.flatMap(order => {
        const found = paid.get(order.id)
        const isRight =
          !found ||
          (found.netMinor === order.budgetMinor &&
            found.currency === order.currency &&
            found.grossMinor === found.netMinor + found.taxMinor)
        return isRight ? [] : [`the payment of order ${order.id} does not add up to its budget and tax`]
      }),
      sound: paidSums(payments),
    },
    { name: 'figures', problems: wrongFigures(reader), sound: 'sums of orders agree with their days' },
    { name: 'histories', problems: brokenHistories(reader), sound: 'imported histories have their rows' },
    {
      name: 'assumptions',
      problems: brokenEdits(reader),
      sound: 'every edit of an assumption follows the one before',
    },
    { name: 'ledger', ...checkLedger(reader) },
    { name: 'log', ...checkLog(reader) },
    { name: 'events', problems: brokenStories(reader, orders), sound: 'every state follows from its events' },
  ]
}

/** The sums that tables show, against the days they are made of. */
function wrongFigures(reader: Reader): readonly string[] {
  const sums = reader.read
    .select({
      orderId: deliveryDay.orderId,
      days: count().as('day_count'),
      linkClicks: sum(deliveryDay.linkClicks).mapWith(Number).as('click_sum'),
      spentMinor: sum(deliveryDay.spendMinor).mapWith(Number).as('spend_sum'),
    })
    .from(deliveryDay)
    .groupBy(deliveryDay.orderId)
    .as('sums')
  return reader.read
    .select({ orderId: sums.orderId })
    .from(sums)
    .leftJoin(orderFigures, eq(orderFigures.orderId, sums.orderId))
    .where(
      sql`(${orderFigures.days}, ${orderFigures.linkClicks}, ${orderFigures.spentMinor}) is not (${sums.days}, ${sums.linkClicks}, ${sums.spentMinor})`,
    )
    .all()
    .map(({ orderId }) => `the sums of order ${orderId} are not those of its days`)
}

function paidSums(payments: readonly (typeof payment.$inferSelect)[]): string {
  const sums = new Map<string, number>()
  for (const { currency, grossMinor } of payments) sums.set(currency, (sums.get(currency) ?? 0) + grossMinor)
  const text = [...sums].map(([currency, minor]) => `${minor} minor units of ${currency}`).join(', ')
  return `payments add up: ${text || 'none yet'}`
}
