import { and, asc, eq, gt, gte, inArray, isNotNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'

import type { AuditedEntry, AuditedVersion, OrderRecord } from '../core/audit/orderRecord.ts'
import { orderOfDraft } from '../core/order/orderOfDraft.ts'
import { unpaidStates } from '../core/order/orderState.ts'
import type { Reader } from './connection.ts'
import { type DatedRecords, factsAt, findDatedRecords } from './orderFacts.ts'
import { draftOf } from './orders.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { deliveryVersion } from './schema/deliveryVersion.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
import { invoice } from './schema/invoice.ts'
import { ledgerTransfer } from './schema/ledgerTransfer.ts'
import { logEntry } from './schema/logEntry.ts'
import { orderEvent } from './schema/orderEvent.ts'
import { payment } from './schema/payment.ts'
import { promoteOrder } from './schema/promoteOrder.ts'

/** Which orders are audited: those that run on any day of a period, or one. Both days are of the orders' markets. */
export type AuditScope = {
  readonly from: string | null
  readonly to: string | null
  readonly orderId: string | null
}

/** Nothing of an order that was never paid, billed or delivered can be audited. */
function isAudited(scope: AuditScope): SQL | undefined {
  const { from, to, orderId } = scope
  return and(
    or(notInArray(promoteOrder.state, [...unpaidStates]), isNotNull(payment.id)),
    orderId === null ? undefined : eq(promoteOrder.id, orderId),
    to === null ? undefined : lte(sql`substr(${promoteOrder.startsAt}, 1, 10)`, to),
    from === null
      ? undefined
      : gte(sql`date(${promoteOrder.startsAt}, '+' || ${promoteOrder.durationDays} || ' days')`, from),
  )
}

export function countAudited(reader: Reader, scope: AuditScope): number {
  const row = reader.read
    .select({ orders: sql<number>`count(*)` })
    .from(promoteOrder)
    .leftJoin(payment, eq(payment.orderId, promoteOrder.id))
    .where(isAudited(scope))
    .get()
  return row?.orders ?? 0
}

/** Ids of the next orders after one, in their order; '' begins. */
export function auditedAfter(
  reader: Reader,
  scope: AuditScope,
  { after, limit }: { readonly after: string; readonly limit: number },
): readonly string[] {
  return reader.read
    .select({ id: promoteOrder.id })
    .from(promoteOrder)
    .leftJoin(payment, eq(payment.orderId, promoteOrder.id))
    .where(and(gt(promoteOrder.id, after), isAudited(scope)))
    .orderBy(asc(promoteOrder.id))
    .limit(limit)
    .all()
    .map(({ id }) => id)
}

/** More are read anew: a page of orders has few videos. */
const mostKept = 5_000

/** Reads the records of orders, page by page; what many orders share is read once. */
export function createRecordReader(reader: Reader) {
  let known = new Map<string, DatedRecords | undefined>()

  function factsOf(ids: { readonly videoId: string; readonly productId: string }, at: number) {
    const key = `${ids.videoId} ${ids.productId}`
    if (!known.has(key)) {
      if (known.size >= mostKept) known = new Map()
      known.set(key, findDatedRecords(reader, ids))
    }
    const found = known.get(key)
    return found && factsAt(found, at)
  }

  /** The order with the facts of the day of payment; null where the records make none. */
  function madeOf({ stored, payment: paid }: Row) {
    const facts = factsOf(stored, paid?.paidAt ?? stored.createdAt)
    if (facts?.product === undefined)
      return { title: facts?.video.title ?? stored.id, order: null, openShare: undefined }
    const { video, product } = facts
    const draft = { ...draftOf(stored), productId: product.id }
    const made = orderOfDraft(draft, { ...facts, product, video: { ...video, productIds: [product.id] } })
    return {
      title: video.title,
      order: made.ok ? made.order : null,
      openShare: facts.openShare ?? undefined,
    }
  }

  function recordOf(row: Row, children: Children): OrderRecord {
    const { stored, payment: paid, forecast } = row
    const { id, market, currency, state, budgetMinor, couponMinor, durationDays, startsAt } = stored
    const of = <T>(lists: ReadonlyMap<string, readonly T[]>) => lists.get(id) ?? []
    return {
      ...madeOf(row),
      id,
      market,
      currency,
      state,
      budgetMinor,
      couponMinor,
      durationDays,
      startsAt,
      payment: paid,
      forecast,
      invoice: of(children.invoices).at(-1) ?? null,
      transfers: of(children.transfers),
      days: of(children.days),
      versions: of(children.versions),
      events: of(children.events),
      entries: of(children.entries),
    }
  }

  return (ids: readonly string[]): readonly OrderRecord[] =>
    reader.snapshot(() => {
      const children = childrenOf(reader, ids)
      return rowsOf(reader, ids).map(row => recordOf(row, children))
    })
}

type Row = ReturnType<typeof rowsOf>[number]

function rowsOf(reader: Reader, ids: readonly string[]) {
  return reader.read
    .select({
      stored: promoteOrder,
      payment: {
        netMinor: payment.netMinor,
        taxMinor: payment.taxMinor,
        taxRate: payment.taxRate,
        couponMinor: payment.couponMinor,
        reference: payment.reference,
        vatNumber: payment.vatNumber,
        paidAt: payment.paidAt,
      },
      forecast: {
        createdAt: frozenForecast.createdAt,
        digest: frozenForecast.digest,
        orderFile: frozenForecast.orderFile,
        p10: sql<number | null>`${frozenForecast.linkClicks} ->> '$.p10'`,
        p90: sql<number | null>`${frozenForecast.linkClicks} ->> '$.p90'`,
      },
    })
    .from(promoteOrder)
    .leftJoin(payment, eq(payment.orderId, promoteOrder.id))
    .leftJoin(frozenForecast, eq(frozenForecast.orderId, promoteOrder.id))
    .where(inArray(promoteOrder.id, [...ids]))
    .orderBy(asc(promoteOrder.id))
    .all()
}

type Children = ReturnType<typeof childrenOf>

function childrenOf(reader: Reader, ids: readonly string[]) {
  const days = reader.read
    .select()
    .from(deliveryDay)
    .where(inArray(deliveryDay.orderId, [...ids]))
    .orderBy(asc(deliveryDay.orderId), asc(deliveryDay.date))
    .all()
    .map(({ updatedAt: reportedAt, ...day }) => ({ ...day, reportedAt }))
  const transfers = reader.read
    .select()
    .from(ledgerTransfer)
    .where(inArray(ledgerTransfer.orderId, [...ids]))
    .orderBy(asc(ledgerTransfer.orderId), asc(ledgerTransfer.sequence))
    .all()
  const invoices = reader.read
    .select()
    .from(invoice)
    .where(inArray(invoice.orderId, [...ids]))
    .orderBy(asc(invoice.orderId), asc(invoice.seq))
    .all()
  return {
    days: byOrder(days),
    transfers: byOrder(transfers),
    invoices: byOrder(invoices),
    versions: versionsOf(reader, ids),
    events: eventsOf(reader, ids),
    entries: entriesOf(reader, ids),
  }
}

function versionsOf(reader: Reader, ids: readonly string[]): ReadonlyMap<string, AuditedVersion[]> {
  const again = reader.read
    .selectDistinct({ orderId: deliveryVersion.orderId })
    .from(deliveryVersion)
    .where(and(inArray(deliveryVersion.orderId, [...ids]), gt(deliveryVersion.version, 1)))
    .all()
    .map(({ orderId }) => orderId)
  if (again.length === 0) return new Map()
  const rows = reader.read
    .select()
    .from(deliveryVersion)
    .where(inArray(deliveryVersion.orderId, again))
    .orderBy(asc(deliveryVersion.orderId), asc(deliveryVersion.date), asc(deliveryVersion.version))
    .all()
  return byOrder(rows)
}

function eventsOf(reader: Reader, ids: readonly string[]) {
  const rows = reader.read
    .select({
      orderId: orderEvent.orderId,
      at: orderEvent.at,
      from: orderEvent.fromState,
      to: orderEvent.toState,
    })
    .from(orderEvent)
    .where(inArray(orderEvent.orderId, [...ids]))
    .orderBy(asc(orderEvent.orderId), asc(orderEvent.sequence))
    .all()
  return byOrder(rows)
}

function entriesOf(reader: Reader, ids: readonly string[]): ReadonlyMap<string, AuditedEntry[]> {
  const rows = reader.read
    .select({
      orderId: logEntry.subjectId,
      seq: logEntry.seq,
      at: logEntry.at,
      what: logEntry.what,
      // Saves are told by their place alone.
      payload: sql<
        string | null
      >`case when ${logEntry.what} in ('payOrder', 'recordTransition', 'recordDeliveries', 'withdrawDeliveries') then json_extract(${logEntry.text}, '$.payload') end`,
    })
    .from(logEntry)
    .where(and(eq(logEntry.subjectKind, 'order'), inArray(logEntry.subjectId, [...ids])))
    .orderBy(asc(logEntry.subjectId), asc(logEntry.seq))
    .all()
    .map(({ payload, ...row }) => ({
      ...row,
      payload: payload === null ? null : (JSON.parse(payload) as unknown),
    }))
  return byOrder(rows)
}

function byOrder<T extends { readonly orderId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  return Map.groupBy(rows, ({ orderId }) => orderId)
}
