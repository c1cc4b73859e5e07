import { everyOrder } from '../../core/contract/orderList.ts'
import { mostUnderWay, type Overview, type OrderUnderWay } from '../../core/contract/overview.ts'
import { blockingRule } from '../../core/eligibility/blockingRule.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import { dayOf } from '../../core/history/calendarDay.ts'
import { todayIn } from '../../core/market/marketClock.ts'
import { concernOf, concerns } from '../../core/order/concern.ts'
import { standingOf } from '../../core/order/standing.ts'
import { findDailyClicks } from '../../db/frozenForecast.ts'
import { monthMoney } from '../../db/monthMoney.ts'
import type { OrderIndex } from '../../db/orderIndex.ts'
import { findOrderWithoutForecast } from '../../db/orders.ts'
import { type Context, done } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { readOrder } from './readOrder.ts'

const running = {
  ...everyOrder,
  group: 'running',
  sort: { key: 'runs', isDescending: true },
} as const

/** What a person who opens the console wants to know first. */
export function overviewHandlers(context: Context, index: OrderIndex): Pick<Handlers, 'getOverview'> {
  const { reader } = context.db
  return {
    getOverview: () =>
      done(
        reader.snapshot((): Overview => {
          const { rows, total } = index.list({ view: running, from: 0, count: mostUnderWay })
          const now = context.now()
          const dates = { GB: todayIn('GB', now), ID: todayIn('ID', now) }
          const months = (['GB', 'ID'] as const).map(market => monthMoney(reader, market, dates[market]))
          return {
            underWay: rows.flatMap(({ id }) => underWay(context, id) ?? []).toSorted(byUrgency),
            total,
            // London is behind Jakarta.
            month: dates.GB.slice(0, 7),
            money: months.flatMap(money => money ?? []),
          }
        }),
      ),
  }
}

function underWay({ db: { reader }, now }: Context, id: string): OrderUnderWay | undefined {
  const order = findOrderWithoutForecast(reader, id)
  if (order === undefined) return undefined
  const { row, draft, deliveries } = order
  const today = todayIn(row.market, now())
  const forbidden = forbiddenBy(reader, draft, now())
  const standing = standingOf(
    findDailyClicks(reader, id) ?? [],
    deliveries.filter(({ date }) => date < today),
  )
  const { state, startsAt, durationDays, budgetMinor } = row
  const begun = (dayOf(today) ?? 0) - (dayOf(startsAt.slice(0, 10)) ?? 0) + 1
  return {
    row,
    daysBegun: Math.min(durationDays, Math.max(0, begun)),
    lastReported: deliveries.at(-1)?.date ?? null,
    standing: standing ?? null,
    concern: concernOf(
      {
        state,
        startsAt,
        durationDays,
        budgetMinor,
        standing,
        days: deliveries,
        pacing: draft.pacing,
        isAllowed: forbidden === null,
      },
      today,
    ),
    forbidden,
  }
}

/** Why the order would not be allowed by the facts of today: a withdrawn anchor, a video that went private. */
function forbiddenBy(
  reader: Context['db']['reader'],
  draft: Parameters<typeof readOrder>[1],
  now: number,
): string | null {
  const read = readOrder(reader, draft, now)
  if (!read.ok) return read.failure.problems?.[0]?.expected ?? read.failure.message
  const { order, openShare } = read.value
  const verdict = checkEligibility(order, todayIn(order.market, now), { openShare })
  return blockingRule(verdict)?.reason ?? null
}

function byUrgency(a: OrderUnderWay, b: OrderUnderWay): number {
  const rank = ({ concern }: OrderUnderWay) =>
    concern === null ? concerns.length : concerns.indexOf(concern)
  return rank(a) - rank(b) || (a.row.startsAt < b.row.startsAt ? -1 : 1)
}
