import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'

/**
 * Every command that changed the workspace, as canonical text (core/audit/logEntry.ts) with its leaf hash. The other columns
 * are read out of the text by the database itself. Rows are only ever added, one after the other.
 */
export const logEntry = sqliteTable(
  'log_entry',
  {
    seq: integer().primaryKey(),
    text: text().notNull(),
    leaf: blob({ mode: 'buffer' }).notNull(),
    at: integer()
      .generatedAlwaysAs(sql`json_extract("text", '$.at')`, { mode: 'stored' })
      .notNull(),
    who: text()
      .generatedAlwaysAs(sql`json_extract("text", '$.who')`, { mode: 'stored' })
      .notNull(),
    what: text()
      .generatedAlwaysAs(sql`json_extract("text", '$.what')`, { mode: 'stored' })
      .notNull(),
    subjectKind: text()
      .generatedAlwaysAs(sql`json_extract("text", '$.subject.kind')`, { mode: 'stored' })
      .notNull(),
    subjectId: text()
      .generatedAlwaysAs(sql`json_extract("text", '$.subject.id')`, { mode: 'stored' })
      .notNull(),
  },
  table => [
    index('log_entry_subject').on(table.subjectKind, table.subjectId, table.seq),
    check('log_entry_text', checks.json(table.text)),
    check('log_entry_seq', sql`json_extract(${table.text}, '$.seq') = ${table.seq}`),
    check('log_entry_leaf', sql`length(${table.leaf}) = 32`),
  ],
)
