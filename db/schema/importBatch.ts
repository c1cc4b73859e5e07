import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ImportSummary } from '../../core/exchange/importSummary.ts'
import { checks } from './checks.ts'
import { columns } from './columns.ts'
import { historyImport } from './historyImport.ts'

/**
 * A file that was imported, written in the one transaction that imports it. It never changes but for its undo, which is
 * of the whole batch (U10).
 */
export const importBatch = sqliteTable(
  'import_batch',
  {
    id: columns.id(),
    name: text().notNull(),
    /** SHA-256 of the file, to know it when it comes again. */
    digest: text().notNull(),
    format: text().notNull(),
    importedAt: integer().notNull(),
    who: text().notNull(),
    summary: text({ mode: 'json' }).$type<ImportSummary>().notNull(),
    /** Rows that belong to no order are delivery history of this import. */
    historyId: text().references(() => historyImport.id),
    undoneAt: integer(),
    undoneBy: text(),
  },
  table => [
    index('import_batch_digest').on(table.digest),
    check('import_batch_name', sql`length(trim(${table.name})) > 0`),
    check('import_batch_digest', sql`length(${table.digest}) = 64`),
    check('import_batch_summary', checks.json(table.summary)),
    check('import_batch_undone', sql`(${table.undoneAt} is null) = (${table.undoneBy} is null)`),
  ],
)
