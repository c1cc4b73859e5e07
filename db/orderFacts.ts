import { and, eq, getTableColumns } from 'drizzle-orm'

import type { Reader } from './connection.ts'
import { creator } from './schema/creator.ts'
import { product } from './schema/product.ts'
import { video } from './schema/video.ts'
import { videoProduct } from './schema/videoProduct.ts'

export type OrderFacts = {
  readonly video: typeof video.$inferSelect
  readonly creator: typeof creator.$inferSelect
  /** Undefined where it is not anchored in the video. */
  readonly product: typeof product.$inferSelect | undefined
}

/** The records that an order is made of, and nothing that must be counted: asked at every step of a slider. */
export function findOrderFacts(
  reader: Reader,
  ids: { readonly videoId: string; readonly productId: string },
): OrderFacts | undefined {
  const row = reader.read
    .select({
      video: getTableColumns(video),
      creator: getTableColumns(creator),
      product: getTableColumns(product),
    })
    .from(video)
    .innerJoin(creator, eq(creator.id, video.creatorId))
    .leftJoin(
      videoProduct,
      and(eq(videoProduct.videoId, video.id), eq(videoProduct.productId, ids.productId)),
    )
    .leftJoin(product, eq(product.id, videoProduct.productId))
    .where(eq(video.id, ids.videoId))
    .get()
  return row && { ...row, product: row.product ?? undefined }
}
