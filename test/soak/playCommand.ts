import { desc, eq, sql } from 'drizzle-orm'

import type { Result } from '../../core/contract/failure.ts'
import type { OrderRow } from '../../core/contract/orders.ts'
import { nextStates, type OrderState } from '../../core/order/orderState.ts'
import type { Writer } from '../../db/connection.ts'
import { saveCreator } from '../../db/creators.ts'
import { recordDeliveries } from '../../db/deliveries.ts'
import { findOrder, findOrderRow } from '../../db/orders.ts'
import { payOrder } from '../../db/payOrder.ts'
import { saveProduct } from '../../db/products.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { answerRefund, askRefund } from '../../db/refunds.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { creator } from '../../db/schema/creator.ts'
import { product } from '../../db/schema/product.ts'
import { promoteOrder } from '../../db/schema/promoteOrder.ts'
import { video } from '../../db/schema/video.ts'
import { videoProduct } from '../../db/schema/videoProduct.ts'
import { saveSettings } from '../../db/settings.ts'
import { creatorFields, orderDraft, payCommand, productFields, videoFields } from '../db/fixtures/samples.ts'
import type { Chance } from './chance.ts'

/** How far back in a table the commands reach. */
const reach = 8
const epoch = Date.UTC(2026, 10, 23)

/** A writer whose clock and ids depend on nothing but the part of the run: what it does can be done again, byte for byte. */
export function repeatable(writer: Writer, part: number): Writer {
  let tick = 0
  return {
    ...writer,
    now: () => epoch + part * 1_000_000 + tick++,
    makeId: () => `${part}-${tick++}`,
  }
}

/**
 * Runs one command of any kind, as the draws and the workspace decide, and says which and how it ended. The workspace
 * holds an order. Some commands are refused, as people's are: those change nothing.
 */
export function playCommand(writer: Writer, chance: Chance): string {
  const play = chance.pick([
    saveSomeCreator,
    saveSomeProduct,
    saveSomeVideo,
    saveSomeDraft,
    saveSomeDraft,
    saveSomeSettings,
    ...Array.from({ length: 12 }, () => moveSomeOrder),
  ])
  const [name, result] = play(writer, chance)
  return `${name} ${result.ok ? 'ok' : result.failure.code}`
}

type Played = readonly [name: string, result: Result<unknown>]

function saveSomeCreator(writer: Writer, chance: Chance): Played {
  const handle = `@c${writer.makeId().replace('-', '.')}`
  const id = chance.upTo(2) === 0 ? null : recent(writer, creator, chance)
  return ['saveCreator', saveCreator(writer, { id, fields: { ...creatorFields, handle } })]
}

function saveSomeProduct(writer: Writer, chance: Chance): Played {
  const id = chance.upTo(2) === 0 ? null : recent(writer, product, chance)
  const fields = { ...productFields, priceMinor: 1 + chance.upTo(5000) }
  return ['saveProduct', saveProduct(writer, { id, fields })]
}

function saveSomeVideo(writer: Writer, chance: Chance): Played {
  const productIds = [recent(writer, product, chance), recent(writer, product, chance)]
  const fields = videoFields(recent(writer, creator, chance), productIds)
  // A new one keeps its products, which the orders of it are about.
  return ['saveVideo', saveVideo(writer, { id: null, fields })]
}

function saveSomeDraft(writer: Writer, chance: Chance): Played {
  const id = chance.upTo(3) > 0 ? null : recent(writer, promoteOrder, chance)
  const videoId = recent(writer, video, chance)
  const anchored = writer.read
    .select({ id: videoProduct.productId })
    .from(videoProduct)
    .where(eq(videoProduct.videoId, videoId))
    .get()
  const draft = orderDraft(videoId, anchored?.id ?? 'none')
  const budgetMinor = 1000 * (1 + chance.upTo(20))
  return ['saveDraft', saveDraft(writer, { id, draft: { ...draft, budgetMinor } })]
}

