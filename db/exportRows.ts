import { asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

import { currencies } from '../core/money/money.ts'
import type { Reader } from './connection.ts'
import { byKey, countOf, type ExportTable, named, pages, rowsAtOnce } from './exportPages.ts'
import { creator } from './schema/creator.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { orderFigures } from './schema/orderFigures.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

/** Major units of a column of minor ones, as an exact decimal text that every spreadsheet reads as a number. */
const major = (minor: AnySQLiteColumn, currency: AnySQLiteColumn) => sql`
  CASE WHEN ${minor} IS NULL THEN NULL
  WHEN ${currency} = 'GBP' THEN ${minor} / ${sql.raw(String(10 ** currencies.GBP.decimals))}.0 ELSE ${minor} END`

const orderColumns = [
  'order_id',
  'state',
  'market',
  'currency',
  'creator',
  'video_id',
  'video',
  'product_id',
  'product',
  'entrance',
  'goal',
  'audience',
  'budget',
  'coupon',
  'duration_days',
  'starts_at',
  'target_link_clicks',
  'payer',
  'pacing',
  'price_rule',
  'hours',
  'notes',
  'days_delivered',
  'spend',
  'impressions',
  'link_clicks',
  'conversions',
  'revenue',
  'forecast_p10',
  'forecast_p90',
  'target_reached',
  'archived',
] as const

/** Orders by id, or those named, in that order. */
export function orderTable(reader: Reader, ids?: readonly string[]): ExportTable {
  const { id, currency } = promoteOrder
  const read = (where: SQL | undefined) =>
    reader.read
      .select({
        id,
        state: promoteOrder.state,
        market: promoteOrder.market,
        currency,
        creator: creator.handle,
        videoId: video.id,
        video: video.title,
        productId: product.id,
        product: product.name,
        entrance: promoteOrder.entrance,
        goal: promoteOrder.goal,
        audience: sql`json(${promoteOrder.audience})`,
        budget: major(promoteOrder.budgetMinor, currency),
        coupon: major(promoteOrder.couponMinor, currency),
        durationDays: promoteOrder.durationDays,
        startsAt: promoteOrder.startsAt,
        target: promoteOrder.targetLinkClicks,
        payer: promoteOrder.payer,
        pacing: promoteOrder.pacing,
        priceRule: promoteOrder.priceRule,
        hours: sql`${promoteOrder.hours}`,
        notes: promoteOrder.notes,
        days: orderFigures.days,
        spent: major(orderFigures.spentMinor, currency),
        impressions: orderFigures.impressions,
        linkClicks: orderFigures.linkClicks,
        conversions: orderFigures.conversions,
        revenue: major(orderFigures.revenueMinor, currency),
        low: orderFigures.forecastLow,
        high: orderFigures.forecastHigh,
        reached: orderFigures.targetReached,
        archived: sql`${promoteOrder.archivedAt} IS NOT NULL`,
      })
      .from(promoteOrder)
      .innerJoin(video, eq(video.id, promoteOrder.videoId))
      .innerJoin(creator, eq(creator.id, video.creatorId))
      .innerJoin(product, eq(product.id, promoteOrder.productId))
      .leftJoin(orderFigures, eq(orderFigures.orderId, id))
      .where(where)
      .orderBy(asc(id))
      .limit(rowsAtOnce)
      .values()
  return {
    columns: orderColumns,
    count: ids?.length ?? countOf(reader, promoteOrder),
    rows:
      ids === undefined
        ? byKey(after => read(gt(id, after)))
        : named(ids, some => read(sql`${id} IN ${some}`)),
  }
}

const creatorColumns = [
  'creator_id',
  'market',
  'handle',
  'display_name',
  'account_type',
  'birth_date',
] as const
const creatorFacts = [
  'anchor_access',
  'terms_accepted',
  'political',
  'barred',
  'archived',
  'merged_into',
] as const

export function creatorTable(reader: Reader): ExportTable {
  return {
    columns: [...creatorColumns, ...creatorFacts],
    count: countOf(reader, creator),
    rows: byKey(after =>
      reader.read
        .select({
          id: creator.id,
          market: creator.market,
          handle: creator.handle,
          displayName: creator.displayName,
          accountType: creator.accountType,
          birthDate: creator.birthDate,
          anchorAccess: sql`${creator.anchorAccess}`,
          termsAccepted: sql`${creator.termsAccepted}`,
          political: sql`${creator.political}`,
          barred: sql`${creator.barred}`,
          archived: sql`${creator.archivedAt} IS NOT NULL`,
          mergedInto: creator.mergedInto,
        })
        .from(creator)
        .where(gt(creator.id, after))
        .orderBy(asc(creator.id))
        .limit(rowsAtOnce)
        .values(),
    ),
  }
}

const videoColumns = [
  'video_id',
  'market',
  'creator_id',
  'creator',
  'title',
  'anchor_name',
  'visibility',
] as const
const videoFacts = [
  'sound',
  'category',
  'posted_on',
  'anchor_authorised',
  'seller_authorised',
  'ad_label',
] as const

export function videoTable(reader: Reader): ExportTable {
  return {
    columns: [...videoColumns, ...videoFacts, 'archived'],
    count: countOf(reader, video),
    rows: byKey(after =>
      reader.read
        .select({
          id: video.id,
          market: video.market,
          creatorId: video.creatorId,
          creator: creator.handle,
          title: video.title,
          anchorName: video.anchorName,
          visibility: video.visibility,
          sound: video.sound,
          category: video.category,
          postedOn: video.postedOn,
          anchorAuthorised: sql`${video.anchorAuthorised}`,
          sellerAuthorised: sql`${video.sellerAuthorised}`,
          adLabel: sql`${video.adLabel}`,
          archived: sql`${video.archivedAt} IS NOT NULL`,
        })
        .from(video)
        .innerJoin(creator, eq(creator.id, video.creatorId))
        .where(gt(video.id, after))
        .orderBy(asc(video.id))
        .limit(rowsAtOnce)
        .values(),
    ),
  }
}

/** Headers are the names of the fields that an import maps, so that the file comes back without a question. */
export const deliveryColumns = [
  'ids.order',
  'from',
  'to',
  'currency',
  'spend',
  'impressions',
  'reach',
  'linkClicks',
  'pageViews',
  'conversions',
  'revenue',
  'source',
  'names.video',
  'names.product',
  'names.creator',
] as const

export function deliveryTable(reader: Reader): ExportTable {
  const { orderId, date, currency } = deliveryDay
  const read = (id: string, day: string) =>
    reader.read
      .select({
        orderId,
        from: date,
        to: sql`${date}`,
        currency,
        spend: major(deliveryDay.spendMinor, currency),
        impressions: deliveryDay.impressions,
        reach: deliveryDay.reach,
        linkClicks: deliveryDay.linkClicks,
        pageViews: deliveryDay.pageViews,
        conversions: deliveryDay.conversions,
        revenue: major(deliveryDay.revenueMinor, currency),
        source: deliveryDay.source,
        video: video.title,
        product: product.name,
        creator: creator.handle,
      })
      .from(deliveryDay)
      .innerJoin(promoteOrder, eq(promoteOrder.id, orderId))
      .innerJoin(video, eq(video.id, promoteOrder.videoId))
      .innerJoin(creator, eq(creator.id, video.creatorId))
      .innerJoin(product, eq(product.id, promoteOrder.productId))
      .where(sql`(${orderId}, ${date}) > (${id}, ${day})`)
      .orderBy(asc(orderId), asc(date))
      .limit(rowsAtOnce)
      .values()
  return {
    columns: deliveryColumns,
    count: countOf(reader, deliveryDay),
    rows: pages(last => read(String(last?.[0] ?? ''), String(last?.[1] ?? ''))),
  }
}
