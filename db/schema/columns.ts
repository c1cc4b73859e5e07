import { integer, text } from 'drizzle-orm/sqlite-core'

import type { Currency } from '../../core/money/money.ts'

export const currencyCodes = ['GBP', 'IDR'] as const satisfies readonly Currency[]
export const marketCodes = ['GB', 'ID'] as const

/** Columns that several tables share. Instants are epoch milliseconds. */
export const columns = {
  id: () => text().primaryKey(),
  market: () => text({ enum: marketCodes }).notNull(),
  currency: () => text({ enum: currencyCodes }).notNull(),
  /** True, false, or not known. */
  fact: () => integer({ mode: 'boolean' }),
  createdAt: () => integer().notNull(),
  updatedAt: () => integer().notNull(),
  /** When the record was put away; lists leave it out. */
  archivedAt: () => integer(),
}
