import { sql } from 'drizzle-orm'
import { blob, check, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { checks } from './checks.ts'
import { columns } from './columns.ts'
import { promoteOrder } from './promoteOrder.ts'

/** What the columns are read out of. */
export type ForecastHead = Pick<
  ForecastResult,
  'modelVersion' | 'profileVersion' | 'seed' | 'replicates' | 'digest' | 'probability'
> & { readonly totals: Pick<ForecastResult['totals'], 'linkClicks'> }

/**
 * The forecast an order was paid on (domain C5), with the order file it was made from, so that anyone can run it again.
 * The other columns are read out of the result by the database itself and cannot disagree with it.
 */
export const frozenForecast = sqliteTable(
  'frozen_forecast',
  {
    orderId: text()
      .primaryKey()
      .references(() => promoteOrder.id),
    result: text({ mode: 'json' }).$type<ForecastHead>().notNull(),
    orderFile: text().notNull(),
    modelVersion: text()
      .generatedAlwaysAs(sql`json_extract(result, '$.modelVersion')`, { mode: 'stored' })
      .notNull(),
    profileVersion: text()
      .generatedAlwaysAs(sql`json_extract(result, '$.profileVersion')`, { mode: 'stored' })
      .notNull(),
    seed: integer()
      .generatedAlwaysAs(sql`json_extract(result, '$.seed')`, { mode: 'stored' })
      .notNull(),
    replicates: integer()
      .generatedAlwaysAs(sql`json_extract(result, '$.replicates')`, { mode: 'stored' })
      .notNull(),
    digest: text()
      .generatedAlwaysAs(sql`json_extract(result, '$.digest')`, { mode: 'stored' })
      .notNull(),
    linkClicks: text({ mode: 'json' })
      .$type<ForecastResult['totals']['linkClicks']>()
      .generatedAlwaysAs(sql`json_extract(result, '$.totals.linkClicks')`, { mode: 'stored' })
      .notNull(),
    targetReached: real()
      .generatedAlwaysAs(sql`json_extract(result, '$.probability.targetReached')`, { mode: 'stored' })
      .notNull(),
    createdAt: columns.createdAt(),
    /** What `result` leaves out, deflated; null where it leaves nothing out. */
    packed: blob({ mode: 'buffer' }),
  },
  table => [
    check('frozen_forecast_result', checks.json(table.result)),
    check('frozen_forecast_order_file', checks.json(table.orderFile)),
    check('frozen_forecast_digest', sql`${table.digest} like 'sha256:%'`),
    check('frozen_forecast_target_reached', checks.share(table.targetReached)),
  ],
)
