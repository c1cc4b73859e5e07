import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { OrderView } from '../../core/contract/orderList.ts'
import { checks } from './checks.ts'
import { columns } from './columns.ts'

/** A way to look at the orders that was given a name: filters, order and columns (U33). */
export const savedView = sqliteTable(
  'saved_view',
  {
    id: columns.id(),
    name: text().notNull().unique('saved_view_name'),
    view: text({ mode: 'json' }).$type<OrderView>().notNull(),
    createdAt: columns.createdAt(),
    updatedAt: columns.updatedAt(),
  },
  table => [check('saved_view_view', checks.json(table.view))],
)
