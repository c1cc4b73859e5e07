import { eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { OrderDraft, OrderRow } from '../core/contract/orders.ts'
import { isLocalDateTime } from '../core/order/calendar.ts'
import { say } from '../core/words/say.ts'
import { backToDraft, takeBack } from './backToDraft.ts'
import type { Writer } from './connection.ts'
import { logSaved } from './logSaved.ts'
import { findOrderRow } from './orders.ts'
import { type Refusal, badInput, notFound, refusal } from './refusal.ts'
import { orderEvent } from './schema/orderEvent.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { touchOrder } from './touchOrder.ts'
import { transact } from './transact.ts'
import { type StoredVideo, findVideo } from './videos.ts'

/**
 * Creates an order as a draft, or changes the one with `id`, which becomes a draft again if it awaited payment. A paid
 * order is never edited (`refused`, S3). A draft may still break limits and rules, but its video and product exist, and
 * the product is anchored in the video.
 */
export function saveDraft(
  writer: Writer,
  { id, draft }: { readonly id: string | null; readonly draft: OrderDraft },
): Result<OrderRow> {
  return transact(writer, () => {
    const refused = refuseFields(draft)
    if (refused) return refused
    const video = findVideo(writer, draft.videoId)
    if (!video) return notFound(say('video'), draft.videoId)
    const product = video.products.find(each => each.id === draft.productId)
    if (!product)
      return badInput(
        'productId',
        say('a product anchored in "{{title}}"', { title: video.title }),
        say('the product {{id}}', { id: draft.productId }),
      )
    const { currency } = product
    const key = id ?? writer.makeId()
    if (id === null) insertDraft(writer, key, { draft, video, currency })
    else {
      const notChanged = changeDraft(writer, id, { draft, video, currency })
      if (notChanged) return notChanged
    }
    const row = findOrderRow(writer, key)
    if (!row) throw new Error(`Order ${key} is gone right after it was saved`)
    logSaved(writer, { kind: 'order', id: key }, draft)
    return { ok: true, value: row }
  })
}

type Values = {
  readonly draft: OrderDraft
  readonly video: StoredVideo
  readonly currency: OrderRow['currency']
}

function refuseFields(draft: OrderDraft): Refusal | undefined {
  if (!isLocalDateTime(draft.startsAt))
    return badInput('startsAt', say('a local date and time that exists, YYYY-MM-DDTHH:mm'), draft.startsAt)
  if (draft.durationDays < 0)
    return badInput('durationDays', say('a number of days, not negative'), String(draft.durationDays))
  return undefined
}

function insertDraft(writer: Writer, id: string, { draft, video, currency }: Values): void {
  const at = writer.now()
  writer.write
    .insert(promoteOrder)
    .values({ ...draft, id, market: video.market, currency, state: 'draft', createdAt: at, updatedAt: at })
    .run()
  writer.write
    .insert(orderEvent)
    .values({ orderId: id, at, fromState: null, toState: 'draft', what: say('Created'), who: writer.who })
    .run()
}

function changeDraft(writer: Writer, id: string, { draft, video, currency }: Values): Refusal | undefined {
  const old = writer.read.select().from(promoteOrder).where(eq(promoteOrder.id, id)).get()
  if (!old) return notFound(say('promote order'), id)
  if (!backToDraft[old.state])
    return refusal(
      'refused',
      say('Expected an order that is not paid, got one in state {{state}}: a paid order is not edited.', {
        state: old.state,
      }),
    )
  takeBack(writer, old)
  writer.write
    .update(promoteOrder)
    .set({ ...draft, market: video.market, currency })
    .where(eq(promoteOrder.id, id))
    .run()
  touchOrder(writer, id)
  return undefined
}
