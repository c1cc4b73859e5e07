import { sql } from 'drizzle-orm'
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'
import { historyImport } from './historyImport.ts'

/** A row of an imported delivery history, as the file has it; NULL is not known, which is not zero. Market and currency may be any. */
export const historyPeriod = sqliteTable(
  'history_period',
  {
    id: integer().primaryKey(),
    importId: text()
      .notNull()
      .references(() => historyImport.id),
    unitId: text().notNull(),
    accountId: text().notNull(),
    /** Days since 1970-01-01, both included. */
    startDay: integer(),
    endDay: integer(),
    market: text().notNull(),
    currency: text().notNull(),
    platform: text().notNull(),
    objective: text().notNull(),
    creatorId: text().notNull(),
    videoId: text().notNull(),
    audienceKind: text().notNull(),
    ageBands: text().notNull(),
    genders: text().notNull(),
    interests: text().notNull(),
    /** Major units. */
    spend: real(),
    impressions: integer(),
    reach: integer(),
    linkClicks: integer(),
    conversions: integer(),
  },
  table => [
    index('history_period_import_id').on(table.importId),
    check('history_period_days', sql`${table.startDay} <= ${table.endDay}`),
    check('history_period_spend', sql`${table.spend} >= 0`),
    check('history_period_impressions', checks.count(table.impressions)),
    check('history_period_reach', checks.count(table.reach)),
    check('history_period_link_clicks', checks.count(table.linkClicks)),
    check('history_period_conversions', checks.count(table.conversions)),
  ],
)
