import type { Logged } from '../../../core/contract/orderLife.ts'
import type { Order } from '../../../core/contract/orders.ts'
import type { OrderState } from '../../../core/order/orderState.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type HistoryLine = {
  readonly at: number
  readonly who: string
  readonly text: string
  readonly state: OrderState | undefined
}

type I18n = ReturnType<typeof useI18n>

/** Steps and what the log tells besides, the latest first. */
export function historyLines(
  { events }: Pick<Order, 'events'>,
  log: readonly Logged[],
  i18n: I18n,
): readonly HistoryLine[] {
  const steps = events.map(({ at, who, what, to, from }) => ({
    at,
    who,
    text: what,
    state: to === from ? undefined : to,
  }))
  let before: Readonly<Record<string, unknown>> | undefined
  const told = log.flatMap(({ at, who, what, payload }): HistoryLine[] => {
    if (what === 'recordDeliveries')
      return [{ at, who, text: i18n.tc('order.told.days', daysIn(payload)), state: undefined }]
    if (what !== 'save') return []
    const fields = fieldsOf(payload)
    const changed = before === undefined ? undefined : changedFields(before, fields)
    before = fields
    // The first save is the draft's own event.
    if (changed === undefined || changed.length === 0) return []
    const names = i18n.list(changed.map(field => fieldName(field, i18n)))
    return [{ at, who, text: i18n.t('order.told.edited', { fields: names }), state: undefined }]
  })
  return [...steps, ...told].toSorted((a, b) => b.at - a.at)
}

function fieldsOf(payload: unknown): Readonly<Record<string, unknown>> {
  const fields = isRecord(payload) ? payload['fields'] : undefined
  return isRecord(fields) ? fields : {}
}

function daysIn(payload: unknown): number {
  const days = isRecord(payload) ? payload['days'] : undefined
  return Array.isArray(days) ? days.length : 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.keys(after).filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

const named = {
  videoId: 'order.video',
  productId: 'order.product',
  entrance: 'order.entrance',
  goal: 'order.goal',
  audience: 'order.audience',
  budgetMinor: 'order.budget',
  durationDays: 'newOrder.budget.daysLabel',
  startsAt: 'order.starts',
  targetLinkClicks: 'order.target',
  payer: 'order.payer',
  pacing: 'order.pacing',
  priceRule: 'newOrder.budget.priceRule',
  hours: 'newOrder.budget.hours',
  notes: 'order.notes',
} as const

function fieldName(field: string, { t }: I18n): string {
  const key = Object.entries(named).find(([name]) => name === field)?.[1]
  return key === undefined ? field : t(key)
}
