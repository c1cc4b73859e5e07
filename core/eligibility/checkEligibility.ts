import { marketProfiles } from '../market/profiles.ts'
import { daysTouched } from '../order/calendar.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { creatorRules } from './creatorRules.ts'
import { orderRules } from './orderRules.ts'
import { productRules } from './productRules.ts'
import { judge, type Occasion } from './rule.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf } from './verdictOf.ts'
import { videoRules } from './videoRules.ts'

/**
 * Rules E1 to E17 applied to an order that is paid on `date` (ISO), in the order of their ids. Rules with dates look at the
 * days on which the order runs; an order that starts before `date` is history and is judged as if paid at its start. E17
 * uses the limits of `profile`. `openShare` is what is known of the market on that day (E2).
 */
export function checkEligibility(
  order: PromoteOrder,
  date: string,
  {
    profile = marketProfiles[order.market],
    openShare,
  }: Partial<Pick<Occasion, 'profile' | 'openShare'>> = {},
): Verdict {
  const days = daysTouched(order.startsAt, order.durationDays)
  const occasion = { ...days, payDay: days.first < date ? days.first : date, profile, openShare }
  const creator = { ...order.creator, market: order.market }
  return verdictOf(
    [
      ...creatorRules.map(rule => judge(rule, creator, occasion)),
      ...[...videoRules, ...productRules, ...orderRules].map(rule => judge(rule, order, occasion)),
    ],
    date,
  )
}
