import type { Result } from '../../core/contract/failure.ts'
import type { DeliveryDay, OrderDraft } from '../../core/contract/orders.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { instantIn } from '../../core/market/marketClock.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { orderOfDraft } from '../../core/order/orderOfDraft.ts'
import type { OrderState } from '../../core/order/orderState.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import type { DemoOrder } from './demoOrders.ts'
import type { DemoRecords } from './demoRecords.ts'
import { forecastOf } from './forecastOf.ts'
import { simulatedDays } from './simulatedDays.ts'
import type { SimulationPool } from './simulationPool.ts'

/** Enough for a frozen forecast of a demo; an order of the user's has more. */
const replicates = 200
/** What happens is never the forecast's own draw. */
const deliverySeed = 5_000
const dayMs = 86_400_000

/** An order of the demo from its draft to where it stands at `now`. */
export type DemoStory = DemoOrder & {
  /** Epoch milliseconds. */
  readonly startsAtMs: number
  readonly promote: PromoteOrder
  readonly forecast: ForecastResult
  readonly deliveries: DeliveryDay[]
}

type Telling = {
  readonly records: DemoRecords
  readonly pool: SimulationPool
  readonly signal: AbortSignal
  /** Epoch milliseconds. */
  readonly now: number
  /** Place of the order among the others; its seed. */
  readonly index: number
}

/** Forecasts the order and lets it deliver as far as it has come. */
export async function demoStory(order: DemoOrder, telling: Telling): Promise<Result<DemoStory>> {
  const { now, index, pool, signal } = telling
  const promote = promoteOrder(order.draft, order.video, telling.records)
  const profile = marketProfiles[promote.market]
  const input: ForecastInput = { order: promote, profile, seed: index + 1, replicates }
  const forecast = await forecastOf(pool, input, { signal })
  if (!forecast.ok) return forecast
  const startsAtMs = instantIn(promote.market, order.draft.startsAt)
  const wholeDays = Math.floor((now - startsAtMs) / dayMs)
  const days = Math.min(wholeDays, daysDelivered[order.end] ?? 0)
  const deliveries = simulatedDays(promote, profile, input.seed + deliverySeed).slice(0, Math.max(0, days))
  return { ok: true, value: { ...order, startsAtMs, promote, forecast: forecast.value, deliveries } }
}

function promoteOrder(draft: OrderDraft, title: string, records: DemoRecords): PromoteOrder {
  const found = records.videos.find(each => each.fields.title === title)
  if (found === undefined) throw new Error(`the demo has no video ${title}`)
  const parsed = orderOfDraft(draft, { creator: found.creator, video: found.fields, product: found.product })
  if (parsed.ok) return parsed.order
  const problems = parsed.problems.map(({ path, received }) => `${path} ${received}`)
  throw new Error(`the demo's order for ${title} is wrong: ${problems.join(', ')}`)
}

/** How many days an order that stands here has delivered at most; the others have delivered nothing. */
const daysDelivered: Partial<Readonly<Record<OrderState, number>>> = {
  completed: Infinity,
  active: Infinity,
  paused: 2,
  cancelled: 2,
}
