import type { OrderDraft } from '../../../core/contract/orders.ts'
import { ageBands, genders, type MarketCode } from '../../../core/market/marketProfile.ts'

/**
 * A promote order while it is being typed: an OrderDraft in which a number may be empty and an automatic audience
 * remembers the custom one. The budget is typed a day; the total is kept beside it, because a stored total need not be a
 * multiple of its days.
 */
export type OrderForm = Omit<
  OrderDraft,
  'videoId' | 'productId' | 'audience' | 'budgetMinor' | 'durationDays' | 'targetLinkClicks'
> & {
  readonly videoId: string | null
  readonly productId: string | null
  /** Whose money the budget is; null before a video is chosen. */
  readonly market: MarketCode | null
  readonly chosenBy: 'automatic' | 'custom'
  readonly custom: Omit<Extract<OrderDraft['audience'], { kind: 'custom' }>, 'kind'>
  readonly perDayMinor: number | null
  readonly budgetMinor: number | null
  readonly durationDays: number | null
  readonly targetLinkClicks: number | null
}

/** What a new order begins with, before its video is known. */
export const emptyForm: OrderForm = {
  videoId: null,
  productId: null,
  market: null,
  entrance: 'video_menu',
  goal: 'more_product_link_clicks',
  chosenBy: 'automatic',
  custom: { ageBands: [...ageBands], genders: [...genders], interests: [] },
  perDayMinor: null,
  budgetMinor: null,
  durationDays: 7,
  startsAt: '',
  targetLinkClicks: 100,
  payer: 'creator',
  pacing: 'even',
  priceRule: 'second',
  hours: null,
  notes: '',
  couponMinor: 0,
}

export function formOfDraft(draft: OrderDraft, market: MarketCode): OrderForm {
  const { audience, ...rest } = draft
  return {
    ...rest,
    market,
    chosenBy: audience.kind,
    custom:
      audience.kind === 'custom'
        ? { ageBands: audience.ageBands, genders: audience.genders, interests: audience.interests }
        : emptyForm.custom,
    perDayMinor: Math.round(draft.budgetMinor / draft.durationDays),
  }
}

/** The draft as the backend knows it; undefined while something that every draft needs is empty. */
export function draftOfForm(form: OrderForm): OrderDraft | undefined {
  const { chosenBy, custom, perDayMinor: _perDay, market: _market, videoId, productId, ...rest } = form
  const { budgetMinor, durationDays, targetLinkClicks, startsAt } = rest
  if (videoId === null || productId === null || startsAt === '') return undefined
  if (budgetMinor === null || durationDays === null || targetLinkClicks === null) return undefined
  return {
    ...rest,
    videoId,
    productId,
    budgetMinor,
    durationDays,
    targetLinkClicks,
    audience: chosenBy === 'automatic' ? { kind: 'automatic' } : { kind: 'custom', ...custom },
  }
}

/** A new daily amount re-makes the total. */
export function withPerDay(form: OrderForm, perDayMinor: number | null): OrderForm {
  return { ...form, perDayMinor, budgetMinor: totalOf(perDayMinor, form.durationDays) }
}

/** More days at the same daily amount. */
export function withDays(form: OrderForm, durationDays: number | null): OrderForm {
  return { ...form, durationDays, budgetMinor: totalOf(form.perDayMinor, durationDays) }
}

function totalOf(perDayMinor: number | null, days: number | null): number | null {
  return perDayMinor === null || days === null ? null : Math.round(perDayMinor * days)
}
