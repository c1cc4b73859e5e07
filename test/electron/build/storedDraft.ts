import * as v from 'valibot'

import type { Result } from '../../../core/contract/failure.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import type { CreatorFields, ProductFields, VideoFields } from '../../../core/contract/records.ts'

const creator: CreatorFields = {
  handle: 'rose.gb',
  displayName: 'Rose',
  market: 'GB',
  accountType: 'creator',
  birthDate: '1996-04-02',
  anchorAccess: true,
  termsAccepted: true,
  political: false,
  barred: false,
}
const product: ProductFields = {
  market: 'GB',
  source: 'tiktok_shop',
  name: 'Rose lip tint',
  url: 'https://shop.example/rose',
  priceMinor: 1299,
  commissionRate: 0.12,
  conversionRate: null,
  unitCostMinor: null,
  restriction: null,
  sellerApproved: null,
  lessHealthy: null,
  ageRestricted: null,
  alcohol: null,
  category: null,
}
const video: Omit<VideoFields, 'creatorId' | 'productIds'> = {
  title: 'Three looks',
  anchorName: 'Lip tint',
  visibility: 'public',
  sound: 'original',
  category: 'beauty',
  postedOn: '2026-11-01',
  anchorAuthorised: null,
  sellerAuthorised: null,
  adLabel: null,
}

/** Stores a creator, a product and a video, and gives the draft of an order for them. */
export async function storedDraft(
  request: (method: string, payload: unknown) => Promise<Result<unknown>>,
): Promise<OrderDraft> {
  const save = async (method: string, fields: unknown) =>
    v.parse(
      v.object({ ok: v.literal(true), value: v.object({ id: v.string() }) }),
      await request(method, { id: null, fields }),
    ).value.id
  const creatorId = await save('saveCreator', creator)
  const productId = await save('saveProduct', product)
  const videoId = await save('saveVideo', { ...video, creatorId, productIds: [productId] })
  return {
    videoId,
    productId,
    entrance: 'business_suite',
    goal: 'more_product_link_clicks',
    audience: { kind: 'automatic' },
    budgetMinor: 7000,
    durationDays: 7,
    startsAt: '2026-12-01T09:00',
    targetLinkClicks: 120,
    payer: 'creator',
    pacing: 'even',
    priceRule: 'second',
    hours: null,
    notes: '',
    couponMinor: 0,
  }
}
