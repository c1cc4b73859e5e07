import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

import { paymentMethods, taxMoments } from '../../core/contract/orders.ts'
import { checks } from './checks.ts'
import { columns, currencyCodes } from './columns.ts'
import { frozenForecast } from './frozenForecast.ts'
import { promoteOrder } from './promoteOrder.ts'

/** What was paid for an order, up front and once (domain Q4, T12). Rows are never changed (L3). */
export const payment = sqliteTable(
  'payment',
  {
    id: columns.id(),
    orderId: text()
      .notNull()
      .references(() => frozenForecast.orderId),
    /** Made by the page before it asks: the same command twice pays once (L2). */
    commandId: text().notNull(),
    method: text({ enum: paymentMethods }).notNull(),
    reference: text().notNull(),
    currency: columns.currency(),
    netMinor: integer().notNull(),
    taxRate: real().notNull(),
    taxMinor: integer().notNull(),
    grossMinor: integer().notNull(),
    paidAt: integer().notNull(),
    /** Off what is paid (T3); the gross amount is what it was without. */
    couponMinor: integer().notNull().default(0),
    /** Coins and their rate in minor units a coin, apart from the money (T1). */
    coins: integer(),
    coinRate: real(),
    /** When the tax was taken: with the top-up, or as the balance is used (T5). */
    taxTaken: text({ enum: taxMoments }),
    /** Kept back for the tax office, Article 23 (T7). */
    withheldMinor: integer().notNull().default(0),
    /** With a valid one no VAT is charged in GB (T6). */
    vatNumber: text(),
  },
  table => [
    unique('payment_order_id').on(table.orderId),
    unique('payment_command_id').on(table.commandId),
    foreignKey({
      name: 'payment_order',
      columns: [table.orderId, table.currency],
      foreignColumns: [promoteOrder.id, promoteOrder.currency],
    }),
    check('payment_method', checks.oneOf(table.method, paymentMethods)),
    check('payment_reference', sql`length(trim(${table.reference})) between 1 and 200`),
    check('payment_currency', checks.oneOf(table.currency, currencyCodes)),
    check('payment_net_minor', checks.minorPositive(table.netMinor)),
    check('payment_tax_rate', checks.share(table.taxRate)),
    check('payment_tax_minor', checks.minorOrNothing(table.taxMinor)),
    check('payment_gross_minor', sql`${table.grossMinor} = ${table.netMinor} + ${table.taxMinor}`),
  ],
)
