import { writeOrderFile } from '../../core/order/orderFile.ts'
import { findOrder, listOrders } from '../../db/orders.ts'
import { notFound } from '../../db/refusal.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { checkOrder } from './checkOrder.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { payForOrder } from './payForOrder.ts'
import { readOrder } from './readOrder.ts'
import { tellChanged } from './tellChanged.ts'

type OrderMethods = 'listOrders' | 'getOrder' | 'saveDraft' | 'checkOrder' | 'getOrderFile' | 'payOrder'

/** Promote orders, from draft to paid. */
export function orderHandlers(context: Context): Pick<Handlers, OrderMethods> {
  const { reader } = context.db
  return {
    listOrders: () => done(listOrders(reader)),
    getOrder({ id }) {
      const order = findOrder(reader, id)
      return order === undefined ? notFound('order', id) : done(order)
    },
    saveDraft: request =>
      writing(context, writer => {
        const saved = saveDraft(writer, request)
        if (saved.ok) tellChanged(context, 'orders')
        return saved
      }),
    checkOrder(draft) {
      const read = readOrder(reader, draft)
      return read.ok ? done(checkOrder(read.value, context.now())) : read
    },
    getOrderFile(draft) {
      const read = readOrder(reader, draft)
      return read.ok ? done({ json: writeOrderFile(read.value.order) }) : read
    },
    payOrder: request => payForOrder(context, request),
  }
}
