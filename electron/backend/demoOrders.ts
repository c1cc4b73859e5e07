import type { OrderDraft } from '../../core/contract/orders.ts'
import type { MarketCode } from '../../core/market/marketProfile.ts'
import type { OrderState } from '../../core/order/orderState.ts'
import { Stream } from '../../core/simulation/stream.ts'

/** An order of the demo before its records have ids: which video, what it asks for, and how its story ends. */
export type DemoOrder = {
  readonly video: string
  readonly market: MarketCode
  readonly draft: Pick<
    OrderDraft,
    'audience' | 'budgetMinor' | 'durationDays' | 'targetLinkClicks' | 'pacing' | 'entrance' | 'notes'
  >
  /** Days from today to its start; negative is past. */
  readonly startsInDays: number
  readonly startHour: number
  readonly end: OrderState
  readonly reason?: string
}

type Promotable = readonly [title: string, market: MarketCode]

const firstPromotable: Promotable = ['Three looks, one tint', 'GB']
const promotable: readonly Promotable[] = [
  firstPromotable,
  ['Serum malam, 7 hari', 'ID'],
  ['Desk lamp, one minute', 'GB'],
  ['Sambal test', 'ID'],
  ['Lip tint swatches', 'GB'],
  ['Hijab pleats in 20 s', 'ID'],
  ['Running socks, 10 km', 'GB'],
  ['Keripik buat nonton', 'ID'],
  ['Tote, packed', 'GB'],
  ['Rutinitas malam', 'ID'],
  ['Beanie, three ways', 'GB'],
  ['Phone grip drop test', 'GB'],
]

type Story = readonly [startsInDays: number, end: OrderState, reason?: string]

const finished: readonly Story[] = Array.from({ length: 24 }, (_, i) => [-172 + i * 7, 'completed'])
const stories: readonly Story[] = [
  ...finished,
  [-58, 'rejected', 'Rejected: the music is not cleared for commercial use'],
  [-41, 'cancelled', 'Cancelled on the second day: the product sold out'],
  [-20, 'rejected', 'Rejected: the landing page does not match the product'],
  [-6, 'active'],
  [-4, 'active'],
  [-3, 'active'],
  [-2, 'active'],
  [-2, 'paused', 'Paused: the creator asked for a new caption'],
  [2, 'scheduled'],
  [3, 'scheduled'],
  [1, 'in_review'],
  [2, 'in_review'],
  [2, 'awaiting_payment'],
  [4, 'draft'],
  [5, 'draft'],
  [6, 'draft'],
]

/** The orders of the demo, the same for the same seed. */
export function demoOrders(seed: number): readonly DemoOrder[] {
  const chance = new Stream(seed, 1_000)
  chance.seek(0, 0)
  const pick = <T>(values: readonly [T, ...T[]]): T =>
    values[Math.floor(chance.uniform() * values.length)] ?? values[0]
  return stories.map(([startsInDays, end, reason], i) => {
    const [video, market] = promotable[i % promotable.length] ?? firstPromotable
    const durationDays = end === 'active' ? 7 : pick([3, 4, 5, 5, 7, 7])
    const perDay =
      market === 'GB'
        ? pick([500, 800, 1000, 1200, 2000, 3000])
        : pick([75_000, 100_000, 140_000, 200_000, 300_000])
    const budgetMinor = perDay * durationDays
    const clicksPerMinor = market === 'GB' ? 1 / 61 : 1 / 1414
    return {
      video,
      market,
      startsInDays,
      startHour: pick([9, 10, 12, 18, 19]),
      end,
      ...(reason === undefined ? {} : { reason }),
      draft: {
        audience: pick<OrderDraft['audience']>([
          { kind: 'automatic' },
          { kind: 'automatic' },
          { kind: 'custom', ageBands: ['18-24', '25-34'], genders: ['female'], interests: [] },
          {
            kind: 'custom',
            ageBands: ['25-34', '35-44', '45-54'],
            genders: ['female', 'male'],
            interests: ['home'],
          },
          {
            kind: 'custom',
            ageBands: ['18-24', '25-34'],
            genders: ['female', 'male'],
            interests: ['beauty', 'apparel'],
          },
        ]),
        budgetMinor,
        durationDays,
        targetLinkClicks: Math.max(
          10,
          Math.round((budgetMinor * clicksPerMinor * pick([0.8, 1, 1.2])) / 10) * 10,
        ),
        pacing: 'even',
        entrance: pick(['business_suite', 'video_menu']),
        notes: '',
      },
    }
  })
}
