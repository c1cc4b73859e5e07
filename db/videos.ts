import { asc, count, desc, eq, getTableColumns, sql } from 'drizzle-orm'

import type { Product, Video } from '../core/contract/records.ts'
import type { Reader } from './connection.ts'
import { creator } from './schema/creator.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'
import { videoProduct } from './schema/videoProduct.ts'

/** A video as stored, with its anchored products in order; the backend adds the verdict. */
export type StoredVideo = Omit<Video, 'verdict'>

/** All videos, the last changed first. */
export function listVideos(reader: Reader): StoredVideo[] {
  return reader.snapshot(() => {
    const anchored = new Map<string, Product[]>()
    for (const row of anchors(reader).all())
      anchored.set(row.videoId, [...(anchored.get(row.videoId) ?? []), row.product])
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

function withProducts(row: VideoRow, products: Product[]): StoredVideo {
  return { ...row, productIds: products.map(each => each.id), products }
}

function anchors(reader: Reader) {
  return reader.read
    .select({ videoId: videoProduct.videoId, product: getTableColumns(product) })
    .from(videoProduct)
    .innerJoin(product, eq(product.id, videoProduct.productId))
    .orderBy(videoProduct.videoId, asc(videoProduct.position))
    .$dynamic()
}

function videos(reader: Reader) {
  const orders = reader.read
    .select({ videoId: promoteOrder.videoId, rows: count().as('orders') })
    .from(promoteOrder)
    .groupBy(promoteOrder.videoId)
    .as('order_counts')
  return reader.read
    .select({
      ...getTableColumns(video),
      creatorHandle: creator.handle,
      orders: sql<number>`coalesce(${orders.rows}, 0)`,
    })
    .from(video)
    .innerJoin(creator, eq(creator.id, video.creatorId))
    .leftJoin(orders, eq(orders.videoId, video.id))
}
