import { ruleIds } from '../../../core/audit/auditWords.ts'
import { decisions } from '../../../core/audit/findingDecision.ts'
import type { Logged } from '../../../core/contract/orderLife.ts'
import type { Order } from '../../../core/contract/orders.ts'
import type { OrderState } from '../../../core/order/orderState.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import { editsOf, isRecord } from '../../parts/editsOf.ts'
import { ruleName } from '../audit/ruleName.ts'

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
    text: i18n.said(what),
    state: to === from ? undefined : to,
  }))
  const reported = log.flatMap(({ at, who, what, payload }): HistoryLine[] => {
    const text = toldOf(what, payload, i18n)
    return text === undefined ? [] : [{ at, who, text, state: undefined }]
  })
  // The first save is the draft's own event.
  const edited = editsOf(log)
    .filter(({ isFirst }) => !isFirst)
    .map(({ at, who, changes }): HistoryLine => {
      const fields = i18n.list(changes.map(({ field }) => fieldName(field, i18n)))
      return { at, who, text: i18n.t('order.told.edited', { fields }), state: undefined }
    })
  // Of one moment, what came last stands first.
  return [...steps, ...reported, ...edited].toReversed().toSorted((a, b) => b.at - a.at)
}

/** What the log tells of an order beside its steps and saves. */
function toldOf(what: string, payload: unknown, i18n: I18n): string | undefined {
  const told = (['bulkEdit', 'undoBulk', 'archive', 'unarchive'] as const).find(each => each === what)
  if (told !== undefined) return i18n.t(`order.told.${told}`)
  if (what === 'recordInvoice') return i18n.t('order.told.invoice', { number: textIn(payload, 'number') })
  if (what === 'decideFinding') return decisionWords(payload, i18n)
  if (what === 'recordDeliveries') return i18n.tc('order.told.days', countIn(payload, 'days'))
  return what === 'withdrawDeliveries'
    ? i18n.tc('order.told.withdrawn', countIn(payload, 'dates'))
    : undefined
}

function decisionWords(payload: unknown, i18n: I18n): string | undefined {
  const decision = decisions.find(each => each === textIn(payload, 'decision'))
  const rule = ruleIds.find(each => each === textIn(payload, 'rule'))
  if (decision === undefined || rule === undefined) return undefined
  const words = { rule: ruleName(rule, i18n.t), reason: textIn(payload, 'reason') }
  return i18n.t(`order.told.finding.${decision}`, words)
}

function textIn(payload: unknown, name: string): string {
  const text = isRecord(payload) ? payload[name] : undefined
  return typeof text === 'string' ? text : ''
}

function countIn(payload: unknown, name: 'days' | 'dates'): number {
  const list = isRecord(payload) ? payload[name] : undefined
  return Array.isArray(list) ? list.length : 0
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
  couponMinor: 'newOrder.budget.coupon',
} as const

function fieldName(field: string, { t }: I18n): string {
  const key = Object.entries(named).find(([name]) => name === field)?.[1]
  return key === undefined ? field : t(key)
}
