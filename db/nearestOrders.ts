import { and, desc, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { levelValue } from '../core/calibration/encode.ts'
import type { UnitAttributes } from '../core/calibration/history.ts'
import type { LevelName } from '../core/calibration/learned.ts'
import type { ForecastBasis } from '../core/contract/learning.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import { audienceWords, ownPlatform } from '../core/history/ownUnit.ts'
import { currencies } from '../core/money/money.ts'
import type { Reader } from './connection.ts'
import { creator } from './schema/creator.ts'
import { historyImport } from './schema/historyImport.ts'
import { historyPeriod } from './schema/historyPeriod.ts'
import { orderFigures } from './schema/orderFigures.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

type Nearest = ForecastBasis['orders'][number]

const mostShown = 50
const ownCreator = alias(creator, 'own_creator')

/** Orders that were learnt from: those that share most with `unit`, then the latest; own and imported ones together. */
export function nearestOrders(reader: Reader, unit: UnitAttributes): Nearest[] {
  return [...ownOrders(reader, unit), ...importedUnits(reader, unit)]
    .toSorted(
      (a, b) =>
        b.shared.length - a.shared.length ||
        compare(b.end ?? b.start ?? '', a.end ?? a.start ?? '') ||
        compare(a.unitId, b.unitId),
    )
    .slice(0, mostShown)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

const levels: readonly LevelName[] = [
  'video',
  'creator',
  'audience',
  'age',
  'gender',
  'interests',
  'objective',
  'account',
  'platform',
  'market',
]

function sharedLevels(a: UnitAttributes, b: UnitAttributes): LevelName[] {
  return levels.filter(level => levelValue(a, level) !== '' && levelValue(a, level) === levelValue(b, level))
}

function ownOrders(reader: Reader, unit: UnitAttributes): Nearest[] {
  const same = (column: SQL | typeof video.id | typeof creator.handle, value: string) =>
    sql`(${column} = ${value})`
  const score = sql`${same(video.id, unit.videoId)} + ${same(creator.handle, unit.creatorId)}
    + (${promoteOrder.goal} = ${unit.objective}) + (${promoteOrder.market} = ${unit.market})
    + (${promoteOrder.audience} ->> '$.kind' = ${unit.audienceKind})`
  return reader.read
    .select({
      id: promoteOrder.id,
      title: video.title,
      market: promoteOrder.market,
      currency: promoteOrder.currency,
      objective: promoteOrder.goal,
      audience: promoteOrder.audience,
      creatorId: creator.handle,
      videoId: video.id,
      startsAt: promoteOrder.startsAt,
      days: orderFigures.days,
      spentMinor: orderFigures.spentMinor,
      linkClicks: orderFigures.linkClicks,
      conversions: orderFigures.conversions,
    })
    .from(promoteOrder)
    .innerJoin(orderFigures, and(eq(orderFigures.orderId, promoteOrder.id), gt(orderFigures.days, 0)))
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .innerJoin(ownCreator, eq(ownCreator.id, video.creatorId))
    .innerJoin(creator, eq(creator.id, sql`coalesce(${ownCreator.mergedInto}, ${ownCreator.id})`))
    .orderBy(desc(score), desc(promoteOrder.startsAt), promoteOrder.id)
    .limit(mostShown)
    .all()
    .map(({ id, title, audience, startsAt, days: _days, spentMinor, linkClicks, conversions, ...row }) => ({
      orderId: id,
      historyId: null,
      unitId: id,
      title,
      start: startsAt.slice(0, 10),
      end: null,
      spend: spentMinor === null ? null : spentMinor / 10 ** currencies[row.currency].decimals,
      currency: row.currency,
      linkClicks,
      conversions,
      shared: sharedLevels({ ...row, ...ownPlatform, ...audienceWords(audience) }, unit),
    }))
}

function importedUnits(reader: Reader, unit: UnitAttributes): Nearest[] {
  const p = historyPeriod
  const pairs = [
    [p.videoId, unit.videoId],
    [p.creatorId, unit.creatorId],
    [p.audienceKind, unit.audienceKind],
    [p.ageBands, unit.ageBands],
    [p.genders, unit.genders],
    [p.interests, unit.interests],
    [p.objective, unit.objective],
    [p.accountId, unit.accountId],
    [p.platform, unit.platform],
    [p.market, unit.market],
  ] as const
  const score = sql.join(
    pairs.flatMap(([column, value]) => (value === '' ? [] : [sql`(${column} = ${value})`])),
    sql` + `,
  )
  const end = sql<number | null>`max(coalesce(${p.endDay}, ${p.startDay}))`
  return reader.read
    .select({
      historyId: p.importId,
      unitId: p.unitId,
      title: historyImport.name,
      start: sql<number | null>`min(${p.startDay})`,
      end,
      spend: sql<number | null>`sum(${p.spend})`,
      linkClicks: sql<number | null>`sum(${p.linkClicks})`,
      conversions: sql<number | null>`sum(${p.conversions})`,
      currency: p.currency,
      accountId: p.accountId,
      market: p.market,
      platform: p.platform,
      objective: p.objective,
      creatorId: p.creatorId,
      videoId: p.videoId,
      audienceKind: p.audienceKind,
      ageBands: p.ageBands,
      genders: p.genders,
      interests: p.interests,
    })
    .from(p)
    .innerJoin(historyImport, eq(historyImport.id, p.importId))
    .where(and(isNotNull(historyImport.importedAt), isNull(historyImport.archivedAt)))
    .groupBy(p.importId, p.unitId)
    .orderBy(desc(sql`max(${score})`), desc(end), p.unitId)
    .limit(mostShown)
    .all()
    .map(({ historyId, unitId, title, start, end, spend, linkClicks, conversions, ...row }) => ({
      orderId: null,
      historyId,
      unitId,
      title,
      start: start === null ? null : isoDay(start),
      end: end === null ? null : isoDay(end),
      spend,
      currency: row.currency,
      linkClicks,
      conversions,
      shared: sharedLevels(row, unit),
    }))
}
