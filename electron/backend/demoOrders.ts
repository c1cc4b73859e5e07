import { Temporal } from 'temporal-polyfill'

import type { OrderDraft } from '../../core/contract/orders.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import { instantIn, todayIn } from '../../core/market/marketClock.ts'
import type { MarketCode } from '../../core/market/marketProfile.ts'
import type { OrderState } from '../../core/order/orderState.ts'
import { Stream } from '../../core/simulation/stream.ts'
import type { DemoRecordedVideo, DemoRecords } from './demoRecords.ts'
import { plainOrder } from './plainOrder.ts'

/** An order of the demo before its records have ids: which video, what it asks for, and where it stands now. */
export type DemoOrder = {
  /** Title. */
  readonly video: string
  readonly draft: OrderDraft
  /** When it was written down. Epoch milliseconds. */
  readonly madeAtMs: number
  readonly end: OrderState
  readonly reason?: string
}

type Ending = Pick<DemoOrder, 'end' | 'reason'>
/** Days from today to the start; negative is past. */
type Outline = Ending & { readonly startsInDays: number }

const finishedOrders = 24
const finished: readonly Outline[] = Array.from({ length: finishedOrders }, (_, i) => ({
  startsInDays: -172 + i * 7,
  end: 'completed',
}))
const others: readonly Outline[] = [
  { startsInDays: -58, end: 'rejected', reason: 'Rejected: the music is not cleared for commercial use' },
  { startsInDays: -41, end: 'cancelled', reason: 'Cancelled on the third day: the product sold out' },
  { startsInDays: -20, end: 'rejected', reason: 'Rejected: the landing page shows another product' },
  { startsInDays: -6, end: 'active' },
  { startsInDays: -5, end: 'active' },
  { startsInDays: -3, end: 'active' },
  { startsInDays: -2, end: 'active' },
  { startsInDays: -3, end: 'paused', reason: 'Paused: the creator asked for a new caption' },
  { startsInDays: 1, end: 'in_review' },
  { startsInDays: 2, end: 'in_review' },
  { startsInDays: 2, end: 'scheduled' },
  { startsInDays: 3, end: 'scheduled' },
  { startsInDays: 2, end: 'awaiting_payment' },
  { startsInDays: 3, end: 'payment_failed', reason: 'Payment failed: the card was declined' },
  { startsInDays: 4, end: 'draft' },
  { startsInDays: 5, end: 'draft' },
  { startsInDays: 6, end: 'draft' },
]

/** Only a video that people still see is promoted, and one that has been up for a while. Days since it was posted. */
const promotedAge = { least: 2, most: 60 }

const perDayMinor: Readonly<Record<MarketCode, readonly number[]>> = {
  GB: [500, 800, 1000, 1200, 2000, 3000],
  ID: [75_000, 100_000, 140_000, 200_000, 300_000],
}
/** A usual price of a click, from which people set their targets. Minor units. */
const clickPriceMinor: Readonly<Record<MarketCode, number>> = { GB: 61, ID: 1_400 }

type Picker = <T>(values: readonly T[]) => T

/** The orders of the demo as seen from `now` (epoch milliseconds), the same for the same seed and day. */
export function demoOrders(
  records: DemoRecords,
  { seed, now }: { readonly seed: number; readonly now: number },
): readonly DemoOrder[] {
  const pick = picker(seed)
  const orders = new Map<DemoRecordedVideo, number>()
  const outlines = [
    ...finished.map(outline => ({ ...outline, startsInDays: outline.startsInDays + pick([0, 1, 2, 3]) })),
    ...others,
  ]
  return outlines.map(({ startsInDays, ...ending }) => {
    const day = (video: DemoRecordedVideo) =>
      Temporal.PlainDate.from(todayIn(video.creator.market, now)).add({ days: startsInDays })
    const fitting = records.videos.filter(video => mayBePromoted(video, day(video)))
    const fewest = Math.min(...fitting.map(video => orders.get(video) ?? 0))
    const video = pick(fitting.filter(each => (orders.get(each) ?? 0) === fewest))
    orders.set(video, fewest + 1)
    const { market } = video.creator
    const placedOn = day(video).subtract({ days: Math.max(1, startsInDays + 1) })
    return {
      ...ending,
      video: video.fields.title,
      draft: draftOf(video, pick, {
        startsAt: `${day(video).toString()}T${pick(['09', '10', '12', '18', '19'])}:00`,
        // What is active now has not run out yet.
        durationDays: ending.end === 'active' ? 7 : pick([3, 4, 5, 5, 7, 7]),
      }),
      madeAtMs: instantIn(market, `${placedOn.toString()}T${pick(['09:05', '10:40', '14:15', '16:30'])}`),
    }
  })
}

function mayBePromoted({ fields, creator, product }: DemoRecordedVideo, day: Temporal.PlainDate): boolean {
  if (fields.postedOn === null) return false
  const age = Temporal.PlainDate.from(fields.postedOn).until(day).days
  if (age < promotedAge.least || age > promotedAge.most) return false
  const parsed = plainOrder({ creator, video: fields, product }, day.toString())
  return parsed.ok && checkEligibility(parsed.order, day.toString()).allowed
}

function draftOf(
  { creator: { market }, fields }: DemoRecordedVideo,
  pick: Picker,
  { startsAt, durationDays }: Pick<OrderDraft, 'startsAt' | 'durationDays'>,
): OrderDraft {
  const budgetMinor = pick(perDayMinor[market]) * durationDays
  const clicks = (budgetMinor / clickPriceMinor[market]) * pick([0.8, 1, 1.2])
  return {
    videoId: '',
    productId: '',
    entrance: pick(['business_suite', 'video_menu']),
    goal: 'more_product_link_clicks',
    audience: pick<OrderDraft['audience']>([
      { kind: 'automatic' },
      { kind: 'automatic' },
      { kind: 'custom', ageBands: ['18-24', '25-34'], genders: ['female'], interests: [] },
      { kind: 'custom', ageBands: ['25-34', '35-44', '45-54'], genders: ['female', 'male'], interests: [] },
      {
        kind: 'custom',
        ageBands: ['18-24', '25-34'],
        genders: ['female', 'male'],
        interests: [fields.category],
      },
    ]),
    budgetMinor,
    durationDays,
    startsAt,
    targetLinkClicks: Math.max(10, Math.round(clicks / 10) * 10),
    payer: 'creator',
    pacing: 'even',
    priceRule: 'second',
    hours: null,
    notes: '',
    couponMinor: 0,
  }
}

function picker(seed: number): Picker {
  const chance = new Stream(seed, 1_000)
  chance.seek(0, 0)
  return values => {
    const value = values[Math.floor(chance.uniform() * values.length)]
    if (value === undefined) throw new Error('the demo has nothing to pick from')
    return value
  }
}
