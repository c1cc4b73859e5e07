import type { OrderDraft } from '../../core/contract/orders.ts'

/** An ordinary draft of the console; `change` replaces fields. */
export function someDraft(change: Partial<OrderDraft> = {}): OrderDraft {
  return {
    videoId: 'video-1',
    productId: 'product-1',
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
    ...change,
  }
}
