import { eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { VideoFields } from '../core/contract/records.ts'
import { todayIn } from '../core/market/marketClock.ts'
import type { MarketCode } from '../core/market/marketProfile.ts'
import { isCalendarDate } from '../core/order/calendar.ts'
import { say } from '../core/words/say.ts'
import type { Writer } from './connection.ts'
import { findCreator } from './creators.ts'
import { noteChanges } from './datedFacts.ts'
import { logSaved } from './logSaved.ts'
import { findProduct } from './products.ts'
import { type Refusal, badInput, notFound, refusal } from './refusal.ts'
import { product } from './schema/product.ts'
import { video } from './schema/video.ts'
import { videoProduct } from './schema/videoProduct.ts'
import { transact } from './transact.ts'
import { type StoredVideo, findVideo } from './videos.ts'

/**
 * Creates a video with its anchored products, or changes the one with `id`. The products are of the creator's market,
 * each anchored once, the first one leads. A video that was promoted keeps its creator (`conflict`).
 */
export function saveVideo(
  writer: Writer,
  { id, fields }: { readonly id: string | null; readonly fields: VideoFields },
): Result<StoredVideo> {
  return transact(writer, () => {
    const { productIds, ...values } = fields
    if (fields.postedOn !== null && !isCalendarDate(fields.postedOn))
      return badInput('postedOn', say('a date that exists, YYYY-MM-DD'), fields.postedOn)
    const creator = findCreator(writer, fields.creatorId)
    if (!creator) return notFound(say('creator'), fields.creatorId)
    const refused = refuseProducts(writer, productIds, creator.market)
    if (refused) return refused
    const now = writer.now()
    const key = id ?? writer.makeId()
    const row = { ...values, market: creator.market, updatedAt: now }
    if (id === null)
      writer.write
        .insert(video)
        .values({ ...row, id: key, createdAt: now })
        .run()
    else {
      const old = findVideo(writer, id)
      if (!old) return notFound(say('video'), id)
      if (old.creatorId !== fields.creatorId && old.orders > 0)
        return refusal(
          'conflict',
          say('"{{title}}" was promoted for {{handle}}, who stays its creator.', {
            title: old.title,
            handle: old.creatorHandle,
          }),
        )
      const today = todayIn(old.market, now)
      noteChanges(writer, { kind: 'video', id }, { before: old, after: fields, today })
      const { creatorId: _, ...others } = row
      // A creator who was merged keeps the video, so that the merge can be taken back.
      writer.write
        .update(video)
        .set(old.creatorId === fields.creatorId ? others : row)
        .where(eq(video.id, id))
        .run()
    }
    anchorProducts(writer, { videoId: key, market: creator.market, productIds })
    const saved = findVideo(writer, key)
    if (!saved) throw new Error(`Video ${key} is gone right after it was saved`)
    logSaved(writer, { kind: 'video', id: key }, fields)
    return { ok: true, value: saved }
  })
}

/** A merged product stays anchored itself, so that the merge can be taken back. */
function anchorProducts(
  writer: Writer,
  { videoId, market, productIds }: { videoId: string; market: MarketCode; productIds: readonly string[] },
): void {
  const anchored = writer.read
    .select({ id: product.id, mergedInto: product.mergedInto })
    .from(videoProduct)
    .innerJoin(product, eq(product.id, videoProduct.productId))
    .where(eq(videoProduct.videoId, videoId))
    .all()
  const merged = new Map(anchored.map(each => [each.mergedInto ?? each.id, each.id]))
  writer.write.delete(videoProduct).where(eq(videoProduct.videoId, videoId)).run()
  for (const [position, productId] of productIds.entries())
    writer.write
      .insert(videoProduct)
      .values({ videoId, productId: merged.get(productId) ?? productId, market, position })
      .run()
}

function refuseProducts(
  writer: Writer,
  productIds: readonly string[],
  market: MarketCode,
): Refusal | undefined {
  for (const [position, productId] of productIds.entries()) {
    const found = findProduct(writer, productId)
    if (!found) return notFound(say('product'), productId)
    const path = `productIds[${position}]`
    if (found.market !== market)
      return badInput(path, say('a product of {{market}}', { market }), `${found.name} (${found.market})`)
    if (productIds.indexOf(productId) !== position)
      return badInput(path, say('each product once'), say('{{name}} again', { name: found.name }))
  }
  return undefined
}
