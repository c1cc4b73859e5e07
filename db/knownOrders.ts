import type { KnownOrder, OrderLookup } from '../core/exchange/matchUnit.ts'
import { plainName } from '../core/exchange/unitKey.ts'
import type { OrderState } from '../core/order/orderState.ts'
import type { Reader } from './connection.ts'
import { product } from './schema/product.ts'
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
  const byId = new Map<string, FoundOrder>()
  // Names and ids of a file are looked up by the million, and most are no order's: their length alone says so.
  const lengths = new Set(
    reader.prepare<[], number>('SELECT DISTINCT length(id) FROM promote_order').pluck().all(),
  )
  const ofId = reader.prepare<[string], FoundOrder>(`${orders} WHERE o.id = +?`)
  const ofVideo = reader.prepare<[string], FoundOrder>(`${orders} WHERE o.video_id = +? LIMIT ${mostOrders}`)
  const ofProduct = reader.prepare<[string], FoundOrder>(
    `${orders} WHERE o.product_id = +? LIMIT ${mostOrders}`,
  )

  function find(id: string): FoundOrder | undefined {
    if (!lengths.has(lengthOf(id))) return undefined
    const known = byId.get(id)
    if (known !== undefined) return known
    const found = ofId.get(id)
    if (found !== undefined) byId.set(id, found)
    return found
  }

  return {
    find,
    byId: find,
    isEmpty: lengths.size === 0,
    byName(name) {
      const known = byName.get(name)
      if (known !== undefined) return known
      const [videoIds, productIds] = [videos.get(name), products.get(name)]
      if (videoIds === undefined && productIds === undefined) return none
      const found = [
        ...(videoIds ?? []).flatMap(id => ofVideo.all(id)),
        ...(productIds ?? []).flatMap(id => ofProduct.all(id)),
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

/** An order as a file may know it; who asks adds which. */
const orders = `
SELECT o.id, o.state, o.currency, o.starts_at AS startsAt, o.duration_days AS durationDays, video.title,
  product.name AS product, creator.handle
FROM promote_order AS o JOIN video ON video.id = o.video_id JOIN creator ON creator.id = video.creator_id
  JOIN product ON product.id = o.product_id`

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
