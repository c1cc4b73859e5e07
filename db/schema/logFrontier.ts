import { sql } from 'drizzle-orm'
import { blob, check, integer, sqliteTable } from 'drizzle-orm/sqlite-core'

/** Where the Merkle tree of the log stands: its size and the roots of its perfect subtrees, one after the other. */
export const logFrontier = sqliteTable(
  'log_frontier',
  {
    id: integer().primaryKey(),
    size: integer().notNull(),
    peaks: blob({ mode: 'buffer' }).notNull(),
  },
  table => [
    check('log_frontier_one', sql`${table.id} = 1`),
    check('log_frontier_peaks', sql`length(${table.peaks}) % 32 = 0`),
  ],
)
