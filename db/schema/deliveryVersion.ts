import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'
import { deliverySources } from './deliveryDay.ts'

/** Every version of every delivered day, written by the triggers of delivery_day: a restatement never hides the report before it (A19). */
export const deliveryVersion = sqliteTable(
  'delivery_version',
  {
    orderId: text().notNull(),
    date: text().notNull(),
    version: integer().notNull(),
    source: text({ enum: deliverySources }).notNull(),
    impressions: integer().notNull(),
    reach: integer(),
    linkClicks: integer().notNull(),
    pageViews: integer(),
    conversions: integer(),
    spendMinor: integer().notNull(),
    revenueMinor: integer(),
    recordedAt: integer().notNull(),
  },
  table => [
    primaryKey({ name: 'delivery_version_key', columns: [table.orderId, table.date, table.version] }),
    check('delivery_version_source', checks.oneOf(table.source, deliverySources)),
    check('delivery_version_version', checks.count(table.version)),
  ],
)
