import type { UnitPeriod } from '../calibration/history.ts'
import { toMajor } from '../money/money.ts'
import type { Audience, PromoteOrder } from '../order/promoteOrder.ts'
import { dayOf } from './calendarDay.ts'

/** Where the console's own orders run. */
export const ownPlatform = { accountId: '', platform: 'tiktok' } as const

/** An audience in the words of a history file. */
export function audienceWords(audience: Audience) {
  const list = (values: readonly string[]) => values.toSorted().join('|')
  return audience.kind === 'automatic'
    ? { audienceKind: 'automatic', ageBands: '', genders: '', interests: '' }
    : {
        audienceKind: 'custom',
        ageBands: list(audience.ageBands),
        genders: list(audience.genders),
        interests: list(audience.interests),
      }
}

/** An order in the words of history; an order file does not say whose video it is. */
export function ownUnit(order: PromoteOrder): UnitPeriod {
  const start = dayOf(order.startsAt.slice(0, 10)) ?? null
  return {
    unitId: '',
    ...ownPlatform,
    ...audienceWords(order.audience),
    market: order.market,
    currency: order.budget.currency,
    objective: order.goal,
    creatorId: '',
    videoId: '',
    start,
    end: start === null ? null : start + order.durationDays - 1,
    spend: toMajor(order.budget),
  }
}
