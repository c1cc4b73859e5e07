import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { deliveryVersion } from './deliveryVersion.ts'
import { importBatch } from './importBatch.ts'

/** A day of an order that an import made or restated: the versions of its report before and after (A19). */
export const importDay = sqliteTable(
  'import_day',
  {
    batchId: text()
      .notNull()
      .references(() => importBatch.id),
    orderId: text().notNull(),
    date: text().notNull(),
    /** Null where the day had no report before. */
    versionBefore: integer(),
    versionAfter: integer().notNull(),
  },
  table => [
    primaryKey({ name: 'import_day_key', columns: [table.batchId, table.orderId, table.date] }),
    foreignKey({
      name: 'import_day_after',
      columns: [table.orderId, table.date, table.versionAfter],
      foreignColumns: [deliveryVersion.orderId, deliveryVersion.date, deliveryVersion.version],
    }),
    index('import_day_order').on(table.orderId, table.date, table.versionAfter),
  ],
)
