import type { BulkChange } from '../../../core/contract/orderList.ts'
import type { Pacing, Payer } from '../../../core/order/promoteOrder.ts'

/** What is to be changed of many orders, as it is typed; `keep` leaves a field as it is. */
export type BulkForm = {
  readonly budget: 'keep' | 'set' | 'scale'
  readonly budgetMinor: number | null
  /** Per cent by which budgets change. */
  readonly budgetPercent: number | null
  readonly durationDays: number | null
  readonly start: 'keep' | 'set' | 'shift'
  readonly startsAt: string
  readonly shiftDays: number | null
  readonly targetLinkClicks: number | null
  readonly pacing: 'keep' | Pacing
  readonly payer: 'keep' | Payer
  readonly audience: 'keep' | 'automatic'
}

export const emptyBulkForm: BulkForm = {
  budget: 'keep',
  budgetMinor: null,
  budgetPercent: null,
  durationDays: null,
  start: 'keep',
  startsAt: '',
  shiftDays: null,
  targetLinkClicks: null,
  pacing: 'keep',
  payer: 'keep',
  audience: 'keep',
}

/** The change that the form asks for; undefined while it asks for none. */
export function changeOfForm(form: BulkForm): BulkChange | undefined {
  const { durationDays, targetLinkClicks, pacing, payer, audience } = form
  const change: BulkChange = {
    ...budgetOf(form),
    ...startOf(form),
    ...(durationDays === null ? {} : { durationDays }),
    ...(targetLinkClicks === null ? {} : { targetLinkClicks }),
    ...(pacing === 'keep' ? {} : { pacing }),
    ...(payer === 'keep' ? {} : { payer }),
    ...(audience === 'keep' ? {} : { audience: { kind: audience } }),
  }
  return Object.keys(change).length === 0 ? undefined : change
}

function budgetOf({ budget, budgetMinor, budgetPercent }: BulkForm): BulkChange {
  if (budget === 'set' && budgetMinor !== null && budgetMinor > 0) return { budgetMinor }
  if (budget !== 'scale' || budgetPercent === null) return {}
  return { budgetFactor: Math.min(mostTimes, Math.max(leastTimes, 1 + budgetPercent / 100)) }
}

const leastTimes = 0.01
const mostTimes = 100

function startOf({ start, startsAt, shiftDays }: BulkForm): BulkChange {
  if (start === 'set' && startsAt !== '') return { startsAt }
  return start === 'shift' && shiftDays !== null ? { shiftDays } : {}
}
