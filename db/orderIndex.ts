import { and, asc, eq, gt, gte, inArray, sql } from 'drizzle-orm'

import type { OrderList, OrderSelection, OrderView } from '../core/contract/orderList.ts'
import { orderStates } from '../core/order/orderState.ts'
import type { Reader } from './connection.ts'
import { findOrderRows } from './orders.ts'
import { type OrderEntry, type OrderNames, orderViews } from './orderViews.ts'
import { readFrontier } from './readFrontier.ts'
import { creator } from './schema/creator.ts'
import { logEntry } from './schema/logEntry.ts'
import { orderFigures } from './schema/orderFigures.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

/** After more entries of the log than this, reading everything anew is quicker. */
const manyEntries = 5_000
/** SQLite's limit on parameters is far above. */
const idsAtOnce = 1_000
const rowsAtOnce = 10_000

type Page = { readonly view: OrderView; readonly from: number; readonly count: number }

/** All orders by what they are found and sorted by, kept in memory: a hundred thousand answer within a frame or two. */
export type OrderIndex = {
  /** A piece of a view, with what the whole of it adds up to. */
  readonly list: (page: Page) => OrderList
  /** Reads all, piece by piece with a pause before each, which tells whether to go on, so that the first answer need not wait for it. */
  readonly warm: (pause: () => Promise<boolean>) => Promise<void>
  /** The orders that a selection means, in the order of its view. */
  readonly select: (selection: OrderSelection) => readonly string[]
}

/** Reads the orders when it is first asked, and from then on what the log says has changed. */
export function createOrderIndex(reader: Reader): OrderIndex {
  let views = orderViews(new Map(), emptyNames)
  let seen: number | undefined

  function refresh(): void {
    const { size } = readFrontier(reader)
    if (size === seen) return
    const isFarBehind = seen === undefined || size < seen || size - seen > manyEntries
    const changed = isFarBehind ? undefined : changesSince(reader, seen ?? 0)
    if (changed === undefined) views = orderViews(readEntries(reader), readNames(reader))
    else {
      if (changed.names) views.rename(readNames(reader))
      if (changed.orders.length > 0) views.replace(readEntries(reader, changed.orders))
    }
    seen = size
  }

  return {
    async warm(pause) {
      if (!(await pause())) return
      // What changes while pieces are read, the log tells the next answer.
      const { size } = readFrontier(reader)
      const entries = new Map<number, Written<OrderEntry>>()
      for (const _ of entryPieces(reader, entries)) if (!(await pause()) || seen !== undefined) return
      views = orderViews(entries, readNames(reader))
      seen = size
    },
    list: ({ view, from, count }) =>
      reader.snapshot(() => {
        refresh()
        const { ids, ...sums } = views.look(view)
        return { ...sums, rows: findOrderRows(reader, ids(from, from + count)) }
      }),
    select: selection =>
      reader.snapshot(() => {
        if (selection.kind === 'ids') return selection.ids
        refresh()
        const except = new Set(selection.except)
        const { ids, total } = views.look(selection.view)
        return ids(0, total).filter(id => !except.has(id))
      }),
  }
}

type Changes = { readonly orders: readonly string[]; readonly names: boolean }

function changesSince(reader: Reader, seen: number): Changes {
  const subjects = reader.read
    .select({ kind: logEntry.subjectKind, id: logEntry.subjectId })
    .from(logEntry)
    .where(gte(logEntry.seq, seen))
    .orderBy(asc(logEntry.seq))
    .all()
  return {
    orders: [...new Set(subjects.filter(({ kind }) => kind === 'order').map(({ id }) => id))],
    names: subjects.some(({ kind }) => kind === 'creator' || kind === 'product' || kind === 'video'),
  }
}

/** Orders by rowid. */
function readEntries(reader: Reader, ids?: readonly string[]): Map<number, OrderEntry> {
  const entries = new Map<number, Written<OrderEntry>>()
  for (const _ of entryPieces(reader, entries, ids)) continue
  return entries
}

/** Orders and their results are read apart and piece by piece: in one reading of all, most time goes into memory. */
function* entryPieces(
  reader: Reader,
  entries: Map<number, Written<OrderEntry>>,
  ids?: readonly string[],
): Generator<void> {
  const shared = sharedTexts()
  for (const some of ids === undefined ? [undefined] : chunks(ids)) {
    for (const rows of inPieces(after => orderRows(reader, after, some))) {
      for (const row of rows) entries.set(row[0], entryOf(row, shared))
      yield
    }
    for (const rows of inPieces(after => figureRows(reader, after, some))) {
      for (const row of rows) {
        const entry = entries.get(row[1])
        if (entry !== undefined) writeFigures(entry, row)
      }
      yield
    }
  }
}

type Written<T> = { -readonly [K in keyof T]: T[K] }

/** The rows of a table, a few at a time, each piece beginning after the last rowid of the one before. */
function* inPieces<Row extends readonly [rowid: number, ...unknown[]]>(
  read: (after: number) => readonly Row[],
): Generator<readonly Row[]> {
  let after = 0
  for (;;) {
    const rows = read(after)
    yield rows
    after = rows.at(-1)?.[0] ?? after
    if (rows.length < rowsAtOnce) return
  }
}

