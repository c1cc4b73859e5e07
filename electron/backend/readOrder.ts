import type { Problem, Result } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import { orderOfDraft } from '../../core/order/orderOfDraft.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { say } from '../../core/words/say.ts'
import type { Reader } from '../../db/connection.ts'
import { findOrderFacts, type OrderFacts } from '../../db/orderFacts.ts'
import { notFound } from '../../db/refusal.ts'

export type ReadOrder = {
  readonly order: PromoteOrder
  readonly warnings: readonly string[]
  readonly openShare: number | undefined
  readonly creatorHandle: string
}

/** Looks up the records of a draft as they were at an instant (epoch milliseconds, A16) and makes the order that the model sees, or says all that is wrong with it. */
export function readOrder(reader: Reader, draft: OrderDraft, at: number): Result<ReadOrder> {
  const facts = findOrderFacts(reader, draft, at)
  return facts === undefined ? notFound(say('video'), draft.videoId) : orderOfFacts(draft, facts)
}

/** The same from records that were looked up. */
export function orderOfFacts(draft: OrderDraft, facts: OrderFacts): Result<ReadOrder> {
  const { video, creator, product } = facts
  if (product === undefined)
    return wrong([
      {
        path: 'productId',
        expected: say('a product anchored in "{{title}}"', { title: video.title }),
        received: draft.productId,
      },
    ])
  const fields = { ...video, productIds: [product.id] }
  const parsed = orderOfDraft(draft, { creator, video: fields, product })
  const openShare = facts.openShare ?? undefined
  return parsed.ok
    ? { ok: true, value: { ...parsed, openShare, creatorHandle: creator.handle } }
    : wrong(parsed.problems)
}

function wrong(problems: readonly Problem[]): Result<never> {
  return { ok: false, failure: { code: 'bad_input', message: say('the order is not complete'), problems } }
}
