import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import { todayIn } from '../../core/market/marketClock.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'
import { say } from '../../core/words/say.ts'
import { findOrder } from '../../db/orders.ts'
import { findProfile } from '../../db/profileEdits.ts'
import { notFound } from '../../db/refusal.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { checkOrder } from './checkOrder.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { payForOrder } from './payForOrder.ts'
import { readOrder } from './readOrder.ts'
import { tellChanged } from './tellChanged.ts'

type OrderMethods = 'getOrder' | 'saveDraft' | 'checkOrder' | 'getOrderFile' | 'payOrder' | 'getOrderVerdicts'

/** Promote orders, from draft to paid. */
export function orderHandlers(context: Context): Pick<Handlers, OrderMethods> {
  const { reader } = context.db
  return {
    getOrder({ id }) {
      const order = findOrder(reader, id)
      return order === undefined ? notFound(say('order'), id) : done(order)
    },
    saveDraft: request =>
      writing(context, writer => {
        const saved = saveDraft(writer, request)
        if (saved.ok) tellChanged(context, 'orders')
        return saved
      }),
    checkOrder(draft) {
      const read = readOrder(reader, draft, context.now())
      return read.ok
        ? done(checkOrder(read.value, findProfile(context.db.reader, read.value.order.market), context.now()))
        : read
    },
    getOrderFile(draft) {
      const read = readOrder(reader, draft, context.now())
      return read.ok ? done({ json: writeOrderFile(read.value.order) }) : read
    },
    getOrderVerdicts({ id }) {
      const order = findOrder(reader, id)
      if (order === undefined) return notFound(say('order'), id)
      const on = (at: number) => {
        const read = readOrder(reader, order.draft, at)
        if (!read.ok) return null
        const { order: asRead, openShare } = read.value
        return checkEligibility(asRead, todayIn(asRead.market, at), { openShare })
      }
      return done({ paid: order.payment && on(order.payment.paidAt), today: on(context.now()) })
    },
    payOrder: request => payForOrder(context, request),
  }
}
