import { desc, eq, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import type { Accuracy } from '../core/contract/accuracy.ts'
import type { Reader } from './connection.ts'
import { creator } from './schema/creator.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
import { orderFigures } from './schema/orderFigures.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

export type FinishedForecast = Accuracy['points'][number]

const mostShown = 2000
const ownCreator = alias(creator, 'own_creator')

/** Frozen forecasts of completed orders beside what was delivered, the newest first. */
export function finishedForecasts(reader: Reader): FinishedForecast[] {
  const days = reader.read
    .select({
      orderId: deliveryDay.orderId,
      last: max(deliveryDay.date).as('last_date'),
      isSimulated: sql<number>`max(${deliveryDay.source} = 'simulated')`.as('is_simulated'),
    })
    .from(deliveryDay)
    .groupBy(deliveryDay.orderId)
    .as('delivered')
  return reader.read
    .select({
      orderId: promoteOrder.id,
      title: video.title,
      creator: creator.handle,
      market: promoteOrder.market,
      audience: promoteOrder.audience,
      completedOn: days.last,
      isSimulated: days.isSimulated,
      actual: orderFigures.linkClicks,
      forecast: frozenForecast.linkClicks,
    })
    .from(promoteOrder)
    .innerJoin(frozenForecast, eq(frozenForecast.orderId, promoteOrder.id))
    .innerJoin(orderFigures, eq(orderFigures.orderId, promoteOrder.id))
    .innerJoin(days, eq(days.orderId, promoteOrder.id))
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .innerJoin(ownCreator, eq(ownCreator.id, video.creatorId))
    .innerJoin(creator, eq(creator.id, sql`coalesce(${ownCreator.mergedInto}, ${ownCreator.id})`))
    .where(eq(promoteOrder.state, 'completed'))
    .orderBy(desc(days.last), promoteOrder.id)
    .limit(mostShown)
    .all()
    .flatMap(({ audience, forecast, actual, completedOn, isSimulated, ...row }) => {
      const { mean, p025, p10, p25, p50, p75, p90, p975 } = forecast
      // Link clicks are forecast of every order; an order without a day that knows them has no actual ones.
      if (mean === null || p025 === null || p10 === null || p25 === null || p50 === null) return []
      if (p75 === null || p90 === null || p975 === null || actual === null || completedOn === null) return []
      const numbers = { actual, mean, p025, p10, p25, p50, p75, p90, p975 }
      return [
        { ...row, audienceKind: audience.kind, completedOn, isSimulated: isSimulated === 1, ...numbers },
      ]
    })
}
