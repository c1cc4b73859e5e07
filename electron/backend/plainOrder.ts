import type { CreatorFields, ProductFields, VideoFields } from '../../core/contract/records.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import type { ParsedOrder } from '../../core/order/orderFile.ts'
import { orderOfDraft } from '../../core/order/orderOfDraft.ts'

type Records = {
  readonly creator: CreatorFields & { readonly promoteAvailable?: boolean | null }
  readonly video: VideoFields
  readonly product: ProductFields
}

/** The plainest order that the records can make, starting on `date` (ISO): what is wrong with it is wrong with them. */
export function plainOrder(records: Records, date: string): ParsedOrder {
  const { minBudgetPerDay, minDays } = marketProfiles[records.creator.market].entries
  return orderOfDraft(
    {
      videoId: '',
      productId: '',
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
      couponMinor: 0,
    },
    records,
  )
}
