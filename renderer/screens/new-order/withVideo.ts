import type { Video } from '../../../core/contract/records.ts'
import type { Workspace } from '../../../core/contract/workspace.ts'
import type { Currency } from '../../../core/money/money.ts'
import { type OrderForm, withPerDay } from './orderForm.ts'
import { usualStart } from './startTime.ts'

/** An ordinary daily budget to begin with, minor units. */
const usualPerDayMinor: Readonly<Record<Currency, number>> = { GBP: 1_000, IDR: 150_000 }

/** The form for another video: its leading product, and amounts and times of its market where these are not given yet. */
export function withVideo(
  form: OrderForm,
  video: Video,
  market: Workspace['markets'][number] | undefined,
  nowMs: number,
): OrderForm {
  const chosen: OrderForm = { ...form, videoId: video.id, productId: video.productIds[0] ?? null }
  if (market === undefined) return chosen
  const priced =
    form.market === market.market ? chosen : withPerDay(chosen, usualPerDayMinor[market.currency])
  return {
    ...priced,
    market: market.market,
    startsAt: form.startsAt === '' ? usualStart(market.zone, nowMs) : form.startsAt,
  }
}
