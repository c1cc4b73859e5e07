import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { LearntMark, MarketProfile } from '../../core/market/marketProfile.ts'
import { checks } from './checks.ts'

/** What a profile that was conditioned on history for one order has beside the profile that it names. */
export type LearntPart = {
  readonly learnt: LearntMark
  readonly entries: Partial<MarketProfile['entries']>
}

/**
 * The profiles that frozen forecasts rest on, once each: a forecast can be run again whatever the program ships later
 * (FO9). Of profiles from before this table only the entries are known, as a list; of one that was learnt for an order only
 * what differs from the one before it.
 */
export const marketProfile = sqliteTable(
  'market_profile',
  {
    version: text().primaryKey(),
    profile: text({ mode: 'json' })
      .$type<MarketProfile | LearntPart | ForecastResult['assumptions']>()
      .notNull(),
  },
  table => [check('market_profile_profile', checks.json(table.profile))],
)
