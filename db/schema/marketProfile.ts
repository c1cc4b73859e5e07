import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { checks } from './checks.ts'

/**
 * The profiles that frozen forecasts rest on, once each: a forecast can be run again whatever the program ships later
 * (FO9). Of profiles from before this table only the entries are known, as a list.
 */
export const marketProfile = sqliteTable(
  'market_profile',
  {
    version: text().primaryKey(),
    profile: text({ mode: 'json' }).$type<MarketProfile | ForecastResult['assumptions']>().notNull(),
  },
  table => [check('market_profile_profile', checks.json(table.profile))],
)
