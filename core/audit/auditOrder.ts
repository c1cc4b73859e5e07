import type { AuditRule } from './auditRule.ts'
import type { RuleId } from './auditWords.ts'
import { type Finding, findingOf } from './finding.ts'
import type { AuditOccasion, OrderRecord } from './orderRecord.ts'
import { deliveryRules } from './rules/deliveryRules.ts'
import { forecastHonesty } from './rules/forecastRule.ts'
import { changeHistory } from './rules/logRule.ts'
import { moneyRules } from './rules/moneyRules.ts'
import { storyRules } from './rules/storyRules.ts'

/** Every rule over the records of one order. */
export const orderRules: readonly AuditRule[] = [
  ...deliveryRules,
  ...moneyRules,
  ...storyRules,
  changeHistory,
  forecastHonesty,
]

/** What became of each rule in an order. */
export type RuleOutcome = 'pass' | 'unknown' | 'found'

/** Judges an order by every rule; `tell` hears of each rule that has something to say of it. */
export function auditOrder(
  record: OrderRecord,
  occasion: AuditOccasion,
  tell: (rule: RuleId, outcome: RuleOutcome, findings: readonly Finding[]) => void,
): void {
  const about = { orderId: record.id, subject: record.title }
  for (const { id, judge } of orderRules) {
    const judged = judge(record, occasion)
    if (judged === 'none') continue
    if (typeof judged === 'string') tell(id, judged, [])
    else
      tell(
        id,
        'found',
        judged.map(found => findingOf(id, about, found)),
      )
  }
}
