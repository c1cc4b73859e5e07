import { and, asc, eq, gt, sql } from 'drizzle-orm'

import type { AuditedEntry } from '../core/audit/orderRecord.ts'
import type { TransferLine } from '../core/ledger/transfer.ts'
import type { Reader } from './connection.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { deliveryVersion } from './schema/deliveryVersion.ts'
import { invoice } from './schema/invoice.ts'
import { ledgerTransfer } from './schema/ledgerTransfer.ts'
import { logEntry } from './schema/logEntry.ts'
import { orderEvent } from './schema/orderEvent.ts'

export type OrderChildren = ReturnType<ReturnType<typeof createChildReader>>

/** Ids that are asked as one value, `ids`: a page of any length has the same statement. */
export const asked = sql`(select value from json_each(${sql.placeholder('ids')}))`

/** Reads what belongs to orders, a page of them at a time, each table by one statement that is prepared once. */
export function createChildReader(reader: Reader) {
  const queries = {
    days: daysQuery(reader),
    transfers: transfersQuery(reader),
    invoices: invoicesQuery(reader),
    versions: versionsQuery(reader),
    events: eventsQuery(reader),
    entries: entriesQuery(reader),
  }
  return (page: readonly string[]) => {
    const ids = JSON.stringify(page)
    return {
      days: byOrder(queries.days(ids)),
      transfers: byOrder(queries.transfers(ids)),
      invoices: byOrder(queries.invoices(ids)),
      versions: byOrder(queries.versions(ids)),
      events: byOrder(queries.events(ids)),
      entries: byOrder(queries.entries(ids)),
    }
  }
}

function byOrder<T extends { readonly orderId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  return Map.groupBy(rows, ({ orderId }) => orderId)
}

type Prepared<T> = {
  readonly all: (values: { readonly ids: string }) => T[]
  readonly values: (values: { readonly ids: string }) => unknown[][]
}

/** Rows as the file has them: for a million of them the query builder takes longer to map their values than the file to give them. */
function plainRows<T extends object>(names: readonly (keyof T & string)[], query: Prepared<T>) {
  return (ids: string): T[] =>
    query.values({ ids }).map(values => {
      const row: Record<string, unknown> = {}
      for (const [place, name] of names.entries()) row[name] = values[place]
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns and their constraints say so
      return row as T
    })
}

function daysQuery(reader: Reader) {
  const columns = {
    orderId: deliveryDay.orderId,
    date: deliveryDay.date,
    source: deliveryDay.source,
    impressions: deliveryDay.impressions,
    reach: deliveryDay.reach,
    linkClicks: deliveryDay.linkClicks,
    pageViews: deliveryDay.pageViews,
    conversions: deliveryDay.conversions,
    spendMinor: deliveryDay.spendMinor,
    revenueMinor: deliveryDay.revenueMinor,
    reportedAt: deliveryDay.updatedAt,
  }
  return plainRows(
    namesOf(columns),
    reader.read
      .select(columns)
      .from(deliveryDay)
      .where(sql`${deliveryDay.orderId} in ${asked}`)
      .orderBy(asc(deliveryDay.orderId), asc(deliveryDay.date))
      .prepare(),
  )
}

function transfersQuery(reader: Reader) {
  const columns = {
    id: ledgerTransfer.id,
    commandId: ledgerTransfer.commandId,
    orderId: ledgerTransfer.orderId,
    currency: ledgerTransfer.currency,
    kind: ledgerTransfer.kind,
    at: ledgerTransfer.at,
    who: ledgerTransfer.who,
    why: ledgerTransfer.why,
    evidence: ledgerTransfer.evidence,
    endsId: ledgerTransfer.endsId,
    correctsId: ledgerTransfer.correctsId,
    day: ledgerTransfer.day,
    lines: sql<string>`${ledgerTransfer.lines}`,
  }
  const rows = plainRows(
    namesOf(columns),
    reader.read
      .select(columns)
      .from(ledgerTransfer)
      .where(sql`${ledgerTransfer.orderId} in ${asked}`)
      .orderBy(asc(ledgerTransfer.orderId), asc(ledgerTransfer.sequence))
      .prepare(),
  )
  return (ids: string) =>
    rows(ids).map(row => {
      const lines: readonly TransferLine[] = JSON.parse(row.lines)
      return { ...row, lines }
    })
}

/** There are few: most orders have none. */
function invoicesQuery(reader: Reader) {
  const prepared = reader.read
    .select()
    .from(invoice)
    .where(sql`${invoice.orderId} in ${asked}`)
    .orderBy(asc(invoice.orderId), asc(invoice.seq))
    .prepare()
  return (ids: string) => prepared.all({ ids })
}

/** Of orders with a day that was reported more than once. */
function versionsQuery(reader: Reader) {
  const again = reader.read
    .selectDistinct({ orderId: deliveryVersion.orderId })
    .from(deliveryVersion)
    .where(and(sql`${deliveryVersion.orderId} in ${asked}`, gt(deliveryVersion.version, 1)))
    .prepare()
  const versions = reader.read
    .select()
    .from(deliveryVersion)
    .where(sql`${deliveryVersion.orderId} in ${asked}`)
    .orderBy(asc(deliveryVersion.orderId), asc(deliveryVersion.date), asc(deliveryVersion.version))
    .prepare()
  return (ids: string) => {
    const restated = again.all({ ids }).map(({ orderId }) => orderId)
    return restated.length === 0 ? [] : versions.all({ ids: JSON.stringify(restated) })
  }
}

function eventsQuery(reader: Reader) {
  const columns = {
    orderId: orderEvent.orderId,
    at: orderEvent.at,
    from: orderEvent.fromState,
    to: orderEvent.toState,
  }
  return plainRows(
    namesOf(columns),
    reader.read
      .select(columns)
      .from(orderEvent)
      .where(sql`${orderEvent.orderId} in ${asked}`)
      .orderBy(asc(orderEvent.orderId), asc(orderEvent.sequence))
      .prepare(),
  )
}

function entriesQuery(reader: Reader) {
  const columns = {
    orderId: logEntry.subjectId,
    seq: logEntry.seq,
    at: logEntry.at,
    what: logEntry.what,
    // Saves are told by their place alone.
    text: sql<
      string | null
    >`case when ${logEntry.what} in ('payOrder', 'recordTransition', 'recordDeliveries', 'withdrawDeliveries') then ${logEntry.text} end`,
  }
  const rows = plainRows(
    namesOf(columns),
    reader.read
      .select(columns)
      .from(logEntry)
      .where(and(eq(logEntry.subjectKind, 'order'), sql`${logEntry.subjectId} in ${asked}`))
      .orderBy(asc(logEntry.subjectId), asc(logEntry.seq))
      .prepare(),
  )
  return (ids: string) =>
    rows(ids).map(({ text, ...row }): AuditedEntry & { readonly orderId: string } => {
      const entry: { readonly payload: unknown } = text === null ? nothing : JSON.parse(text)
      return { ...row, payload: entry.payload }
    })
}

const nothing = { payload: null }

function namesOf<T extends object>(columns: T): readonly (keyof T & string)[] {
  return Object.keys(columns).filter((name): name is keyof T & string => Object.hasOwn(columns, name))
}
