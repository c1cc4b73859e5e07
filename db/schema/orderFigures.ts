import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Spread } from '../../core/forecast/spread.ts'
import { promoteOrder } from './promoteOrder.ts'

/**
 * What a table of orders shows of deliveries and forecast, one row for each order that has either. Triggers keep it: sums over a
 * hundred thousand orders are too slow to be made when they are asked for.
 */
export const orderFigures = sqliteTable('order_figures', {
  orderId: text()
    .primaryKey()
    .references(() => promoteOrder.id),
  /** Sums over the delivered days; null where no day knows. */
  days: integer().notNull().default(0),
  impressions: integer(),
  linkClicks: integer(),
  conversions: integer(),
  spentMinor: integer(),
  revenueMinor: integer(),
  /** Of the frozen forecast. */
  forecastLinkClicks: text({ mode: 'json' }).$type<Spread>(),
  /** Its 80% interval. */
  forecastLow: real(),
  forecastHigh: real(),
  targetReached: real(),
})
