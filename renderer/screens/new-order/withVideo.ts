import type { Video } from '../../../core/contract/records.ts'
import type { Workspace } from '../../../core/contract/workspace.ts'
import type { Currency } from '../../../core/money/money.ts'
import { type OrderForm, withPerDay } from './orderForm.ts'
import { usualStart } from './startTime.ts'

/** An ordinary order to begin with: daily budget in minor units, and clicks that a week of it may well bring. */
const usual: Readonly<Record<Currency, { readonly perDayMinor: number; readonly linkClicks: number }>> = {
  GBP: { perDayMinor: 1_000, linkClicks: 100 },
  IDR: { perDayMinor: 150_000, linkClicks: 600 },
}

/** The form for another video: its leading product, in its market. */
export function withVideo(
  form: OrderForm,
  video: Video,
  market: Workspace['markets'][number] | undefined,
  nowMs: number,
): OrderForm {
  const chosen: OrderForm = { ...form, videoId: video.id, productId: video.productIds[0] ?? null }
  return market === undefined ? chosen : withMarket(chosen, market, nowMs)
}

/** The form in a market: an ordinary budget and target where they were another market's, and a start if there is none yet. */
export function withMarket(form: OrderForm, market: Workspace['markets'][number], nowMs: number): OrderForm {
  const { perDayMinor, linkClicks } = usual[market.currency]
  const priced =
    form.market === market.market ? form : withPerDay({ ...form, targetLinkClicks: linkClicks }, perDayMinor)
  return {
    ...priced,
    market: market.market,
    startsAt: form.startsAt === '' ? usualStart(market.zone, nowMs) : form.startsAt,
  }
}
