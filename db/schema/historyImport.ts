import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { HistoryReport } from '../../core/history/historyReport.ts'
import { checks } from './checks.ts'
import { columns } from './columns.ts'

/**
 * A file of delivery history. Its rows come in many transactions, so that nothing waits for them: until `imported_at` is
 * set the import is not there, and what is left of one that was stopped goes at the next start.
 */
export const historyImport = sqliteTable(
  'history_import',
  {
    id: columns.id(),
    name: text().notNull(),
    startedAt: integer().notNull(),
    importedAt: integer(),
    who: text().notNull(),
    archivedAt: columns.archivedAt(),
    /** Null until it is imported. */
    report: text({ mode: 'json' }).$type<HistoryReport>(),
  },
  table => [
    check('history_import_name', sql`length(trim(${table.name})) > 0`),
    check('history_import_report', checks.json(table.report)),
    check('history_import_whole', sql`(${table.importedAt} is null) = (${table.report} is null)`),
    check('history_import_archived', sql`${table.archivedAt} is null or ${table.importedAt} is not null`),
  ],
)
