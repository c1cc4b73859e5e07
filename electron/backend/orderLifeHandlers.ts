import type { Result } from '../../core/contract/failure.ts'
import type { Order } from '../../core/contract/orders.ts'
import { emptyBook, orderBook } from '../../core/ledger/orderBook.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { parseOrderFile } from '../../core/order/orderFile.ts'
import { say } from '../../core/words/say.ts'
import type { Writer } from '../../db/connection.ts'
import { listDeliveries, recordDeliveries } from '../../db/deliveries.ts'
import { findFrozenForecast } from '../../db/frozenForecast.ts'
import { listTransfers } from '../../db/ledger.ts'
import { listReports } from '../../db/listReports.ts'
import { logOf } from '../../db/logOf.ts'
import { findOrder, findOrderRow } from '../../db/orders.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { answerRefund, askRefund } from '../../db/refunds.ts'
import { notFound, refusal } from '../../db/refusal.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { simulatedDays } from './simulatedDays.ts'
import { tellChanged } from './tellChanged.ts'

type LifeMethods =
  | 'moveOrder'
  | 'askRefund'
  | 'answerRefund'
  | 'recordDeliveries'
  | 'simulateDelivery'
  | 'getOrderMoney'
  | 'listReports'
  | 'listLog'

/** A paid order until its end: its steps, deliveries, refunds, and the books of all of it. */
export function orderLifeHandlers(context: Context): Pick<Handlers, LifeMethods> {
  const { reader } = context.db

  /** The order after a change, of which every page is told. */
  function changed(id: string, change: (writer: Writer) => Result<unknown>): Result<Order> {
    return writing(context, writer => {
      const result = change(writer)
      if (!result.ok) return result
      tellChanged(context, 'orders')
      const order = findOrder(writer, id)
      return order === undefined ? notFound(say('order'), id) : done(order)
    })
  }

  return {
    moveOrder: ({ id, ...step }) => changed(id, writer => recordTransition(writer, { orderId: id, ...step })),
    askRefund: ({ id, ...command }) => changed(id, writer => askRefund(writer, { orderId: id, ...command })),
    answerRefund: ({ id, ...command }) =>
      changed(id, writer => answerRefund(writer, { orderId: id, ...command })),
    recordDeliveries: ({ id, days }) =>
      changed(id, writer => recordDeliveries(writer, { orderId: id, days })),
    simulateDelivery: ({ id, seed }) =>
      changed(id, writer => {
        const frozen = findFrozenForecast(writer, id)
        if (frozen === undefined)
          return refusal('refused', say('Expected a paid order, got one without a frozen forecast.'))
        const parsed = parseOrderFile(frozen.orderFile)
        if (!parsed.ok)
          return {
            ok: false,
            failure: {
              code: 'damaged',
              message: say('the frozen order cannot be read'),
              problems: parsed.problems,
            },
          }
        const known = new Set(listDeliveries(writer, id).map(({ date }) => date))
        const { order } = parsed
        const days = simulatedDays(order, frozen.profile ?? marketProfiles[order.market], seed).filter(
          ({ date }) => !known.has(date),
        )
        if (days.length === 0) return refusal('refused', say('Expected days without a report, got none.'))
        return recordDeliveries(writer, { orderId: id, days })
      }),
    getOrderMoney({ id }) {
      const row = findOrderRow(reader, id)
      if (row === undefined) return notFound(say('order'), id)
      const transfers = listTransfers(reader, id)
      return done({
        currency: row.currency,
        book: transfers.length === 0 ? emptyBook : orderBook(transfers),
        transfers: transfers.map(({ id: transferId, kind, at, who, why, evidence, day, lines }) => ({
          id: transferId,
          kind,
          at,
          who,
          why,
          evidence,
          day,
          lines: [...lines],
        })),
      })
    },
    listReports: ({ id }) => done(listReports(reader, id)),
    listLog: subject => done(logOf(reader, subject)),
  }
}
