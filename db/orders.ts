import { asc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Order, OrderDraft, OrderEvent, OrderRow, Payment } from '../core/contract/orders.ts'
import type { Reader } from './connection.ts'
import { listDeliveries } from './deliveries.ts'
import { findFrozenForecast } from './frozenForecast.ts'
import { creator } from './schema/creator.ts'
import { orderEvent } from './schema/orderEvent.ts'
import { orderFigures } from './schema/orderFigures.ts'
import { payment } from './schema/payment.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

/** The named orders with what they delivered so far and what was forecast, in the order of the names. */
export function findOrderRows(reader: Reader, ids: readonly string[]): OrderRow[] {
  const found = rows(reader)
    .where(inArray(promoteOrder.id, [...ids]))
    .all()
  const byId = new Map(found.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

export function findOrderRow(reader: Reader, id: string): OrderRow | undefined {
  return rows(reader).where(eq(promoteOrder.id, id)).get()
}

export type OrderWithoutForecast = Omit<Order, 'forecast'>

/** An order with its draft, payment, frozen forecast, deliveries by day and events in order. */
export function findOrder(reader: Reader, id: string): Order | undefined {
  return reader.snapshot(() => {
    const order = findOrderWithoutForecast(reader, id)
    return order && { ...order, forecast: findFrozenForecast(reader, id)?.result ?? null }
  })
}

/** The same without its forecast, which is most of its size. */
export function findOrderWithoutForecast(reader: Reader, id: string): OrderWithoutForecast | undefined {
  return reader.snapshot(() => {
    const row = findOrderRow(reader, id)
    const stored = reader.read.select().from(promoteOrder).where(eq(promoteOrder.id, id)).get()
    return (
      row &&
      stored && {
        row,
        draft: { ...draftOf(stored), productId: row.productId },
        payment: findPayment(reader, id) ?? null,
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
      taxRate: payment.taxRate,
      taxTaken: payment.taxTaken,
      vatNumber: payment.vatNumber,
      withheldMinor: payment.withheldMinor,
      coins: payment.coins,
      coinRate: payment.coinRate,
      couponMinor: payment.couponMinor,
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

/** The drafts of the named orders by their names, as they are stored: products before any merge. */
export function findDrafts(reader: Reader, ids: readonly string[]): Map<string, OrderDraft> {
  const stored = reader.read
    .select()
    .from(promoteOrder)
    .where(inArray(promoteOrder.id, [...ids]))
    .all()
  return new Map(stored.map(each => [each.id, draftOf(each)]))
}

export function draftOf(stored: typeof promoteOrder.$inferSelect): OrderDraft {
  const { id: _id, market: _market, currency: _currency, state: _state, ...rest } = stored
  const { createdAt: _createdAt, updatedAt: _updatedAt, archivedAt: _archivedAt, ...draft } = rest
  return draft
}

const ownCreator = alias(creator, 'own_creator')
const ownProduct = alias(product, 'own_product')

function rows(reader: Reader) {
  return reader.read
    .select({
      id: promoteOrder.id,
      market: promoteOrder.market,
      currency: promoteOrder.currency,
      state: promoteOrder.state,
      videoId: promoteOrder.videoId,
      productId: product.id,
      creatorId: creator.id,
      videoTitle: video.title,
      creatorHandle: creator.handle,
      productName: product.name,
      audience: promoteOrder.audience,
      budgetMinor: promoteOrder.budgetMinor,
      durationDays: promoteOrder.durationDays,
      startsAt: promoteOrder.startsAt,
      targetLinkClicks: promoteOrder.targetLinkClicks,
      goal: promoteOrder.goal,
      payer: promoteOrder.payer,
      spentMinor: orderFigures.spentMinor,
      linkClicks: orderFigures.linkClicks,
      conversions: orderFigures.conversions,
      forecastLinkClicks: orderFigures.forecastLinkClicks,
      targetReached: orderFigures.targetReached,
      createdAt: promoteOrder.createdAt,
      updatedAt: promoteOrder.updatedAt,
      archivedAt: promoteOrder.archivedAt,
    })
    .from(promoteOrder)
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .innerJoin(ownCreator, eq(ownCreator.id, video.creatorId))
    .innerJoin(creator, eq(creator.id, sql`coalesce(${ownCreator.mergedInto}, ${ownCreator.id})`))
    .innerJoin(ownProduct, eq(ownProduct.id, promoteOrder.productId))
    .innerJoin(product, eq(product.id, sql`coalesce(${ownProduct.mergedInto}, ${ownProduct.id})`))
    .leftJoin(orderFigures, eq(orderFigures.orderId, promoteOrder.id))
}