const isBritish = sql<number>`${promoteOrder.market} = 'GB'`
const isInPounds = sql<number>`${promoteOrder.currency} = 'GBP'`
const stateNumber = sql<number>`CASE ${promoteOrder.state} ${sql.join(
  orderStates.map((state, number) => sql.raw(`WHEN '${state}' THEN ${number}`)),
  sql.raw(' '),
)} END`

/** Rows as SQLite gives them, numbers wherever they can be: making a text of each word takes longer than reading it. */
type OrderNumbers = readonly [
  ...[rowid: number, id: string, videoId: string, productId: string],
  ...[state: number, isBritish: number, isInPounds: number, budgetMinor: number, startsAt: number],
  ...[createdAt: number, updatedAt: number, archivedAt: number | null],
]

function orderRows(reader: Reader, after: number, ids?: readonly string[]): readonly OrderNumbers[] {
  const rowid = sql<number>`${promoteOrder}.rowid`
  const rows: readonly unknown[] = reader.read
    .select({
      rowid,
      id: promoteOrder.id,
      videoId: promoteOrder.videoId,
      productId: promoteOrder.productId,
      state: stateNumber,
      isBritish,
      isInPounds,
      budgetMinor: promoteOrder.budgetMinor,
      startsAt: sql<number>`unixepoch(${promoteOrder.startsAt})`,
      createdAt: promoteOrder.createdAt,
      updatedAt: promoteOrder.updatedAt,
      archivedAt: promoteOrder.archivedAt,
    })
    .from(promoteOrder)
    .where(and(gt(rowid, after), ids && inArray(promoteOrder.id, [...ids])))
    .orderBy(rowid)
    .limit(rowsAtOnce)
    .values()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns and their constraints say so
  return rows as readonly OrderNumbers[]
}

type FigureNumbers = readonly [
  ...[rowid: number, order: number, spentMinor: number | null, linkClicks: number | null],
  ...[conversions: number | null, p10: number | null, p90: number | null, targetReached: number | null],
]

function figureRows(reader: Reader, after: number, ids?: readonly string[]): readonly FigureNumbers[] {
  const rowid = sql<number>`${orderFigures}.rowid`
  const rows: readonly unknown[] = reader.read
    .select({
      rowid,
      order: sql<number>`${promoteOrder}.rowid`,
      spentMinor: orderFigures.spentMinor,
      linkClicks: orderFigures.linkClicks,
      conversions: orderFigures.conversions,
      p10: orderFigures.forecastLow,
      p90: orderFigures.forecastHigh,
      targetReached: orderFigures.targetReached,
    })
    .from(orderFigures)
    .innerJoin(promoteOrder, eq(promoteOrder.id, orderFigures.orderId))
    .where(and(gt(rowid, after), ids && inArray(orderFigures.orderId, [...ids])))
    .orderBy(rowid)
    .limit(rowsAtOnce)
    .values()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns and their constraints say so
  return rows as readonly FigureNumbers[]
}

/** An order without results yet. */
function entryOf(row: OrderNumbers, shared: (text: string) => string): Written<OrderEntry> {
  return {
    id: row[1],
    videoId: shared(row[2]),
    productId: shared(row[3]),
    state: orderStates[row[4]] ?? 'draft',
    market: row[5] === 1 ? 'GB' : 'ID',
    currency: row[6] === 1 ? 'GBP' : 'IDR',
    budgetMinor: row[7],
    startsAt: row[8],
    createdAt: row[9],
    updatedAt: row[10],
    archivedAt: row[11],
    spentMinor: null,
    linkClicks: null,
    conversions: null,
    p10: null,
    p90: null,
    targetReached: null,
  }
}

function writeFigures(entry: Written<OrderEntry>, row: FigureNumbers): void {
  entry.spentMinor = row[2]
  entry.linkClicks = row[3]
  entry.conversions = row[4]
  entry.p10 = row[5]
  entry.p90 = row[6]
  entry.targetReached = row[7]
}

/** One text for all that are equal: orders of one video share the text of its id, which is then looked up by reference. */
function sharedTexts(): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    const found = known.get(text)
    if (found === undefined) known.set(text, text)
    return found ?? text
  }
}

const emptyNames: OrderNames = { videos: new Map(), creators: new Map(), products: new Map() }

function readNames(reader: Reader): OrderNames {
  const videos = reader.read
    .select({ id: video.id, title: video.title, creatorId: video.creatorId })
    .from(video)
    .all()
  const creators = reader.read
    .select({ id: creator.id, handle: creator.handle, mergedInto: creator.mergedInto })
    .from(creator)
    .all()
  const products = reader.read
    .select({ id: product.id, name: product.name, mergedInto: product.mergedInto })
    .from(product)
    .all()
  const creatorOf = new Map(creators.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
  const productOf = new Map(products.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
  const handles = new Map(creators.map(({ id, handle }) => [id, handle]))
  const names = new Map(products.map(({ id, name }) => [id, name]))
  return {
    videos: new Map(
      videos.map(each => [
        each.id,
        { name: each.title, creatorId: creatorOf.get(each.creatorId) ?? each.creatorId },
      ]),
    ),
    creators: handles,
    products: new Map([...productOf].map(([id, target]) => [id, names.get(target) ?? ''])),
  }
}

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, place) =>
    ids.slice(place * idsAtOnce, (place + 1) * idsAtOnce),
  )
}
