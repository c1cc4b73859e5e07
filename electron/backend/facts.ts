import type { Problem, Result } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import type { CreatorFields, Product } from '../../core/contract/records.ts'
import { checkCreator } from '../../core/eligibility/checkCreator.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import type { Verdict } from '../../core/eligibility/verdict.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { orderOfDraft } from '../../core/order/orderOfDraft.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { findCreator, type StoredCreator } from '../../db/creators.ts'
import { findVideo, type StoredVideo } from '../../db/videos.ts'
import { type Context, done, notFound, todayIn } from './context.ts'

/** Looks up the records of a draft and makes the order that the model sees. */
export function readOrder(context: Context, draft: OrderDraft): Result<PromoteOrder> {
  const { reader } = context.db
  const video = findVideo(reader, draft.videoId)
  if (video === undefined) return notFound('video', draft.videoId)
  const creator = findCreator(reader, video.creatorId)
  if (creator === undefined) return notFound('creator', video.creatorId)
  const product = video.products.find(each => each.id === draft.productId)
  if (product === undefined)
    return wrong([{ path: 'productId', expected: 'a product of this video', received: draft.productId }])
  const parsed = orderOfDraft(draft, { creator, video, product })
  return parsed.ok ? done(parsed.order) : wrong(parsed.problems)
}

function wrong(problems: readonly Problem[]): Result<never> {
  return { ok: false, failure: { code: 'bad_input', message: 'the order is not complete', problems } }
}

export function creatorVerdict(context: Context, creator: CreatorFields): Verdict {
  const { market, accountType, birthDate, anchorAccess } = creator
  const facts = {
    market,
    accountType,
    birthDate,
    anchorAccess,
    termsAccepted: creator.termsAccepted ?? undefined,
    political: creator.political ?? undefined,
    barred: creator.barred ?? undefined,
  }
  return checkCreator(facts, todayIn(context, market))
}

/** May the video be promoted today, by its leading product, with an order of the plainest kind? */
export function videoVerdict(context: Context, video: StoredVideo, creator: StoredCreator): Verdict | null {
  const product = video.products[0]
  if (product === undefined) return null
  const date = todayIn(context, creator.market)
  const order = orderOfDraft(plainDraft(video, product, date), { creator, video, product })
  if (!order.ok)
    throw new Error(`video ${video.id} makes no order: ${order.problems.map(each => each.path).join(', ')}`)
  return checkEligibility(order.order, date)
}

function plainDraft(video: StoredVideo, product: Product, date: string): OrderDraft {
  const { minBudgetPerDay, minDays } = marketProfiles[video.market].entries
  return {
    videoId: video.id,
    productId: product.id,
    entrance: 'business_suite',
    goal: 'more_product_link_clicks',
    audience: { kind: 'automatic' },
    budgetMinor: minBudgetPerDay.value * minDays.value,
    durationDays: minDays.value,
    startsAt: `${date}T09:00`,
    targetLinkClicks: 1,
    payer: 'creator',
    pacing: 'even',
    priceRule: 'second',
    hours: null,
    notes: '',
  }
}
