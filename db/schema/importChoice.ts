import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { importTargets } from '../../core/exchange/importUnit.ts'
import { checks } from './checks.ts'
import { promoteOrder } from './promoteOrder.ts'

/** What was once said about an ad, a campaign or a video of a file: which order it is of, or where else its rows go. */
export const importChoice = sqliteTable(
  'import_choice',
  {
    key: text().primaryKey(),
    target: text({ enum: importTargets }).notNull(),
    orderId: text().references(() => promoteOrder.id),
    decidedAt: integer().notNull(),
    who: text().notNull(),
  },
  table => [
    check('import_choice_target', checks.oneOf(table.target, importTargets)),
    check('import_choice_order', sql`(${table.target} = 'order') = (${table.orderId} is not null)`),
  ],
)
