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
export function knownOrders(reader: Reader): OrderLookup & {
  readonly find: (id: string) => FoundOrder | undefined
  readonly isEmpty: boolean
} {
  const videos = byPlainName(reader.read.select({ id: video.id, name: video.title }).from(video).all())
  const products = byPlainName(reader.read.select({ id: product.id, name: product.name }).from(product).all())
  const byName = new Map<string, readonly FoundOrder[]>()
  const byId = new Map<string, FoundOrder | undefined>()
  // Names and ids of a file are looked up by the million, and most are no order's: their length alone says so.
  const lengths = new Set(
    reader.prepare<[], number>('SELECT DISTINCT length(id) FROM promote_order').pluck().all(),
  )
  const exists = reader.prepare<[string]>('SELECT 1 FROM promote_order WHERE id = ?')

  function find(id: string): FoundOrder | undefined {
    if (!lengths.has(lengthOf(id))) return undefined
    if (byId.has(id)) return byId.get(id)
    if (exists.get(id) === undefined) return undefined
    const found = selectOrders(reader, eq(promoteOrder.id, id))[0]
    byId.set(id, found)
    return found
  }

  return {
    find,
    byId: find,
    isEmpty: lengths.size === 0,
    byName(name) {
      const known = byName.get(name)
      if (known !== undefined) return known
      const [ofVideo, ofProduct] = [videos.get(name), products.get(name)]
      if (ofVideo === undefined && ofProduct === undefined) return none
      const found = [
        ...(ofVideo ?? []).flatMap(id => selectOrders(reader, eq(promoteOrder.videoId, id))),
        ...(ofProduct ?? []).flatMap(id => selectOrders(reader, eq(promoteOrder.productId, id))),
      ]
      byName.set(name, found)
      return found
    },
  }
}

const none: readonly FoundOrder[] = []

/** As SQLite counts: characters, not units of UTF-16. */
function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
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
