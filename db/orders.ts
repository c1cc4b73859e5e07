import { asc, desc, eq, sum } from 'drizzle-orm'

import type { Order, OrderDraft, OrderEvent, OrderRow, Payment } from '../core/contract/orders.ts'
import type { Reader } from './connection.ts'
import { listDeliveries } from './deliveries.ts'
import { findFrozenForecast } from './frozenForecast.ts'
import { creator } from './schema/creator.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
import { orderEvent } from './schema/orderEvent.ts'
import { payment } from './schema/payment.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

/** All orders with what they delivered so far and what was forecast, the last changed first. */
export function listOrders(reader: Reader): OrderRow[] {
  return rows(reader).orderBy(desc(promoteOrder.updatedAt), promoteOrder.id).all()
}

export function findOrderRow(reader: Reader, id: string): OrderRow | undefined {
  return rows(reader).where(eq(promoteOrder.id, id)).get()
}

/** An order with its draft, payment, frozen forecast, deliveries by day and events in order. */
export function findOrder(reader: Reader, id: string): Order | undefined {
  return reader.snapshot(() => {
    const row = findOrderRow(reader, id)
    const stored = reader.read.select().from(promoteOrder).where(eq(promoteOrder.id, id)).get()
    return (
      row &&
      stored && {
        row,
        draft: draftOf(stored),
        payment: findPayment(reader, id) ?? null,
        forecast: findFrozenForecast(reader, id)?.result ?? null,
        deliveries: listDeliveries(reader, id),
        events: listEvents(reader, id),
      }
    )
  })
}

function findPayment(reader: Reader, orderId: string): Payment | undefined {
  return reader.read
    .select({
      method: payment.method,
      reference: payment.reference,
      currency: payment.currency,
      netMinor: payment.netMinor,
      taxMinor: payment.taxMinor,
      grossMinor: payment.grossMinor,
      paidAt: payment.paidAt,
    })
    .from(payment)
    .where(eq(payment.orderId, orderId))
    .get()
}

function listEvents(reader: Reader, orderId: string): OrderEvent[] {
  return reader.read
    .select({
      at: orderEvent.at,
      from: orderEvent.fromState,
      to: orderEvent.toState,
      what: orderEvent.what,
      who: orderEvent.who,
    })
    .from(orderEvent)
    .where(eq(orderEvent.orderId, orderId))
    .orderBy(asc(orderEvent.sequence))
    .all()
}

function draftOf(stored: typeof promoteOrder.$inferSelect): OrderDraft {
  const { id: _id, market: _market, currency: _currency, state: _state, ...rest } = stored
  const { createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = rest
  return draft
}

function rows(reader: Reader) {
  const actual = reader.read
    .select({
      orderId: deliveryDay.orderId,
      spentMinor: sum(deliveryDay.spendMinor).mapWith(Number).as('spent_minor'),
      linkClicks: sum(deliveryDay.linkClicks).mapWith(Number).as('actual_link_clicks'),
      conversions: sum(deliveryDay.conversions).mapWith(Number).as('actual_conversions'),
    })
    .from(deliveryDay)
    .groupBy(deliveryDay.orderId)
    .as('actual')
  return reader.read
    .select({
      id: promoteOrder.id,
      market: promoteOrder.market,
      currency: promoteOrder.currency,
      state: promoteOrder.state,
      videoId: promoteOrder.videoId,
      videoTitle: video.title,
      creatorHandle: creator.handle,
      productName: product.name,
      audience: promoteOrder.audience,
      budgetMinor: promoteOrder.budgetMinor,
      durationDays: promoteOrder.durationDays,
      startsAt: promoteOrder.startsAt,
      targetLinkClicks: promoteOrder.targetLinkClicks,
      spentMinor: actual.spentMinor,
      linkClicks: actual.linkClicks,
      conversions: actual.conversions,
      forecastLinkClicks: frozenForecast.linkClicks,
      targetReached: frozenForecast.targetReached,
      createdAt: promoteOrder.createdAt,
      updatedAt: promoteOrder.updatedAt,
    })
    .from(promoteOrder)
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .innerJoin(creator, eq(creator.id, video.creatorId))
    .innerJoin(product, eq(product.id, promoteOrder.productId))
    .leftJoin(frozenForecast, eq(frozenForecast.orderId, promoteOrder.id))
    .leftJoin(actual, eq(actual.orderId, promoteOrder.id))
}
