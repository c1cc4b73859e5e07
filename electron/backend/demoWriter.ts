import { createHash } from 'node:crypto'

import type { Result } from '../../core/contract/failure.ts'
import { instantIn } from '../../core/market/marketClock.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { taxOn } from '../../core/money/money.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'
import type { OrderState } from '../../core/order/orderState.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import type { Reader, Writer } from '../../db/connection.ts'
import { saveCreator } from '../../db/creators.ts'
import { recordDeliveries } from '../../db/deliveries.ts'
import { payOrder } from '../../db/payOrder.ts'
import { listProducts, saveProduct } from '../../db/products.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { markDemo, readWorkspaceMeta } from '../../db/workspaceMeta.ts'
import type { DemoRecords } from './demoRecords.ts'
import type { DemoStory } from './demoStory.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** Creators and products were there before the first order. */
const beforeAllMs = 200 * dayMs

type Demo = {
  readonly records: DemoRecords
  readonly stories: readonly DemoStory[]
  /** Epoch milliseconds. */
  readonly now: number
}

/** A writer whose clock is set by hand, never beyond now. */
type Past = { readonly writer: Writer; readonly at: (timeMs: number) => void }
type Anchored = { readonly videoId: string; readonly productId: string }

/** Whether the workspace holds anything that a person wrote down. */
export function holdsRecords(reader: Reader): boolean {
  const { counts } = readWorkspaceMeta(reader)
  return counts.creators + counts.videos + counts.orders + listProducts(reader).length > 0
}

/** Writes the demo in one transaction, each event at the time it tells of. Throws when a record is refused. */
export function writeDemo(writer: Writer, { records, stories, now }: Demo): void {
  let clock = now
  const past: Past = {
    writer: { ...writer, now: () => clock, makeId: idMaker(), who: 'demo' },
    at: timeMs => {
      clock = Math.min(timeMs, now)
    },
  }
  writer.transaction(() => {
    past.at(now - beforeAllMs)
    const anchored = writeRecords(past, records)
    for (const [index, story] of stories.entries())
      tell(past, story, { ...found(anchored, story.video), number: index + 1 })
    markDemo(past.writer)
  })
}

function writeRecords({ writer, at }: Past, records: DemoRecords): ReadonlyMap<string, Anchored> {
  const creators = new Map(
    records.creators.map(fields => [fields, sure(saveCreator(writer, { id: null, fields })).id]),
  )
  const products = new Map(
    records.products.map(fields => [fields, sure(saveProduct(writer, { id: null, fields })).id]),
  )
  return new Map(
    records.videos.map(({ fields, creator, product }) => {
      const productId = found(products, product)
      const ids = { creatorId: found(creators, creator), productIds: [productId] }
      at(fields.postedOn === null ? Infinity : instantIn(creator.market, `${fields.postedOn}T12:00`))
      const saved = sure(saveVideo(writer, { id: null, fields: { ...fields, ...ids } }))
      return [fields.title, { videoId: saved.id, productId }]
    }),
  )
}

function tell({ writer, at }: Past, story: DemoStory, place: Anchored & { readonly number: number }): void {
  const { draft, startsAtMs, madeAtMs, end } = story
  const { number, ...anchored } = place
  at(madeAtMs)
  const { id: orderId, updatedAt } = sure(saveDraft(writer, { id: null, draft: { ...draft, ...anchored } }))
  const move = (to: OrderState, what: string) => sure(recordTransition(writer, { orderId, to, what }))
  if (end === 'draft') return
  at(madeAtMs + 10 * minuteMs)
  if (end === 'awaiting_payment' || end === 'payment_failed') {
    move('awaiting_payment', 'Confirmed and sent to payment')
    if (end === 'payment_failed') move('payment_failed', reasonOf(story))
    return
  }
  pay(writer, story, { orderId, updatedAt, number })
  if (end === 'in_review') return
  at(madeAtMs + 2 * hourMs)
  if (end === 'rejected') {
    move('rejected', reasonOf(story))
    return
  }
  move('scheduled', 'Approved')
  if (end === 'scheduled') return
  at(startsAtMs)
  move('active', 'Delivery began')
  at(startsAtMs + story.deliveries.length * dayMs + hourMs)
  if (story.deliveries.length > 0) sure(recordDeliveries(writer, { orderId, days: story.deliveries }))
  if (end !== 'active') move(end, end === 'completed' ? 'Delivery ended' : reasonOf(story))
}

/** What the app sells 100 coins for (T1), in rupiah of the day. */
const rupiahPerCoin = 160

/** Indonesian accounts pay with coins, noted apart from the money. */
function coinsOf({ market, budget }: PromoteOrder, taxRate: number) {
  if (market === 'GB') return { coins: null, coinRate: null }
  const gross = budget.minor + taxOn(budget, taxRate).minor
  return { coins: Math.ceil(gross / rupiahPerCoin), coinRate: rupiahPerCoin }
}

function pay(
  writer: Writer,
  { promote, forecast }: DemoStory,
  order: { readonly orderId: string; readonly updatedAt: number; readonly number: number },
): void {
  const { value: taxRate } = marketProfiles[promote.market].entries.taxRate
  sure(
    payOrder(writer, {
      orderId: order.orderId,
      orderUpdatedAt: order.updatedAt,
      commandId: `demo-${order.number}`,
      method: promote.market === 'GB' ? 'card' : 'coins',
      reference: `DEMO-${String(order.number).padStart(4, '0')}`,
      netMinor: promote.budget.minor,
      taxRate,
      taxMinor: taxOn(promote.budget, taxRate).minor,
      ...coinsOf(promote, taxRate),
      taxTaken: promote.market === 'GB' ? 'top_up' : 'consumption',
      couponMinor: 0,
      withheldMinor: 0,
      vatNumber: null,
      forecast,
      orderFile: writeOrderFile(promote),
      profile: marketProfiles[promote.market],
    }),
  )
}

/** Ids in the usual form, the same in every demo. */
function idMaker(): () => string {
  let made = 0
  return () => {
    const hex = createHash('sha256').update(`foreclick demo ${++made}`).digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo cannot be written: ${result.failure.message}`)
  return result.value
}

function found<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the demo lacks ${JSON.stringify(key)}`)
  return value
}

function reasonOf({ end, reason }: DemoStory): string {
  if (reason === undefined) throw new Error(`the demo gives no reason for ${end}`)
  return reason
}
