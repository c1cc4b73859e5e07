import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

import type { OrderDraft } from '../../core/contract/orders.ts'
import { orderStates, unpaidStates } from '../../core/order/orderState.ts'
import { entrances, goals, pacings, payers, priceRules } from '../../core/order/promoteOrder.ts'
import { checks } from './checks.ts'
import { columns, marketCodes } from './columns.ts'
import { product } from './product.ts'
import { video } from './video.ts'

/**
 * A promote order. Triggers hold the rest: it is born a draft, every change of state follows its event, it cannot leave
 * the unpaid states without a payment and a frozen forecast, and once paid its fields are frozen (S3).
 */
export const promoteOrder = sqliteTable(
  'promote_order',
  {
    id: columns.id(),
    market: columns.market(),
    currency: columns.currency(),
    state: text({ enum: orderStates }).notNull(),
    videoId: text().notNull(),
    productId: text().notNull(),
    entrance: text({ enum: entrances }).notNull(),
    goal: text({ enum: goals }).notNull(),
    audience: text({ mode: 'json' }).$type<OrderDraft['audience']>().notNull(),
    budgetMinor: integer().notNull(),
    durationDays: integer().notNull(),
    /** Local date and time in the market's zone. */
    startsAt: text().notNull(),
    targetLinkClicks: integer().notNull(),
    payer: text({ enum: payers }).notNull(),
    pacing: text({ enum: pacings }).notNull(),
    priceRule: text({ enum: priceRules }).notNull(),
    hours: text({ mode: 'json' }).$type<NonNullable<OrderDraft['hours']>>(),
    notes: text().notNull(),
    createdAt: columns.createdAt(),
    updatedAt: columns.updatedAt(),
    /** What a coupon takes off what is paid (T3). */
    couponMinor: integer().notNull().default(0),
    archivedAt: columns.archivedAt(),
  },
  table => [
    foreignKey({
      name: 'promote_order_video',
      columns: [table.videoId, table.market],
      foreignColumns: [video.id, video.market],
    }),
    foreignKey({
      name: 'promote_order_product',
      columns: [table.productId, table.market],
      foreignColumns: [product.id, product.market],
    }),
    index('promote_order_video_id').on(table.videoId, table.market),
    index('promote_order_product_id').on(table.productId, table.market),
    // The target of the foreign keys of money, which carry the currency along.
    unique('promote_order_id_currency').on(table.id, table.currency),
    check('promote_order_market', checks.oneOf(table.market, marketCodes)),
    check('promote_order_currency', checks.marketCurrency(table.market, table.currency)),
    check('promote_order_state', checks.oneOf(table.state, orderStates)),
    check('promote_order_entrance', checks.oneOf(table.entrance, entrances)),
    check('promote_order_goal', checks.oneOf(table.goal, goals)),
    check('promote_order_audience', checks.json(table.audience)),
    check('promote_order_budget_minor', checks.minor(table.budgetMinor)),
    check('promote_order_duration_days', checks.count(table.durationDays)),
    // A draft may still be wrong; what is paid may not.
    check(
      'promote_order_paid_terms',
      sql`${checks.oneOf(table.state, unpaidStates)} or (${table.budgetMinor} > 0 and ${table.durationDays} > 0)`,
    ),
    check('promote_order_starts_at', checks.localDateTime(table.startsAt)),
    check('promote_order_target_link_clicks', checks.count(table.targetLinkClicks)),
    check('promote_order_payer', checks.oneOf(table.payer, payers)),
    check('promote_order_pacing', checks.oneOf(table.pacing, pacings)),
    check('promote_order_price_rule', checks.oneOf(table.priceRule, priceRules)),
    check('promote_order_hours', checks.json(table.hours)),
  ],
)
