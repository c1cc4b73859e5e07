import type { RuleVerdict, Verdict } from './verdict.ts'

/** Names the rules' wording and dates; changes when any rule does (a test holds it to them). */
const ruleSet = '2026-11-23'

/** An order is barred exactly when a blocking rule fails. Rules are listed in the order of their ids. */
export function verdictOf(rules: readonly RuleVerdict[], date: string): Verdict {
  return {
    allowed: !rules.some(rule => rule.severity === 'block' && rule.outcome === 'fail'),
    date,
    ruleSet,
    rules: rules.toSorted((a, b) => numberOf(a) - numberOf(b)),
  }
}

function numberOf(rule: RuleVerdict): number {
  return Number(rule.rule.slice(1))
}
