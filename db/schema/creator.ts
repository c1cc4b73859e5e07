import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

import { accountTypes } from '../../core/order/promoteOrder.ts'
import { checks } from './checks.ts'
import { columns, marketCodes } from './columns.ts'

export const creator = sqliteTable(
  'creator',
  {
    id: columns.id(),
    market: columns.market(),
    handle: text().notNull(),
    /** A handle names one account, however it is typed. */
    handleKey: text()
      .generatedAlwaysAs(sql`lower(ltrim(handle, '@'))`, { mode: 'stored' })
      .notNull()
      .unique('creator_handle'),
    displayName: text().notNull(),
    accountType: text({ enum: accountTypes }).notNull(),
    birthDate: text().notNull(),
    anchorAccess: integer({ mode: 'boolean' }).notNull(),
    termsAccepted: columns.fact(),
    political: columns.fact(),
    barred: columns.fact(),
    createdAt: columns.createdAt(),
    updatedAt: columns.updatedAt(),
    archivedAt: columns.archivedAt(),
    /** The creator that this one turned out to be; its videos count as that one's. */
    mergedInto: text().references((): AnySQLiteColumn => creator.id),
  },
  table => [
    // The target of the video's foreign key, which carries the market along.
    unique('creator_id_market').on(table.id, table.market),
    check('creator_market', checks.oneOf(table.market, marketCodes)),
    check('creator_account_type', checks.oneOf(table.accountType, accountTypes)),
    check('creator_birth_date', checks.date(table.birthDate)),
    check('creator_anchor_access', checks.boolean(table.anchorAccess)),
    check('creator_facts', checks.facts(table.termsAccepted, table.political, table.barred)),
  ],
)
