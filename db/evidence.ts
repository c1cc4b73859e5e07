import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'

import { type AuditScope, runsIn } from './auditRecords.ts'
import type { Reader } from './connection.ts'
import { inLists } from './inLists.ts'
import { creator } from './schema/creator.ts'
import { logEntry } from './schema/logEntry.ts'
import { payment } from './schema/payment.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

/** Entries read at once: a log of any length takes the memory of these. */
const pageEntries = 2_000
/** SQLite takes so many values in one list. */
const mostInList = 500

/** Orders that were paid and run in a period, as an audit of it counts them, in the order of payment. */
export function listPaidOrders(reader: Reader, period: Pick<AuditScope, 'from' | 'to'>): string[] {
  return reader.read
    .select({ id: promoteOrder.id })
    .from(payment)
    .innerJoin(promoteOrder, eq(promoteOrder.id, payment.orderId))
    .where(runsIn(period))
    .orderBy(asc(payment.paidAt), asc(promoteOrder.id))
    .all()
    .map(({ id }) => id)
}

/** Those of the names that no order has. */
export function missingOrders(reader: Reader, ids: readonly string[]): string[] {
  const known = new Set(
    inLists(ids, list =>
      reader.read
        .select({ id: promoteOrder.id })
        .from(promoteOrder)
        .where(inArray(promoteOrder.id, list))
        .all(),
    ).map(({ id }) => id),
  )
  return ids.filter(id => !known.has(id))
}

/** Ids of the creators, videos and products that orders are made of, each once. */
export function recordsOfOrders(reader: Reader, ids: readonly string[]) {
  const rows = inLists(ids, list =>
    reader.read
      .selectDistinct({
        video: video.id,
        creator: sql<string>`coalesce(${creator.mergedInto}, ${creator.id})`,
        product: sql<string>`coalesce(${product.mergedInto}, ${product.id})`,
      })
      .from(promoteOrder)
      .innerJoin(video, eq(video.id, promoteOrder.videoId))
      .innerJoin(creator, eq(creator.id, video.creatorId))
      .innerJoin(product, eq(product.id, promoteOrder.productId))
      .where(inArray(promoteOrder.id, list))
      .all(),
  )
  const unique = (of: (row: (typeof rows)[number]) => string) => [...new Set(rows.map(of))].toSorted()
  return {
    creators: unique(row => row.creator),
    videos: unique(row => row.video),
    products: unique(row => row.product),
  }
}

export type StoredLine = { readonly seq: number; readonly text: string }

/** The log from its first entry on. */
export function* readLog(reader: Reader): Generator<StoredLine> {
  let next = 0
  for (;;) {
    const page = reader.read
      .select({ seq: logEntry.seq, text: logEntry.text })
      .from(logEntry)
      .where(gte(logEntry.seq, next))
      .orderBy(asc(logEntry.seq))
      .limit(pageEntries)
      .all()
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    next = last.seq + 1
  }
}

/** Leaf hashes of the whole log, one character for each byte (logHashes.ts). */
export function readLeaves(reader: Reader): string[] {
  const rows: readonly unknown[][] = reader.read
    .select({ leaf: sql<Buffer>`${logEntry.leaf}` })
    .from(logEntry)
    .orderBy(asc(logEntry.seq))
    .values()
  return rows.map(([leaf]) => (Buffer.isBuffer(leaf) ? leaf.toString('latin1') : ''))
}

export type Subjects = ReadonlyMap<string, readonly string[]>

/** Numbers of the entries about these records, by kind, ascending; an empty list of names means all of the kind. */
export function entriesAbout(reader: Reader, subjects: Subjects): number[] {
  const found = new Set<number>()
  for (const [kind, ids] of subjects) {
    const rows = ids.length === 0 ? ofKind(reader, kind) : inLists(ids, list => ofKind(reader, kind, list))
    for (const { seq } of rows) found.add(seq)
  }
  return [...found].toSorted((a, b) => a - b)
}

/** The named entries, ascending. */
export function* readEntries(reader: Reader, seqs: readonly number[]): Generator<StoredLine> {
  for (let i = 0; i < seqs.length; i += mostInList)
    yield* reader.read
      .select({ seq: logEntry.seq, text: logEntry.text })
      .from(logEntry)
      .where(inArray(logEntry.seq, seqs.slice(i, i + mostInList)))
      .orderBy(asc(logEntry.seq))
      .all()
}

function ofKind(reader: Reader, kind: string, ids?: readonly string[]) {
  const isKind = eq(logEntry.subjectKind, kind)
  return reader.read
    .select({ seq: logEntry.seq })
    .from(logEntry)
    .where(ids === undefined ? isKind : and(isKind, inArray(logEntry.subjectId, [...ids])))
    .all()
}
