import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'
import { columns, currencyCodes } from './columns.ts'
import { promoteOrder } from './promoteOrder.ts'

/** What the platform billed for an order, as it was typed in; the last row of an order holds. Rows are only ever added. */
export const invoice = sqliteTable(
  'invoice',
  {
    seq: integer().primaryKey(),
    orderId: text().notNull(),
    currency: columns.currency(),
    number: text().notNull(),
    issuedOn: text().notNull(),
    netMinor: integer().notNull(),
    taxMinor: integer().notNull(),
    impressions: integer(),
    grossImpressions: integer(),
    at: integer().notNull(),
    who: text().notNull(),
  },
  table => [
    index('invoice_order_id').on(table.orderId, table.seq),
    foreignKey({
      name: 'invoice_order',
      columns: [table.orderId, table.currency],
      foreignColumns: [promoteOrder.id, promoteOrder.currency],
    }),
    check('invoice_currency', checks.oneOf(table.currency, currencyCodes)),
    check('invoice_number', sql`length(trim(${table.number})) between 1 and 100`),
    check('invoice_issued_on', checks.date(table.issuedOn)),
    check('invoice_net_minor', checks.minorOrNothing(table.netMinor)),
    check('invoice_tax_minor', checks.minorOrNothing(table.taxMinor)),
    check('invoice_impressions', checks.count(table.impressions)),
    check('invoice_gross_impressions', checks.count(table.grossImpressions)),
  ],
)
