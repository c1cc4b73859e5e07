import { and, asc, count, eq, gt, gte, isNotNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'

import type { OrderRecord } from '../core/audit/orderRecord.ts'
import { orderOfDraft } from '../core/order/orderOfDraft.ts'
import { unpaidStates } from '../core/order/orderState.ts'
import { asked, createChildReader, type OrderChildren } from './auditChildren.ts'
import type { Reader } from './connection.ts'
import { createDatedRecords, type DatedRecords, factsAt } from './orderFacts.ts'
import { draftOf } from './orders.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
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
    runsIn({ from, to }),
  )
}

/** Orders that run on any day of a period, both days included. */
export function runsIn({ from, to }: Pick<AuditScope, 'from' | 'to'>): SQL | undefined {
  return and(
    to === null ? undefined : lte(sql`substr(${promoteOrder.startsAt}, 1, 10)`, to),
    from === null
      ? undefined
      : gte(sql`date(${promoteOrder.startsAt}, '+' || ${promoteOrder.durationDays} || ' days')`, from),
  )
}

/** Ids after one and up to another; all of them where these are left out. */
type Within = { readonly after?: string; readonly upTo?: string | null }

const isWithin = ({ after = '', upTo = null }: Within): SQL | undefined =>
  and(gt(promoteOrder.id, after), upTo === null ? undefined : lte(promoteOrder.id, upTo))

export function countAudited(reader: Reader, scope: AuditScope & Within): number {
  const row = reader.read
    .select({ orders: sql<number>`count(*)` })
    .from(promoteOrder)
    .leftJoin(payment, eq(payment.orderId, promoteOrder.id))
    .where(and(isWithin(scope), isAudited(scope)))
    .get()
  return row?.orders ?? 0
}

/** All orders, whatever became of them. */
export function countOrders(reader: Reader): number {
  return reader.read.select({ orders: count() }).from(promoteOrder).get()?.orders ?? 0
}

/** The id of the order at a place in the order of ids, the first at 0; null beyond the last. */
export function orderAt(reader: Reader, place: number): string | null {
  const row = reader.read
    .select({ id: promoteOrder.id })
    .from(promoteOrder)
    .orderBy(asc(promoteOrder.id))
    .limit(1)
    .offset(place)
    .get()
  return row?.id ?? null
}

/** Ids of the next orders after one, in their order; '' begins. */
export function auditedAfter(
  reader: Reader,
  scope: AuditScope & Pick<Within, 'upTo'>,
  { after, limit }: { readonly after: string; readonly limit: number },
): readonly string[] {
  return reader.read
    .select({ id: promoteOrder.id })
    .from(promoteOrder)
    .leftJoin(payment, eq(payment.orderId, promoteOrder.id))
    .where(and(isWithin({ ...scope, after }), isAudited(scope)))
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
  const findDated = createDatedRecords(reader)

  function factsOf(ids: { readonly videoId: string; readonly productId: string }, at: number) {
    const key = `${ids.videoId} ${ids.productId}`
    if (!known.has(key)) {
      if (known.size >= mostKept) known = new Map()
      known.set(key, findDated(ids))
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

  function recordOf(row: Row, children: OrderChildren): OrderRecord {
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

  const rows = rowsQuery(reader)
  const childrenOf = createChildReader(reader)
  return (ids: readonly string[]): readonly OrderRecord[] =>
    reader.snapshot(() => {
      const children = childrenOf(ids)
      return rows.all({ ids: JSON.stringify(ids) }).map(row => recordOf(row, children))
    })
}

type Row = ReturnType<ReturnType<typeof rowsQuery>['all']>[number]

function rowsQuery(reader: Reader) {
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
    .where(sql`${promoteOrder.id} in ${asked}`)
    .orderBy(asc(promoteOrder.id))
    .prepare()
}
