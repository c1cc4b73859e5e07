import { and, count, countDistinct, desc, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { Creator, CreatorFields } from '../core/contract/records.ts'
import { todayIn } from '../core/market/marketClock.ts'
import { isCalendarDate } from '../core/order/calendar.ts'
import { say } from '../core/words/say.ts'
import type { Reader, Writer } from './connection.ts'
import { noteChanges } from './datedFacts.ts'
import { logSaved } from './logSaved.ts'
import { badInput, notFound, refusal } from './refusal.ts'
import { creator } from './schema/creator.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'
import { transact } from './transact.ts'

/** A creator as stored; the backend adds the verdict. */
export type StoredCreator = Omit<Creator, 'verdict'>

/** All creators, the last changed first; the merged ones too, whose videos and orders count for the one they turned out to be. */
export function listCreators(reader: Reader): StoredCreator[] {
  const rows = reader.read.select(stored).from(creator).orderBy(desc(creator.updatedAt), creator.id).all()
  return reader.snapshot(() => withCounts(reader, rows))
}

export function findCreator(reader: Reader, id: string): StoredCreator | undefined {
  return reader.snapshot(() => {
    const row = reader.read.select(stored).from(creator).where(eq(creator.id, id)).get()
    if (row === undefined) return undefined
    const merged = reader.read.select(stored).from(creator).where(eq(creator.mergedInto, id)).all()
    return withCounts(reader, [row, ...merged])[0]
  })
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
      return badInput('birthDate', say('a date that exists, YYYY-MM-DD'), fields.birthDate)
    const key = id ?? writer.makeId()
    if (hasOtherWithHandle(writer, key, fields.handle))
      return refusal(
        'conflict',
        say('Expected a handle that no other creator has, got {{handle}}.', { handle: fields.handle }),
      )
    const now = writer.now()
    if (id === null)
      writer.write
        .insert(creator)
        .values({ ...fields, id: key, createdAt: now, updatedAt: now })
        .run()
    else {
      const old = findCreator(writer, id)
      if (!old) return notFound(say('creator'), id)
      const today = todayIn(old.market, now)
      noteChanges(writer, { kind: 'creator', id }, { before: old, after: fields, today })
      if (old.market !== fields.market && old.videos > 0)
        return refusal(
          'conflict',
          say('{{handle}} has videos in {{market}}: the market cannot change.', {
            handle: old.handle,
            market: old.market,
          }),
        )
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

const { handleKey: _, ...stored } = getTableColumns(creator)

/** Adds up videos and orders of creators; those of a merged one count for its target, where that is among them. */
function withCounts(
  reader: Reader,
  rows: readonly Omit<StoredCreator, 'videos' | 'orders'>[],
): StoredCreator[] {
  const only =
    rows.length <= fewRows
      ? inArray(
          video.creatorId,
          rows.map(row => row.id),
        )
      : undefined
  const counted = reader.read
    .select({ id: video.creatorId, videos: countDistinct(video.id), orders: count(promoteOrder.id) })
    .from(video)
    .leftJoin(promoteOrder, eq(promoteOrder.videoId, video.id))
    .where(only)
    .groupBy(video.creatorId)
    .all()
  const target = new Map(rows.map(row => [row.id, row.mergedInto ?? row.id]))
  const sums = new Map<string, { videos: number; orders: number }>()
  for (const { id, videos, orders } of counted) {
    const key = target.get(id) ?? id
    const sum = sums.get(key) ?? { videos: 0, orders: 0 }
    sums.set(key, { videos: sum.videos + videos, orders: sum.orders + orders })
  }
  return rows.map(row => ({ ...row, ...(sums.get(row.id) ?? { videos: 0, orders: 0 }) }))
}

/** More than these are counted all together. */
const fewRows = 100
