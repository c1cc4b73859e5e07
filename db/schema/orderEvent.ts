import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { orderStates } from '../../core/order/orderState.ts'
import { checks } from './checks.ts'
import { promoteOrder } from './promoteOrder.ts'

/** The story of an order, a row for each change of state. Rows are only ever added. */
export const orderEvent = sqliteTable(
  'order_event',
  {
    sequence: integer().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => promoteOrder.id),
    at: integer().notNull(),
    fromState: text({ enum: orderStates }),
    toState: text({ enum: orderStates }).notNull(),
    what: text().notNull(),
    who: text().notNull(),
  },
  table => [
    index('order_event_order_id').on(table.orderId, table.sequence),
    check('order_event_from_state', checks.oneOf(table.fromState, orderStates)),
    check('order_event_to_state', checks.oneOf(table.toState, orderStates)),
    check('order_event_what', sql`length(trim(${table.what})) > 0`),
    check('order_event_who', sql`length(trim(${table.who})) > 0`),
  ],
)
