import { sql } from 'drizzle-orm'

import type { Cell } from '../core/exchange/csvText.ts'
import type { Reader } from './connection.ts'
import type { creator } from './schema/creator.ts'
import type { deliveryDay } from './schema/deliveryDay.ts'
import type { historyPeriod } from './schema/historyPeriod.ts'
import type { promoteOrder } from './schema/promoteOrder.ts'
import type { video } from './schema/video.ts'

/** A table on its way out: its header, and its rows a few thousand at a time. */
export type ExportTable = {
  readonly columns: readonly string[]
  readonly rows: Iterable<Page>
  /** How many rows there are about, for progress. */
  readonly count: number
}

export const rowsAtOnce = 5000

export type Page = readonly (readonly Cell[])[]

/** Pages by the key in the first column, never by their place (D53). */
export function byKey(read: (after: string) => readonly unknown[]): Iterable<Page> {
  return pages(last => read(String(last?.[0] ?? '')))
}

export function* pages(read: (last: readonly Cell[] | undefined) => readonly unknown[]): Generator<Page> {
  let last: readonly Cell[] | undefined
  for (;;) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- SQLite gives texts, numbers and nulls
    const rows = read(last) as Page
    if (rows.length > 0) yield rows
    if (rows.length < rowsAtOnce) return
    last = rows.at(-1)
  }
}

export function* named(
  ids: readonly string[],
  read: (some: readonly string[]) => readonly unknown[],
): Generator<Page> {
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    const some = ids.slice(from, from + rowsAtOnce)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- likewise
    const found = new Map((read(some) as Page).map(row => [row[0], row]))
    yield some.flatMap(id => (found.has(id) ? [found.get(id) ?? []] : []))
  }
}

export function countOf(
  reader: Reader,
  table: typeof promoteOrder | typeof deliveryDay | typeof creator | typeof video | typeof historyPeriod,
): number {
  return (
    reader.read
      .select({ rows: sql<number>`count(*)` })
      .from(table)
      .get()?.rows ?? 0
  )
}
