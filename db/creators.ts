import { and, count, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { Creator, CreatorFields } from '../core/contract/records.ts'
import { isCalendarDate } from '../core/order/calendar.ts'
import type { Reader, Writer } from './connection.ts'
import { logSaved } from './logSaved.ts'
import { badInput, notFound, refusal } from './refusal.ts'
import { creator } from './schema/creator.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'
import { transact } from './transact.ts'

/** A creator as stored; the backend adds the verdict. */
export type StoredCreator = Omit<Creator, 'verdict'>

/** All creators, the last changed first. */
export function listCreators(reader: Reader): StoredCreator[] {
  return creators(reader).orderBy(desc(creator.updatedAt), creator.id).all()
}

export function findCreator(reader: Reader, id: string): StoredCreator | undefined {
  return creators(reader).where(eq(creator.id, id)).get()
}

/**
 * Creates a creator, or changes the one with `id`. A handle names one account: a second creator with it is a `conflict`,
 * and so is another market for a creator who has videos.
 */
export function saveCreator(
  writer: Writer,
  { id, fields }: { readonly id: string | null; readonly fields: CreatorFields },
): Result<StoredCreator> {
  return transact(writer, () => {
    if (!isCalendarDate(fields.birthDate))
      return badInput('birthDate', 'a date that exists, YYYY-MM-DD', fields.birthDate)
    const key = id ?? writer.makeId()
    if (hasOtherWithHandle(writer, key, fields.handle))
      return refusal('conflict', `Expected a handle that no other creator has, got ${fields.handle}.`)
    const now = writer.now()
    if (id === null)
      writer.write
        .insert(creator)
        .values({ ...fields, id: key, createdAt: now, updatedAt: now })
        .run()
    else {
      const old = findCreator(writer, id)
      if (!old) return notFound('creator', id)
      if (old.market !== fields.market && old.videos > 0)
        return refusal('conflict', `${old.handle} has videos in ${old.market}: the market cannot change.`)
      writer.write
        .update(creator)
        .set({ ...fields, updatedAt: now })
        .where(eq(creator.id, id))
        .run()
    }
    const saved = findCreator(writer, key)
    if (!saved) throw new Error(`Creator ${key} is gone right after it was saved`)
    logSaved(writer, { kind: 'creator', id: key }, fields)
    return { ok: true, value: saved }
  })
}

function hasOtherWithHandle(reader: Reader, id: string, handle: string): boolean {
  const sameHandle = eq(creator.handleKey, sql`lower(ltrim(${handle}, '@'))`)
  const other = reader.read
    .select()
    .from(creator)
    .where(and(sameHandle, ne(creator.id, id)))
    .get()
  return other !== undefined
}

function creators(reader: Reader) {
  const { handleKey: _, ...columns } = getTableColumns(creator)
  const videos = reader.read
    .select({ creatorId: video.creatorId, rows: count().as('videos') })
    .from(video)
    .groupBy(video.creatorId)
    .as('video_counts')
  const orders = reader.read
    .select({ creatorId: video.creatorId, rows: count().as('orders') })
    .from(promoteOrder)
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .groupBy(video.creatorId)
    .as('order_counts')
  return reader.read
    .select({
      ...columns,
      videos: sql<number>`coalesce(${videos.rows}, 0)`,
      orders: sql<number>`coalesce(${orders.rows}, 0)`,
    })
    .from(creator)
    .leftJoin(videos, eq(videos.creatorId, creator.id))
    .leftJoin(orders, eq(orders.creatorId, creator.id))
}
