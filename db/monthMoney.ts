import { and, eq, gte, lt, sql } from 'drizzle-orm'

import type { MonthMoney } from '../core/contract/overview.ts'
import { instantIn } from '../core/market/marketClock.ts'
import type { MarketCode } from '../core/market/marketProfile.ts'
import { marketProfiles } from '../core/market/profiles.ts'
import { shiftedBy } from '../core/order/calendar.ts'
import { longestOrderDays } from '../core/order/orderSchema.ts'
import type { Reader } from './connection.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { payment } from './schema/payment.ts'
import { promoteOrder } from './schema/promoteOrder.ts'

/** What was paid, and what deliveries cost, in the month of a market that a day (ISO) is in; undefined where it had neither. */
export function monthMoney(reader: Reader, market: MarketCode, today: string): MonthMoney | undefined {
  const first = `${today.slice(0, 7)}-01`
  const next = `${shiftedBy(`${first}T00:00`, 31).slice(0, 7)}-01`
  const currency = marketProfiles[market].currency
  const committed = reader.read
    .select({ minor: sql<number | null>`sum(${payment.netMinor})` })
    .from(payment)
    .where(
      and(
        eq(payment.currency, currency),
        gte(payment.paidAt, instantIn(market, `${first}T00:00`)),
        lt(payment.paidAt, instantIn(market, `${next}T00:00`)),
      ),
    )
    .get()
  const spent = reader.read
    .select({ minor: sql<number | null>`sum(${deliveryDay.spendMinor})` })
    .from(promoteOrder)
    .innerJoin(deliveryDay, eq(deliveryDay.orderId, promoteOrder.id))
    .where(
      and(
        eq(promoteOrder.market, market),
        // Reads the days of the orders that may have run, not all there are.
        gte(promoteOrder.startsAt, shiftedBy(`${first}T00:00`, -longestOrderDays - 1)),
        sql`unixepoch(${promoteOrder.startsAt}) + ${promoteOrder.durationDays} * 86400 >= unixepoch(${first})`,
        gte(deliveryDay.date, first),
        lt(deliveryDay.date, next),
      ),
    )
    .get()
  const money = { committedMinor: committed?.minor ?? 0, spentMinor: spent?.minor ?? 0 }
  return money.committedMinor + money.spentMinor === 0 ? undefined : { currency, ...money }
}
