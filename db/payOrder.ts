import { eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { Order, Payment } from '../core/contract/orders.ts'
import type { ForecastResult } from '../core/forecast/forecastResult.ts'
import { payAtOnce } from '../core/ledger/payAtOnce.ts'
import type { Transfer } from '../core/ledger/transfer.ts'
import type { MarketProfile } from '../core/market/marketProfile.ts'
import { money } from '../core/money/money.ts'
import type { OrderState } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Writer } from './connection.ts'
import { freezeForecast } from './frozenForecast.ts'
import { postTransfer } from './ledger.ts'
import { moveOrder } from './moveOrder.ts'
import { findOrder } from './orders.ts'
import { notFound, refusal } from './refusal.ts'
import { payment } from './schema/payment.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { transact } from './transact.ts'

export type PayCommand = Omit<Payment, 'currency' | 'grossMinor' | 'paidAt'> & {
  readonly orderId: string
  /** Made by the page before it asks. */
  readonly commandId: string
  /** `updatedAt` of the order that the forecast was made of; a later edit makes the command a `conflict`. */
  readonly orderUpdatedAt: number
  readonly forecast: ForecastResult
  /** The profile that the forecast rests on. */
  readonly profile: MarketProfile
  /** The order file (interfaces.md 2) that the forecast was made of. */
  readonly orderFile: string
}

/** The steps from an unpaid state to the review. A state that is not here is beyond payment. */
const toReview: Partial<Readonly<Record<OrderState, readonly OrderState[]>>> = {
  draft: ['awaiting_payment'],
  awaiting_payment: [],
  payment_failed: ['awaiting_payment'],
}

/**
 * Records the payment of an order and freezes its forecast, in one transaction: afterwards the order is in review with
 * both, or nothing has changed. The same command again answers with the order and changes nothing (L2). `conflict`: the
 * command paid something else, the order is paid already, or it was edited since the forecast was made.
 */
export function payOrder(writer: Writer, command: PayCommand): Result<Order> {
  return transact(writer, () => {
    const earlier = writer.read.select().from(payment).where(eq(payment.commandId, command.commandId)).get()
    if (earlier) return replay(writer, command, earlier)
    const { orderId } = command
    const order = writer.read.select().from(promoteOrder).where(eq(promoteOrder.id, orderId)).get()
    if (!order) return notFound(say('promote order'), orderId)
    const steps = toReview[order.state]
    if (!steps)
      return refusal(
        'conflict',
        say('Expected an order that is not paid, got one in state {{state}}.', { state: order.state }),
      )
    if (
      order.updatedAt !== command.orderUpdatedAt ||
      order.budgetMinor !== command.netMinor ||
      order.couponMinor !== command.couponMinor
    )
      return refusal('conflict', say('The order was edited after this forecast was made: look at it again.'))
    if (command.forecast.currency !== order.currency || order.budgetMinor <= 0 || order.durationDays <= 0)
      return refusal(
        'refused',
        say(
          'Expected a budget and a forecast in {{currency}} for one day or more, got {{minor}} minor units, {{days}} days and a forecast in {{other}}.',
          {
            currency: order.currency,
            minor: order.budgetMinor,
            days: order.durationDays,
            other: command.forecast.currency,
          },
        ),
      )
    for (const to of steps)
      moveOrder(writer, { orderId, from: order.state, to, what: say('Confirmed and sent to payment') })
    const booked = freezeAndPay(writer, command, order.currency)
    if (!booked.ok) return booked
    moveOrder(writer, { orderId, from: 'awaiting_payment', to: 'in_review', what: say('Paid') })
    const { commandId, forecast } = command
    appendLog(writer, {
      what: 'payOrder',
      subject: { kind: 'order', id: orderId },
      payload: { commandId, ...termsOf(command), forecast: forecast.digest },
    })
    return stored(writer, orderId)
  })
}

function freezeAndPay(writer: Writer, command: PayCommand, currency: Payment['currency']): Result<Transfer> {
  const { orderId, forecast, orderFile, commandId } = command
  freezeForecast(writer, { orderId, forecast, orderFile, profile: command.profile })
  const id = writer.makeId()
  const terms = termsOf(command)
  const { netMinor, taxMinor, couponMinor, reference } = terms
  const grossMinor = netMinor + taxMinor
  writer.write
    .insert(payment)
    .values({ ...terms, id, orderId, commandId, currency, grossMinor, paidAt: writer.now() })
    .run()
  const why = say('Paid with {{method}}', { method: terms.method })
  return postTransfer(writer, { commandId, orderId, why, evidence: reference }, (history, head) =>
    payAtOnce(history, {
      ...head,
      net: money(currency, netMinor),
      tax: money(currency, taxMinor),
      coupon: money(currency, couponMinor),
    }),
  )
}

/** What was paid, without what it was paid for. */
function termsOf(command: PayCommand): Omit<Payment, 'currency' | 'grossMinor' | 'paidAt'> {
  const { method, netMinor, taxRate, taxMinor, taxTaken, couponMinor, withheldMinor } = command
  const { vatNumber, coins, coinRate } = command
  const reference = command.reference.trim()
  const amounts = { netMinor, taxRate, taxMinor, taxTaken, couponMinor, withheldMinor }
  return { ...amounts, method, reference, vatNumber, coins, coinRate }
}

function replay(writer: Writer, command: PayCommand, earlier: typeof payment.$inferSelect): Result<Order> {
  const same =
    earlier.orderId === command.orderId &&
    earlier.method === command.method &&
    earlier.reference === command.reference.trim() &&
    earlier.netMinor === command.netMinor &&
    earlier.taxMinor === command.taxMinor
  return same
    ? stored(writer, command.orderId)
    : refusal(
        'conflict',
        say('Command {{command}} has paid something else: expected a new command id.', {
          command: command.commandId,
        }),
      )
}

function stored(writer: Writer, orderId: string): Result<Order> {
  const order = findOrder(writer, orderId)
  if (!order) throw new Error(`Order ${orderId} is gone right after it was paid`)
  return { ok: true, value: order }
}