function saveSomeSettings(writer: Writer, chance: Chance): Played {
  const theme = chance.pick(['system', 'light', 'dark'])
  saveSettings(writer, {
    language: 'en',
    theme,
    density: 'compact',
    backupEvery: 'hour',
    updates: 'off',
    updateFeed: '',
  })
  return ['saveSettings', { ok: true, value: undefined }]
}

function moveSomeOrder(writer: Writer, chance: Chance): Played {
  const order = findOrderRow(writer, recent(writer, promoteOrder, chance))
  if (!order) throw new Error('An order is gone that was just there')
  return ways[order.state](writer, order, chance)
}

type Way = (writer: Writer, order: OrderRow, chance: Chance) => Played

/** Commands that people send in each state, and some that are refused. */
const ways: Readonly<Record<OrderState, Way>> = {
  draft: mostly(pay, step),
  awaiting_payment: mostly(pay, step),
  payment_failed: mostly(pay, step),
  in_review: step,
  scheduled: step,
  active: mostly(deliver, step),
  paused: step,
  rejected: mostly(ask, deliver),
  completed: mostly(ask, deliver),
  cancelled: mostly(ask, deliver),
  refund_requested: answer,
  refunded: deliver,
}

function mostly(usual: Way, other: Way): Way {
  return (writer, order, chance) => (chance.upTo(4) === 0 ? other : usual)(writer, order, chance)
}

function step(writer: Writer, { id: orderId, state }: OrderRow, chance: Chance): Played {
  const [first = state, ...others] = nextStates[state]
  const to = chance.pick([first, ...others])
  return ['recordTransition', recordTransition(writer, { orderId, to, what: `Now ${to}` })]
}

function pay(writer: Writer, order: OrderRow): Played {
  return ['payOrder', payOrder(writer, payCommand(order, `pay ${order.id}`))]
}

function deliver(writer: Writer, { id: orderId }: OrderRow, chance: Chance): Played {
  const days = Array.from({ length: 1 + chance.upTo(3) }, () => ({
    date: `2026-12-0${1 + chance.upTo(7)}`,
    impressions: chance.upTo(2000),
    reach: null,
    linkClicks: chance.upTo(40),
    pageViews: null,
    conversions: null,
    spendMinor: chance.upTo(900),
    revenueMinor: null,
    source: 'typed' as const,
  }))
  return ['recordDeliveries', recordDeliveries(writer, { orderId, days })]
}

function ask(writer: Writer, order: OrderRow, chance: Chance): Played {
  const netMinor = chance.upTo(order.budgetMinor)
  const command = { orderId: order.id, commandId: writer.makeId(), what: 'Unspent budget' }
  return ['askRefund', askRefund(writer, { ...command, netMinor, taxMinor: 0 })]
}

function answer(writer: Writer, { id: orderId }: OrderRow, chance: Chance): Played {
  const command = { orderId, commandId: writer.makeId(), what: 'An answer came' }
  const events = findOrder(writer, orderId)?.events.length ?? 0
  const completed = {
    ...command,
    outcome: 'completed',
    netMinor: 1 + chance.upTo(900),
    taxMinor: 0,
    into: 'cash',
    evidence: `Statement ${events}`,
  } as const
  return [
    'answerRefund',
    answerRefund(writer, chance.upTo(3) === 0 ? { ...command, outcome: 'refused' } : completed),
  ]
}

/** One of the last rows of a table. */
function recent(
  writer: Writer,
  table: typeof creator | typeof product | typeof video | typeof promoteOrder,
  chance: Chance,
): string {
  const ids = writer.read
    .select({ id: table.id })
    .from(table)
    .orderBy(desc(sql`rowid`))
    .limit(reach)
    .all()
  const [first, ...others] = ids
  if (!first) throw new Error('Expected a workspace with an order, got an empty one')
  return chance.pick([first, ...others]).id
}
