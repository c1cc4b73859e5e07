import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

import { transferKinds, type TransferLine } from '../../core/ledger/transfer.ts'
import { checks } from './checks.ts'
import { columns, currencyCodes } from './columns.ts'
import { promoteOrder } from './promoteOrder.ts'

/**
 * The double-entry ledger, one transfer a row in the order of posting (L1 to L6). Triggers refuse what is not balanced, and
 * any change; each transfer moves the materialised balances.
 */
export const ledgerTransfer = sqliteTable(
  'ledger_transfer',
  {
    sequence: integer().primaryKey(),
    id: text().notNull(),
    commandId: text().notNull(),
    orderId: text().notNull(),
    currency: columns.currency(),
    kind: text({ enum: transferKinds }).notNull(),
    at: integer().notNull(),
    who: text().notNull(),
    why: text().notNull(),
    evidence: text(),
    endsId: text(),
    correctsId: text(),
    day: text(),
    lines: text({ mode: 'json' }).$type<TransferLine[]>().notNull(),
  },
  table => [
    unique('ledger_transfer_id').on(table.id),
    unique('ledger_transfer_command_id').on(table.commandId),
    index('ledger_transfer_order_id').on(table.orderId, table.sequence),
    foreignKey({
      name: 'ledger_transfer_order',
      columns: [table.orderId, table.currency],
      foreignColumns: [promoteOrder.id, promoteOrder.currency],
    }),
    check('ledger_transfer_currency', checks.oneOf(table.currency, currencyCodes)),
    check('ledger_transfer_kind', checks.oneOf(table.kind, transferKinds)),
    check('ledger_transfer_who', sql`length(trim(${table.who})) > 0`),
    check('ledger_transfer_why', sql`length(trim(${table.why})) > 0`),
    check('ledger_transfer_day', checks.date(table.day)),
    check('ledger_transfer_lines', checks.json(table.lines)),
  ],
)
