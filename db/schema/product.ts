import {
  type AnySQLiteColumn,
  check,
  integer,
  real,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'

import { categories, productSources, restrictions } from '../../core/order/promoteOrder.ts'
import { checks } from './checks.ts'
import { columns, marketCodes } from './columns.ts'

export const product = sqliteTable(
  'product',
  {
    id: columns.id(),
    market: columns.market(),
    currency: columns.currency(),
    source: text({ enum: productSources }).notNull(),
    name: text().notNull(),
    url: text().notNull(),
    priceMinor: integer().notNull(),
    commissionRate: real(),
    conversionRate: real(),
    unitCostMinor: integer(),
    restriction: text({ enum: restrictions }),
    sellerApproved: columns.fact(),
    lessHealthy: columns.fact(),
    ageRestricted: columns.fact(),
    alcohol: columns.fact(),
    createdAt: columns.createdAt(),
    updatedAt: columns.updatedAt(),
    category: text({ enum: categories }),
    archivedAt: columns.archivedAt(),
    /** The product that this one turned out to be. */
    mergedInto: text().references((): AnySQLiteColumn => product.id),
  },
  table => [
    unique('product_id_market').on(table.id, table.market),
    check('product_market', checks.oneOf(table.market, marketCodes)),
    check('product_currency', checks.marketCurrency(table.market, table.currency)),
    check('product_source', checks.oneOf(table.source, productSources)),
    check('product_price_minor', checks.minorPositive(table.priceMinor)),
    check('product_commission_rate', checks.share(table.commissionRate)),
    check('product_conversion_rate', checks.share(table.conversionRate)),
    check('product_unit_cost_minor', checks.minorOrNothing(table.unitCostMinor)),
    check('product_restriction', checks.oneOf(table.restriction, restrictions)),
    check(
      'product_facts',
      checks.facts(table.sellerApproved, table.lessHealthy, table.ageRestricted, table.alcohol),
    ),
  ],
)
