import { Temporal } from 'temporal-polyfill'

import type { Result } from '../../core/contract/failure.ts'
import type { DeliveryDay, OrderDraft } from '../../core/contract/orders.ts'
import type { CreatorFields, ProductFields, VideoFields } from '../../core/contract/records.ts'
import { assembleForecast } from '../../core/forecast/assembleForecast.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { ForecastInput } from '../../core/forecast/forecastShards.ts'
import { simulateShard } from '../../core/forecast/simulateShard.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { currencies } from '../../core/money/money.ts'
import { orderOfDraft } from '../../core/order/orderOfDraft.ts'
import type { OrderState } from '../../core/order/orderState.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { dayIndex } from '../../core/simulation/deliveryRow.ts'
import { readWorkspaceMeta } from '../../db/workspaceMeta.ts'
import { type Context, done, failed } from './context.ts'
import { demoCreators, demoProducts, type DemoVideo, demoVideos } from './demoContent.ts'
import { type DemoOrder, demoOrders } from './demoOrders.ts'
import { type DemoHistory, writeDemo } from './demoWriter.ts'
import type { RunTools } from './runs.ts'

const seed = 2026
/** Enough for a frozen forecast of a demo; an order of the user's has more. */
const replicates = 300
const msPerDay = 86_400_000

/**
 * Fills an empty workspace with the demo: records, orders in many states, frozen forecasts and deliveries drawn from the
 * model itself. Nothing is written before all of it is made, and then in one transaction.
 */
export async function fillDemo(context: Context, tools: RunTools): Promise<Result<null>> {
  const { counts } = readWorkspaceMeta(context.db.reader)
  if (counts.creators + counts.videos + counts.orders > 0) {
    return failed('conflict', 'The demo needs an empty workspace; this one holds records already.')
  }
  const today = Temporal.Instant.fromEpochMilliseconds(context.now()).toZonedDateTimeISO('UTC').toPlainDate()
  const creators = demoCreators(today.subtract({ years: 17, months: 2 }).toString())
  const orders = demoOrders(seed)
  const histories: DemoHistory[] = []
  for (const [index, order] of orders.entries()) {
    tools.progress(index / orders.length, order.video)
    const history = await historyOf(context, tools, { order, creators, today, index })
    if (!history.ok) return history
    histories.push(history.value)
  }
  if (tools.signal.aborted) return failed('cancelled', 'cancelled')
  writeDemo(context.db.writer, {
    creators,
    products: demoProducts,
    videos: demoVideos.map(video => videoFields(video, today)),
    histories,
  })
  for (const what of ['workspace', 'creators', 'products', 'videos', 'orders'] as const)
    context.push({ kind: 'changed', what })
  return done(null)
}

type Telling = {
  readonly order: DemoOrder
  readonly creators: readonly CreatorFields[]
  readonly today: Temporal.PlainDate
  readonly index: number
}

async function historyOf(context: Context, tools: RunTools, telling: Telling): Promise<Result<DemoHistory>> {
  const { order, today, index } = telling
  const profile = marketProfiles[order.market]
  const draft = draftOf(order, today)
  const startsAt = Temporal.PlainDateTime.from(draft.startsAt).toZonedDateTime(profile.zone).epochMilliseconds
  const promote = promoteOrder(telling, draft)
  const input: ForecastInput = { order: promote, profile, seed: index + 1, replicates }
  const shards = await context.pool.rows(input, { signal: tools.signal })
  if (!shards.ok) return shards
  const forecast = assembleForecast(input, shards.value)
  const now = context.now()
  return done({
    ...order,
    draft,
    startsAt,
    promote,
    forecast,
    now,
    deliveries: deliveriesOf(order, input, forecast, now - startsAt),
  })
}

function draftOf(order: DemoOrder, today: Temporal.PlainDate): OrderDraft {
  const date = today.add({ days: order.startsInDays })
  return {
    videoId: order.video,
    productId: '',
    goal: 'more_product_link_clicks',
    payer: 'creator',
    priceRule: 'second',
    hours: null,
    ...order.draft,
    startsAt: `${date.toString()}T${String(order.startHour).padStart(2, '0')}:00`,
  }
}

function promoteOrder({ order, creators, today }: Telling, draft: OrderDraft): PromoteOrder {
  const video = demoVideos.find(each => each.title === order.video)
  const creator = creators.find(each => each.handle === video?.creator)
  const product = demoProducts.find(each => each.name === video?.product)
  if (video === undefined || creator === undefined || product === undefined)
    throw new Error(`demo order of ${order.video} lacks a record`)
  const parsed = orderOfDraft(draft, { creator, video: videoFields(video, today), product })
  if (!parsed.ok)
    throw new Error(
      `demo order of ${order.video}: ${parsed.problems.map(each => `${each.path} ${each.received}`).join(', ')}`,
    )
  return parsed.order
}

/** `creatorId` and `productIds` hold names here; the writer puts ids in their place. */
function videoFields(video: DemoVideo, today: Temporal.PlainDate): VideoFields {
  const { creator, product, postedDaysAgo, ...fields } = video
  return {
    ...fields,
    creatorId: creator,
    productIds: [product],
    anchorName: product,
    postedOn: postedDaysAgo === null ? null : today.subtract({ days: postedDaysAgo }).toString(),
  }
}

/** How many days an order that ended this way delivered at most; the rest delivered nothing. */
const daysDelivered: Partial<Readonly<Record<OrderState, number>>> = {
  completed: Infinity,
  active: Infinity,
  paused: 2,
  cancelled: 2,
}

/** One delivery of the same model under another seed, as far as it has come. */
function deliveriesOf(
  order: DemoOrder,
  input: ForecastInput,
  forecast: ForecastResult,
  runningMs: number,
): DeliveryDay[] {
  const { values } = simulateShard({ ...input, seed: input.seed + 5_000 }, 0, 1)
  const { currency, minor: priceMinor } = input.order.product.price
  const scale = 10 ** currencies[currency].decimals
  const lastDay = daysDelivered[order.end] ?? 0
  let spentBefore = 0
  return forecast.days.flatMap((day, index) => {
    if (index >= lastDay || (index + 1) * msPerDay > runningMs) return []
    const at = (column: Parameters<typeof dayIndex>[1]) => values[dayIndex(index, column)] ?? 0
    // Rounding the running sum down keeps the days' sum within the budget.
    const spent = spentBefore + at('spend') * scale
    const spendMinor = Math.floor(spent) - Math.floor(spentBefore)
    spentBefore = spent
    const conversions = forecast.totals.conversions === null ? null : at('conversions')
    return [
      {
        date: day.date,
        impressions: at('impressions'),
        reach: null,
        linkClicks: at('linkClicks'),
        pageViews: null,
        conversions,
        spendMinor,
        revenueMinor: conversions === null ? null : conversions * priceMinor,
        source: 'simulated',
      } satisfies DeliveryDay,
    ]
  })
}

export type DemoRecords = {
  readonly creators: readonly CreatorFields[]
  readonly products: readonly ProductFields[]
  readonly videos: readonly VideoFields[]
  readonly histories: readonly DemoHistory[]
}
