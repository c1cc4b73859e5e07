import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core'

import type { HistoryRow } from '../core/calibration/history.ts'
import { dayOf } from '../core/history/calendarDay.ts'
import { audienceWords, ownPlatform } from '../core/history/ownUnit.ts'
import { currencies } from '../core/money/money.ts'
import type { Reader } from './connection.ts'
import { creator } from './schema/creator.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { historyImport } from './schema/historyImport.ts'
import { historyPeriod } from './schema/historyPeriod.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'
import { readWorkspaceMeta } from './workspaceMeta.ts'

/** Rows of imported histories, of all that are not put away unless one is named; in the order in which they came. */
export function importedRows(reader: Reader, importId?: string): HistoryRow[] {
  const wanted = reader.read
    .select({ id: historyImport.id })
    .from(historyImport)
    .where(
      importId === undefined
        ? and(isNotNull(historyImport.importedAt), isNull(historyImport.archivedAt))
        : eq(historyImport.id, importId),
    )
    .all()
    .map(({ id }) => id)
  const rows = reader.read
    .select()
    .from(historyPeriod)
    .where(inArray(historyPeriod.importId, wanted))
    .orderBy(asc(historyPeriod.id))
    .all()
  return rows.map(({ id: _id, importId: _importId, startDay: start, endDay: end, ...row }) => ({
    ...row,
    start,
    end,
  }))
}

const ownCreator = alias(creator, 'own_creator')

/** Daily rows say how orders vary from day to day; of more than so many, whole orders say enough, in a fifth of the memory. */
const mostDailyRows = 200_000
/** The latest of them are learnt from. */
const mostOrders = 200_000

/**
 * The console's own deliveries as history: a row for each order and day, or for each order where there are very many. Days
 * that were made up teach nothing, but in the demo there are no others.
 */
export function ownRows(reader: Reader, mostDaily = mostDailyRows): HistoryRow[] {
  const { demo } = readWorkspaceMeta(reader)
  const isReal = demo ? undefined : ne(deliveryDay.source, 'simulated')
  const days = reader.read.select({ rows: count() }).from(deliveryDay).where(isReal).get()?.rows ?? 0
  const whole = days > mostDaily
  // A count that is not known of one day is not known of the order.
  const sumOf = (column: SQLiteColumn) =>
    sql<number | null>`case when count(${column}) = count(*) then sum(${column}) end`
  const delivered = reader.read
    .select({
      orderId: deliveryDay.orderId,
      from: sql<string>`min(${deliveryDay.date})`.as('from_date'),
      to: sql<string>`max(${deliveryDay.date})`.as('to_date'),
      spendMinor: sql<number>`sum(${deliveryDay.spendMinor})`.as('spend_sum'),
      impressions: sql<number>`sum(${deliveryDay.impressions})`.as('impression_sum'),
      // People of several days are not added up.
      reach: sql<number | null>`case when count(*) = 1 then min(${deliveryDay.reach}) end`.as('reach_sum'),
      linkClicks: sql<number>`sum(${deliveryDay.linkClicks})`.as('click_sum'),
      conversions: sumOf(deliveryDay.conversions).as('conversion_sum'),
    })
    .from(deliveryDay)
    .where(isReal)
    .groupBy(deliveryDay.orderId, ...(whole ? [] : [deliveryDay.date]))
    .orderBy(desc(sql`to_date`), asc(deliveryDay.orderId))
    .limit(Math.max(mostDaily, mostOrders))
    .as('delivered')
  return reader.read
    .select({
      unitId: delivered.orderId,
      from: delivered.from,
      to: delivered.to,
      market: promoteOrder.market,
      currency: promoteOrder.currency,
      objective: promoteOrder.goal,
      creatorId: creator.handle,
      videoId: video.id,
      audience: promoteOrder.audience,
      spendMinor: delivered.spendMinor,
      impressions: delivered.impressions,
      reach: delivered.reach,
      linkClicks: delivered.linkClicks,
      conversions: delivered.conversions,
    })
    .from(delivered)
    .innerJoin(promoteOrder, eq(promoteOrder.id, delivered.orderId))
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .innerJoin(ownCreator, eq(ownCreator.id, video.creatorId))
    .innerJoin(creator, eq(creator.id, sql`coalesce(${ownCreator.mergedInto}, ${ownCreator.id})`))
    .orderBy(asc(delivered.orderId), asc(delivered.from))
    .all()
    .map(({ from, to, audience, spendMinor, ...row }) => ({
      ...row,
      ...audienceWords(audience),
      ...ownPlatform,
      start: dayOf(from) ?? null,
      end: dayOf(to) ?? null,
      spend: spendMinor / 10 ** currencies[row.currency].decimals,
    }))
}
