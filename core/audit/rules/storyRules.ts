import { checkEligibility } from '../../eligibility/checkEligibility.ts'
import { todayIn } from '../../market/marketClock.ts'
import { mayMove } from '../../order/orderState.ts'
import { type AuditRule, foundOr } from '../auditRule.ts'
import { date, type Found, sentence, words } from '../finding.ts'
import { count } from '../finding.ts'
import type { OrderRecord } from '../orderRecord.ts'
import { changedFields } from './changedFields.ts'
import { runOf } from './deliveryRules.ts'

/** Every E rule by the facts of the day of payment (A16). */
const eligibility: AuditRule = {
  id: 'A16',
  judge({ order, payment, openShare }) {
    if (payment === null) return 'none'
    if (order === null) return 'unknown'
    const day = todayIn(order.market, payment.paidAt)
    const { rules } = checkEligibility(order, day, { openShare })
    const broken = rules
      .filter(({ outcome }) => outcome === 'fail')
      .map(({ rule, reason, severity }): Found => ({
        case: 'ruleBroken',
        severity: severity === 'block' ? 'error' : 'warning',
        part: rule,
        values: { rule: words(rule), day: date(day), reason: sentence(reason) },
      }))
    // E16 has a rule of its own, A21.
    const warned = rules.filter(({ outcome, rule }) => outcome === 'warn' && rule !== 'E16')
    const warning: Found | undefined =
      warned.length === 0
        ? undefined
        : {
            case: 'rulesWarned',
            severity: 'note',
            values: { rule: words(warned.map(({ rule }) => rule).join(', ')), day: date(day) },
          }
    return foundOr(
      [...broken, warning],
      rules.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'pass',
    )
  },
}

const closed = { from: '2023-10-04', until: '2023-12-12' } as const

const shopClosed: AuditRule = {
  id: 'A21',
  judge(record) {
    if (record.market !== 'ID') return 'none'
    const { first, last } = runOf(record)
    if (last < closed.from || first > closed.until) return 'pass'
    return [{ case: 'shopClosed', severity: 'warning', values: { first: date(first), last: date(last) } }]
  },
}

const saves = new Set(['save', 'bulkEdit', 'undoBulk'])

const unchanged: AuditRule = {
  id: 'A38',
  judge(record) {
    const { payment, forecast, entries, market } = record
    if (payment === null || forecast === null) return 'none'
    const fields = changedFields(record, forecast.orderFile)
    const paying = entries.find(({ what }) => what === 'payOrder')?.seq
    const saved =
      paying === undefined ? [] : entries.filter(({ what, seq }) => saves.has(what) && seq > paying)
    return foundOr([
      fields.length === 0
        ? undefined
        : { case: 'editedAfterPayment', severity: 'error', values: { fields: words(fields.join(', ')) } },
      ...saved.map(({ at, seq }): Found => ({
        case: 'savedAfterPayment',
        severity: 'error',
        part: String(seq),
        values: { day: date(todayIn(market, at)), entry: count(seq) },
      })),
    ])
  },
}

const steps: AuditRule = {
  id: 'A39',
  judge({ events, state }) {
    let before: OrderRecord['state'] | null = null
    const found: Found[] = []
    for (const [place, { from, to }] of events.entries()) {
      const isStep = before === null ? to === 'draft' : mayMove(before, to)
      if (from !== before || !isStep)
        found.push({
          case: 'wrongStep',
          severity: 'error',
          part: String(place),
          values: { from: words(from ?? '–'), to: words(to) },
        })
      before = to
    }
    if (before !== state)
      found.push({
        case: 'wrongState',
        severity: 'error',
        values: { state: words(state), last: words(before ?? '–') },
      })
    return foundOr(found)
  },
}

/** Rules over what an order is and how it became that. */
export const storyRules: readonly AuditRule[] = [eligibility, shopClosed, unchanged, steps]
