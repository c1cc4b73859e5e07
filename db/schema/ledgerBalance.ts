import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { accounts } from '../../core/ledger/account.ts'
import { checks } from './checks.ts'
import { columns, currencyCodes } from './columns.ts'

/** Balances by order and account, moved by the trigger of each transfer; the ledger's own sums must equal them (L9). */
export const ledgerBalance = sqliteTable(
  'ledger_balance',
  {
    orderId: text().notNull(),
    account: text({ enum: accounts }).notNull(),
    currency: columns.currency(),
    minor: integer().notNull(),
  },
  table => [
    primaryKey({ name: 'ledger_balance_key', columns: [table.orderId, table.account] }),
    check('ledger_balance_account', checks.oneOf(table.account, accounts)),
    check('ledger_balance_currency', checks.oneOf(table.currency, currencyCodes)),
    check('ledger_balance_minor', checks.minor(table.minor)),
  ],
)
