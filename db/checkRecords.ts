import { count, eq, sql, sum } from 'drizzle-orm'

import { type OrderState, unpaidStates } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
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
      problems: orders.flatMap(order =>
        unpaidOrUnfrozen(order, { paid: paid.has(order.id), frozen: frozen.has(order.id) }),
      ),
      sound: say('{{paid}} of {{orders}} orders are paid, each with a payment and a frozen forecast', {
        paid: payments.length,
        orders: orders.length,
      }),
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
        return isRight
          ? []
          : [say('the payment of order {{id}} does not add up to its budget and tax', { id: order.id })]
      }),
      sound: paidSums(payments),
    },
    { name: 'figures', problems: wrongFigures(reader), sound: say('sums of orders agree with their days') },
    {
      name: 'histories',
      problems: brokenHistories(reader),
      sound: say('imported histories have their rows'),
    },
    {
      name: 'assumptions',
      problems: brokenEdits(reader),
      sound: say('every edit of an assumption follows the one before'),
    },
    { name: 'ledger', ...checkLedger(reader) },
    { name: 'log', ...checkLog(reader) },
    {
      name: 'events',
      problems: brokenStories(reader, orders),
      sound: say('every state follows from its events'),
    },
  ]
}

/** A paid order has a payment and a frozen forecast, any other has neither. */
function unpaidOrUnfrozen(
  { id, state }: { readonly id: string; readonly state: OrderState },
  has: { readonly paid: boolean; readonly frozen: boolean },
): readonly string[] {
  const isPaid = !unpaidStates.includes(state)
  const problems: string[] = []
  if (has.paid !== isPaid)
    problems.push(
      isPaid
        ? say('order {{id}} is {{state}} without a payment', { id, state })
        : say('order {{id}} is {{state}} with a payment', { id, state }),
    )
  if (has.frozen !== isPaid)
    problems.push(
      isPaid
        ? say('order {{id}} is {{state}} without a frozen forecast', { id, state })
        : say('order {{id}} is {{state}} with a frozen forecast', { id, state }),
    )
  return problems
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
    .map(({ orderId }) => say('the sums of order {{id}} are not those of its days', { id: orderId }))
}

function paidSums(payments: readonly (typeof payment.$inferSelect)[]): string {
  const sums = new Map<string, number>()
  for (const { currency, grossMinor } of payments) sums.set(currency, (sums.get(currency) ?? 0) + grossMinor)
  const text = [...sums]
    .map(([currency, minor]) => say('{{minor}} minor units of {{currency}}', { minor, currency }))
    .join(', ')
  return say('payments add up: {{sums}}', { sums: text || 'none yet' })
}
