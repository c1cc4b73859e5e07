import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'
import { columns, currencyCodes } from './columns.ts'
import { promoteOrder } from './promoteOrder.ts'

export const deliverySources = ['typed', 'imported', 'simulated'] as const

/** What an order really delivered on one day. NULL is not known, which is not zero. */
export const deliveryDay = sqliteTable(
  'delivery_day',
  {
    orderId: text().notNull(),
    date: text().notNull(),
    source: text({ enum: deliverySources }).notNull(),
    currency: columns.currency(),
    impressions: integer().notNull(),
    reach: integer(),
    linkClicks: integer().notNull(),
    pageViews: integer(),
    conversions: integer(),
    spendMinor: integer().notNull(),
    revenueMinor: integer(),
    updatedAt: columns.updatedAt(),
  },
  table => [
    primaryKey({ name: 'delivery_day_key', columns: [table.orderId, table.date] }),
    foreignKey({
      name: 'delivery_day_order',
      columns: [table.orderId, table.currency],
      foreignColumns: [promoteOrder.id, promoteOrder.currency],
    }),
    check('delivery_day_date', checks.date(table.date)),
    check('delivery_day_source', checks.oneOf(table.source, deliverySources)),
    check('delivery_day_currency', checks.oneOf(table.currency, currencyCodes)),
    check('delivery_day_impressions', checks.count(table.impressions)),
    check('delivery_day_reach', checks.count(table.reach)),
    check('delivery_day_link_clicks', checks.count(table.linkClicks)),
    check('delivery_day_page_views', checks.count(table.pageViews)),
    check('delivery_day_conversions', checks.count(table.conversions)),
    check('delivery_day_spend_minor', checks.minorOrNothing(table.spendMinor)),
    check('delivery_day_revenue_minor', checks.minor(table.revenueMinor)),
  ],
)
