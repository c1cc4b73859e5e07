import { eq, type SQL } from 'drizzle-orm'

import type { KnownOrder, OrderLookup } from '../core/exchange/matchUnit.ts'
import { plainName } from '../core/exchange/unitKey.ts'
import type { OrderState } from '../core/order/orderState.ts'
import type { Reader } from './connection.ts'
import { creator } from './schema/creator.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

/** Of one video or product; who promotes a product more often finds its orders by their videos. */
const mostOrders = 500

export type FoundOrder = KnownOrder & { readonly state: OrderState }

/** Looks orders up by what a file may call them. Names of videos and products are read once, orders when asked for. */
export function knownOrders(
  reader: Reader,
): OrderLookup & { readonly find: (id: string) => FoundOrder | undefined } {
  const videos = byPlainName(reader.read.select({ id: video.id, name: video.title }).from(video).all())
  const products = byPlainName(reader.read.select({ id: product.id, name: product.name }).from(product).all())
  const byName = new Map<string, readonly FoundOrder[]>()
  const byId = new Map<string, FoundOrder | undefined>()

  function find(id: string): FoundOrder | undefined {
    if (!byId.has(id)) byId.set(id, selectOrders(reader, eq(promoteOrder.id, id))[0])
    return byId.get(id)
  }

  return {
    find,
    byId: find,
    byName(name) {
      const known = byName.get(name)
      if (known !== undefined) return known
      const found = [
        ...(videos.get(name) ?? []).flatMap(id => selectOrders(reader, eq(promoteOrder.videoId, id))),
        ...(products.get(name) ?? []).flatMap(id => selectOrders(reader, eq(promoteOrder.productId, id))),
      ]
      byName.set(name, found)
      return found
    },
  }
}

function selectOrders(reader: Reader, where: SQL): FoundOrder[] {
  return reader.read
    .select({
      id: promoteOrder.id,
      state: promoteOrder.state,
      currency: promoteOrder.currency,
      startsAt: promoteOrder.startsAt,
      durationDays: promoteOrder.durationDays,
      title: video.title,
      product: product.name,
      handle: creator.handle,
    })
    .from(promoteOrder)
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .innerJoin(creator, eq(creator.id, video.creatorId))
    .innerJoin(product, eq(product.id, promoteOrder.productId))
    .where(where)
    .limit(mostOrders)
    .all()
}

function byPlainName(
  rows: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { id, name } of rows) {
    const key = plainName(name)
    const ids = found.get(key)
    if (ids === undefined) found.set(key, [id])
    else ids.push(id)
  }
  return found
}
