import { everyOrder } from '../../core/contract/orderList.ts'
import type { OrderDraft, OrderRow } from '../../core/contract/orders.ts'
import { mostUnderWay, type OrderUnderWay, type Overview } from '../../core/contract/overview.ts'
import { blockingRule } from '../../core/eligibility/blockingRule.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import { todayIn } from '../../core/market/marketClock.ts'
import { byUrgency, concernOf, daysBegun } from '../../core/order/concern.ts'
import { standingOf } from '../../core/order/standing.ts'
import { listDeliveries } from '../../db/deliveries.ts'
import { findDailyClicks } from '../../db/frozenForecast.ts'
import { monthMoney } from '../../db/monthMoney.ts'
import { createDatedRecords, factsAt, type OrderFacts } from '../../db/orderFacts.ts'
import type { OrderIndex } from '../../db/orderIndex.ts'
import { findDrafts } from '../../db/orders.ts'
import { readFrontier } from '../../db/readFrontier.ts'
import { type Context, done } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { orderOfFacts } from './readOrder.ts'

const running = { ...everyOrder, group: 'running', sort: { key: 'runs', isDescending: false } } as const

/** What a person who opens the console wants to know first. It holds until the log grows or a day ends. */
export function overviewHandlers(context: Context, index: OrderIndex): Pick<Handlers, 'getOverview'> {
  const { reader } = context.db
  const clicksOf = createDailyClicks(context)
  let last: { readonly key: string; readonly overview: Overview } | undefined

  function look(now: number): Overview {
    const dates = { GB: todayIn('GB', now), ID: todayIn('ID', now) }
    const key = [readFrontier(reader).size, dates.GB, dates.ID].join(' ')
    if (last?.key === key) return last.overview
    const { rows, total } = index.list({ view: running, from: 0, count: mostUnderWay })
    const drafts = findDrafts(
      reader,
      rows.map(({ id }) => id),
    )
    const records = createDatedRecords(reader)
    const underWay = rows.flatMap(row => {
      const draft = drafts.get(row.id)
      const dated = draft && records(draft)
      if (draft === undefined || dated === undefined) return []
      const deliveries = listDeliveries(reader, row.id)
      const daily = clicksOf(row.id)
      return [orderUnderWay({ row, draft, deliveries, daily, facts: factsAt(dated, now), now })]
    })
    const money = (['GB', 'ID'] as const).flatMap(market => monthMoney(reader, market, dates[market]) ?? [])
    // London is behind Jakarta.
    const overview = { underWay: underWay.toSorted(byUrgency), total, month: dates.GB.slice(0, 7), money }
    last = { key, overview }
    return overview
  }
  return { getOverview: () => done(reader.snapshot(() => look(context.now()))) }
}

type DailyClicks = NonNullable<ReturnType<typeof findDailyClicks>>

/** Frozen forecasts never change: what was unpacked of one is kept. */
function createDailyClicks({ db: { reader } }: Context): (orderId: string) => DailyClicks {
  let kept = new Map<string, DailyClicks>()
  return orderId => {
    const days = kept.get(orderId) ?? findDailyClicks(reader, orderId) ?? []
    if (kept.size >= 2 * mostUnderWay) kept = new Map()
    kept.set(orderId, days)
    return days
  }
}

type Looked = {
  readonly row: OrderRow
  readonly draft: OrderDraft
  readonly deliveries: ReturnType<typeof listDeliveries>
  readonly daily: DailyClicks
  readonly facts: OrderFacts
  readonly now: number
}

function orderUnderWay({ row, draft, deliveries, daily, facts, now }: Looked): OrderUnderWay {
  const today = todayIn(row.market, now)
  const forbidden = forbiddenBy({ ...draft, productId: row.productId }, facts, today)
  const standing = standingOf(
    daily,
    deliveries.filter(({ date }) => date < today),
  )
  const { state, startsAt, durationDays, budgetMinor } = row
  return {
    row,
    daysBegun: daysBegun(row, today),
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
function forbiddenBy(draft: OrderDraft, facts: OrderFacts, today: string): string | null {
  const read = orderOfFacts(draft, facts)
  if (!read.ok) return read.failure.problems?.[0]?.expected ?? read.failure.message
  const { order, openShare } = read.value
  return blockingRule(checkEligibility(order, today, { openShare }))?.reason ?? null
}
