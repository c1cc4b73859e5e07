import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ColumnMapping } from '../../core/exchange/exchangeRow.ts'
import { checks } from './checks.ts'

/** Columns as a person matched them, by the headers of the file: the next file of its kind needs no matching (U11). */
export const importMapping = sqliteTable(
  'import_mapping',
  {
    /** SHA-256 of the headers. */
    signature: text().primaryKey(),
    mapping: text({ mode: 'json' }).$type<ColumnMapping>().notNull(),
    savedAt: integer().notNull(),
    who: text().notNull(),
  },
  table => [check('import_mapping_mapping', checks.json(table.mapping))],
)
