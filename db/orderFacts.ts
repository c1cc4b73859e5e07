import { and, eq, getTableColumns, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { type DatedKind, type DatedValue, factsOn } from '../core/eligibility/datedFacts.ts'
import { todayIn } from '../core/market/marketClock.ts'
import type { Reader } from './connection.ts'
import { factsOf } from './datedFacts.ts'
import { creator } from './schema/creator.ts'
import { product } from './schema/product.ts'
import { video } from './schema/video.ts'
import { videoProduct } from './schema/videoProduct.ts'

export type OrderFacts = {
  readonly video: typeof video.$inferSelect
  readonly creator: typeof creator.$inferSelect & { readonly promoteAvailable?: boolean | null }
  /** Undefined where it is not anchored in the video. */
  readonly product: typeof product.$inferSelect | undefined
  /** Share of the market's accounts that had Promote; null where that is not known. */
  readonly openShare: number | null
}

const ownCreator = alias(creator, 'own_creator')
const ownProduct = alias(product, 'own_product')

/**
 * The records that an order is made of, with the facts of the day that it was in their market at an instant
 * (epoch milliseconds, A16), and nothing that must be counted: asked at every step of
 * a slider.
 */
export function findOrderFacts(
  reader: Reader,
  ids: { readonly videoId: string; readonly productId: string },
  at: number,
): OrderFacts | undefined {
  const found = findDatedRecords(reader, ids)
  return found && factsAt(found, at)
}

type Held = readonly DatedValue[]
/** The same records with all that was ever known of them. */
export type DatedRecords = {
  readonly records: Omit<OrderFacts, 'openShare'>
  readonly held: {
    readonly creator: Held
    readonly video: Held
    readonly product: Held
    readonly market: Held
  }
}

/** Read once, the facts of any day can be told. */
export function findDatedRecords(
  reader: Reader,
  ids: { readonly videoId: string; readonly productId: string },
): DatedRecords | undefined {
  const row = recordsQuery(reader).get(ids)
  return row && datedRecords(row, (kind, id) => factsOf(reader, kind, [id]).get(id) ?? [])
}

/** The same for very many orders: one statement, and all that was ever known is read once. */
export function createDatedRecords(reader: Reader) {
  const query = recordsQuery(reader)
  const kept = new Map<DatedKind, ReturnType<typeof factsOf>>()
  const held = (kind: DatedKind, id: string): Held => {
    const facts = kept.get(kind) ?? factsOf(reader, kind)
    kept.set(kind, facts)
    return facts.get(id) ?? []
  }
  return (ids: { readonly videoId: string; readonly productId: string }): DatedRecords | undefined => {
    const row = query.get(ids)
    return row && datedRecords(row, held)
  }
}

function recordsQuery(reader: Reader) {
  const [videoId, productId] = [sql.placeholder('videoId'), sql.placeholder('productId')]
  return (
    reader.read
      .select({
        video: getTableColumns(video),
        creator: getTableColumns(creator),
        product: getTableColumns(product),
      })
      .from(video)
      .innerJoin(ownCreator, eq(ownCreator.id, video.creatorId))
      .innerJoin(creator, eq(creator.id, sql`coalesce(${ownCreator.mergedInto}, ${ownCreator.id})`))
      .leftJoin(videoProduct, eq(videoProduct.videoId, video.id))
      .leftJoin(
        ownProduct,
        and(
          eq(ownProduct.id, videoProduct.productId),
          or(eq(ownProduct.id, productId), eq(ownProduct.mergedInto, productId)),
        ),
      )
      .leftJoin(product, eq(product.id, sql`coalesce(${ownProduct.mergedInto}, ${ownProduct.id})`))
      .where(eq(video.id, videoId))
      // The anchor that is asked for, before those that are not.
      .orderBy(sql`${product.id} is null`)
      .limit(1)
      .prepare()
  )
}

function datedRecords(
  row: NonNullable<ReturnType<ReturnType<typeof recordsQuery>['get']>>,
  held: (kind: DatedKind, id: string) => Held,
): DatedRecords {
  return {
    records: { ...row, product: row.product ?? undefined },
    held: {
      creator: held('creator', row.creator.id),
      video: held('video', row.video.id),
      product: row.product === null ? [] : held('product', row.product.id),
      market: held('market', row.video.market),
    },
  }
}

/** Records with the facts of the day that it was in their market at an instant. */
export function factsAt({ records, held }: DatedRecords, at: number): OrderFacts {
  const date = todayIn(records.video.market, at)
  const share = factsOn(held.market, date)['openShare']
  return {
    video: { ...records.video, ...factsOn(held.video, date) },
    creator: { ...records.creator, ...factsOn(held.creator, date) },
    product: records.product && { ...records.product, ...factsOn(held.product, date) },
    openShare: typeof share === 'number' ? share : null,
  }
}
