import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ProfileValue } from '../../core/market/marketProfile.ts'
import { checks } from './checks.ts'
import { columns, marketCodes } from './columns.ts'

export const grades = ['A', 'B', 'C', 'D', 'I'] as const

/** Changes of the assumptions of a market, one after the other; the last of an entry holds. Rows are only ever added. */
export const profileEdit = sqliteTable(
  'profile_edit',
  {
    seq: integer().primaryKey(),
    market: columns.market(),
    entry: text().notNull(),
    /** Null goes back to what the program ships. */
    value: text({ mode: 'json' }).$type<ProfileValue>(),
    /** What held before. */
    before: text({ mode: 'json' }).$type<ProfileValue>().notNull(),
    source: text().notNull(),
    date: text().notNull(),
    grade: text({ enum: grades }).notNull(),
    reason: text().notNull(),
    at: integer().notNull(),
    who: text().notNull(),
    /** Of the market's profile after the change. */
    version: text().notNull(),
  },
  table => [
    index('profile_edit_market_seq').on(table.market, table.seq),
    check('profile_edit_market', checks.oneOf(table.market, marketCodes)),
    check('profile_edit_value', checks.json(table.value)),
    check('profile_edit_before', checks.json(table.before)),
    check('profile_edit_grade', checks.oneOf(table.grade, grades)),
    check('profile_edit_reason', sql`length(trim(${table.reason})) > 0`),
  ],
)
