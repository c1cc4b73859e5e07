import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'
import { columns } from './columns.ts'

/** One row for each setting that was ever changed; the rest have their defaults. */
export const setting = sqliteTable(
  'setting',
  {
    key: text().primaryKey(),
    value: text({ mode: 'json' }).$type<unknown>().notNull(),
    updatedAt: columns.updatedAt(),
  },
  table => [check('setting_value', checks.json(table.value))],
)
