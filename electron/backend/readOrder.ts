import type { Problem, Result } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import { orderOfDraft } from '../../core/order/orderOfDraft.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import type { Reader } from '../../db/connection.ts'
import { findOrderFacts } from '../../db/orderFacts.ts'
import { notFound } from '../../db/refusal.ts'

type ReadOrder = { readonly order: PromoteOrder; readonly warnings: readonly string[] }

/** Looks up the records of a draft and makes the order that the model sees, or says all that is wrong with it. */
export function readOrder(reader: Reader, draft: OrderDraft): Result<ReadOrder> {
  const facts = findOrderFacts(reader, draft)
  if (facts === undefined) return notFound('video', draft.videoId)
  const { video, creator, product } = facts
  if (product === undefined)
    return wrong([
      { path: 'productId', expected: `a product anchored in "${video.title}"`, received: draft.productId },
    ])
  const fields = { ...video, productIds: [product.id] }
  const parsed = orderOfDraft(draft, { creator, video: fields, product })
  return parsed.ok ? { ok: true, value: parsed } : wrong(parsed.problems)
}

function wrong(problems: readonly Problem[]): Result<never> {
  return { ok: false, failure: { code: 'bad_input', message: 'the order is not complete', problems } }
}
