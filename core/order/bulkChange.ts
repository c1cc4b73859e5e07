import type { BulkChange } from '../contract/orderList.ts'
import type { OrderDraft } from '../contract/orders.ts'
import { type Currency, money, scaleMoney } from '../money/money.ts'
import { shiftedBy } from './calendar.ts'

/** The fields that a change of many orders can change. */
export const bulkFields = [
  'budgetMinor',
  'durationDays',
  'startsAt',
  'targetLinkClicks',
  'pacing',
  'payer',
  'audience',
] as const
export type BulkFields = Pick<OrderDraft, (typeof bulkFields)[number]>

export function bulkFieldsOf(draft: BulkFields): BulkFields {
  const { budgetMinor, durationDays, startsAt, targetLinkClicks, pacing, payer, audience } = draft
  return { budgetMinor, durationDays, startsAt, targetLinkClicks, pacing, payer, audience }
}

/** The fields of one order after a change of many. A changed duration keeps the budget of the whole order. */
export function changedFields(fields: BulkFields, change: BulkChange, currency: Currency): BulkFields {
  const { budgetFactor, shiftDays, budgetMinor, startsAt, ...rest } = change
  const start = startsAt ?? fields.startsAt
  const budget = budgetMinor ?? fields.budgetMinor
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...fields,
    ...set,
    budgetMinor:
      budgetFactor === undefined ? budget : scaleMoney(money(currency, budget), budgetFactor).minor,
    startsAt: shiftDays === undefined ? start : shiftedBy(start, shiftDays),
  }
}

/** Whether two orders have the same in every field that can be changed together. */
export function isSameFields(a: BulkFields, b: BulkFields): boolean {
  return bulkFields.every(field => JSON.stringify(a[field]) === JSON.stringify(b[field]))
}
