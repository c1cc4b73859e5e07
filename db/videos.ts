import { asc, count, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Product, Video } from '../core/contract/records.ts'
import type { Reader } from './connection.ts'
import { creator } from './schema/creator.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'
import { videoProduct } from './schema/videoProduct.ts'

/** A video as stored, with its anchored products in order; the backend adds the verdict. */
export type StoredVideo = Omit<Video, 'verdict'>

/** All videos, the last changed first; those put away too. Creator and products are the ones they turned out to be. */
export function listVideos(reader: Reader): StoredVideo[] {
  return reader.snapshot(() => {
    const anchored = new Map<string, Product[]>()
    for (const row of anchors(reader).all()) {
      const known = anchored.get(row.videoId)
      if (known) known.push(row.product)
      else anchored.set(row.videoId, [row.product])
    }
    return videos(reader)
      .orderBy(desc(video.updatedAt), video.id)
      .all()
      .map(row => withProducts(row, anchored.get(row.id) ?? []))
  })
}

export function findVideo(reader: Reader, id: string): StoredVideo | undefined {
  return reader.snapshot(() => {
    const row = videos(reader).where(eq(video.id, id)).get()
    const anchored = anchors(reader).where(eq(videoProduct.videoId, id)).all()
    return (
      row &&
      withProducts(
        row,
        anchored.map(each => each.product),
      )
    )
  })
}

type VideoRow = Omit<StoredVideo, 'products' | 'productIds'>

/** Two anchored products that turned out to be one are shown as one. */
function withProducts(row: VideoRow, anchored: readonly Product[]): StoredVideo {
  const products = [...new Map(anchored.map(each => [each.id, each])).values()]
  return { ...row, productIds: products.map(each => each.id), products }
}

const ownProduct = alias(product, 'own_product')
const ownCreator = alias(creator, 'own_creator')

function anchors(reader: Reader) {
  return reader.read
    .select({ videoId: videoProduct.videoId, product: getTableColumns(product) })
    .from(videoProduct)
    .innerJoin(ownProduct, eq(ownProduct.id, videoProduct.productId))
    .innerJoin(product, eq(product.id, sql`coalesce(${ownProduct.mergedInto}, ${ownProduct.id})`))
    .orderBy(videoProduct.videoId, asc(videoProduct.position))
    .$dynamic()
}

function videos(reader: Reader) {
  const orders = reader.read
    .select({ rows: count() })
    .from(promoteOrder)
    .where(eq(promoteOrder.videoId, video.id))
  return reader.read
    .select({
      ...getTableColumns(video),
      creatorId: creator.id,
      creatorHandle: creator.handle,
      orders: sql<number>`${orders}`,
    })
    .from(video)
    .innerJoin(ownCreator, eq(ownCreator.id, video.creatorId))
    .innerJoin(creator, eq(creator.id, sql`coalesce(${ownCreator.mergedInto}, ${ownCreator.id})`))
}
