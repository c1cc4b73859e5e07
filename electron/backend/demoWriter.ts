import type { Result } from '../../core/contract/failure.ts'
import type { DeliveryDay, OrderDraft } from '../../core/contract/orders.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { taxOn } from '../../core/money/money.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'
import type { OrderState } from '../../core/order/orderState.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import type { Writer } from '../../db/connection.ts'
import { saveCreator } from '../../db/creators.ts'
import { recordDeliveries } from '../../db/deliveries.ts'
import { payOrder } from '../../db/payOrder.ts'
import { saveProduct } from '../../db/products.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { markDemo } from '../../db/workspaceMeta.ts'
import type { DemoRecords } from './demo.ts'
import type { DemoOrder } from './demoOrders.ts'

/** An order's whole story, made before anything is written. Its draft names the video by title. */
export type DemoHistory = Omit<DemoOrder, 'draft' | 'startsInDays' | 'startHour'> & {
  readonly draft: OrderDraft
  /** Epoch milliseconds. */
  readonly startsAt: number
  readonly now: number
  readonly promote: PromoteOrder
  readonly forecast: ForecastResult
  readonly deliveries: DeliveryDay[]
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Writes the demo in one transaction, each event at the time it tells of. */
export function writeDemo(writer: Writer, demo: DemoRecords): void {
  let clock = writer.now() - 200 * dayMs
  const past: Writer = { ...writer, now: () => clock, who: 'demo' }
  const ids = new Map<string, string>()
  const idOf = (name: string) => ids.get(name) ?? fail(name)
  writer.transaction(() => {
    for (const fields of demo.creators)
      ids.set(fields.handle, sure(saveCreator(past, { id: null, fields })).id)
    for (const fields of demo.products)
      ids.set(`product ${fields.name}`, sure(saveProduct(past, { id: null, fields })).id)
    for (const { creatorId, productIds, ...fields } of demo.videos) {
      const anchored = {
        creatorId: idOf(creatorId),
        productIds: productIds.map(name => idOf(`product ${name}`)),
      }
      const saved = sure(saveVideo(past, { id: null, fields: { ...fields, ...anchored } }))
      ids.set(fields.title, saved.id)
      ids.set(`leads ${fields.title}`, saved.productIds[0] ?? '')
    }
    for (const [index, history] of demo.histories.entries()) {
      const at = (time: number) => {
        clock = Math.min(time, history.now)
      }
      tell(past, history, {
        at,
        videoId: idOf(history.video),
        productId: idOf(`leads ${history.video}`),
        index,
      })
    }
    markDemo(past)
  })
}

type Place = {
  readonly at: (time: number) => void
  readonly videoId: string
  readonly productId: string
  readonly index: number
}

function tell(writer: Writer, history: DemoHistory, place: Place): void {
  const { draft, startsAt, end, now } = history
  const made = Math.min(startsAt - dayMs, now - 5 * hourMs - place.index * minuteMs)
  place.at(made)
  const { id: orderId, updatedAt } = sure(
    saveDraft(writer, { id: null, draft: { ...draft, videoId: place.videoId, productId: place.productId } }),
  )
  if (end === 'draft') return
  place.at(made + 10 * minuteMs)
  const move = (to: OrderState, what: string) => sure(recordTransition(writer, { orderId, to, what }))
  if (end === 'awaiting_payment') {
    move('awaiting_payment', 'Confirmed and sent to payment')
    return
  }
  pay(writer, history, { orderId, updatedAt, index: place.index })
  place.at(made + 2 * hourMs)
  if (end === 'in_review') return
  if (end === 'rejected') {
    move('rejected', history.reason ?? 'Rejected')
    return
  }
  move('scheduled', 'Approved')
  if (end === 'scheduled') return
  place.at(startsAt)
  move('active', 'Delivery began')
  place.at(startsAt + (end === 'completed' ? draft.durationDays : 2) * dayMs)
  if (end !== 'active') move(end, history.reason ?? 'Delivery ended')
  if (history.deliveries.length > 0) sure(recordDeliveries(writer, { orderId, days: history.deliveries }))
}

function pay(
  writer: Writer,
  history: DemoHistory,
  order: { readonly orderId: string; readonly updatedAt: number; readonly index: number },
): void {
  const { promote, forecast } = history
  const { value: taxRate } = marketProfiles[promote.market].entries.taxRate
  sure(
    payOrder(writer, {
      orderId: order.orderId,
      orderUpdatedAt: order.updatedAt,
      commandId: `demo-${order.index}`,
      method: promote.market === 'GB' ? 'card' : 'coins',
      reference: `DEMO-${String(order.index + 1).padStart(4, '0')}`,
      netMinor: promote.budget.minor,
      taxRate,
      taxMinor: taxOn(promote.budget, taxRate).minor,
      forecast,
      orderFile: writeOrderFile(promote),
    }),
  )
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo cannot be written: ${result.failure.message}`)
  return result.value
}

function fail(name: string): never {
  throw new Error(`the demo has no record ${name}`)
}
