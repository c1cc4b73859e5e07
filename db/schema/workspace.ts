import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'
import { columns } from './columns.ts'

/** The one row about the workspace itself. */
export const workspace = sqliteTable(
  'workspace',
  {
    row: integer().primaryKey(),
    id: text().notNull(),
    /** Filled by the demo; every screen says so. */
    demo: integer({ mode: 'boolean' }).notNull(),
    createdAt: columns.createdAt(),
  },
  table => [
    check('workspace_one_row', sql`${table.row} = 1`),
    check('workspace_demo', checks.boolean(table.demo)),
  ],
)
