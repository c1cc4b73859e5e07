import { marketProfiles } from '../market/profiles.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { creatorRules } from './creatorRules.ts'
import { orderRules } from './orderRules.ts'
import { judge } from './rule.ts'
import type { RuleVerdict, Verdict } from './verdict.ts'

/** Names the rules' wording and dates; changes when any rule does. */
const ruleSet = '2026-11-23'

/** Rules E1-E17 applied to `order` as they stood on `date` (ISO), in the order of their ids. */
export function checkEligibility(order: PromoteOrder, date: string): Verdict {
  const profile = marketProfiles[order.market]
  const creator = { ...order.creator, market: order.market }
  const rules = [
    ...creatorRules.map(rule => judge(rule, creator, date, profile)),
    ...orderRules.map(rule => judge(rule, order, date, profile)),
  ]
  return verdictOf(
    rules.toSorted((a, b) => numberOf(a) - numberOf(b)),
    date,
  )
}

/** An order is barred exactly when a blocking rule fails. */
export function verdictOf(rules: RuleVerdict[], date: string): Verdict {
  return {
    allowed: !rules.some(rule => rule.severity === 'block' && rule.outcome === 'fail'),
    date,
    ruleSet,
    rules,
  }
}

function numberOf(rule: RuleVerdict): number {
  return Number(rule.rule.slice(1))
}
