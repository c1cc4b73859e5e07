import type { RuleVerdict, Verdict } from './verdict.ts'

/** The first rule that stops a promotion; undefined when nothing does. */
export function blockingRule(verdict: Verdict): RuleVerdict | undefined {
  if (verdict.allowed) return undefined
  return verdict.rules.find(rule => rule.outcome === 'fail' && rule.severity === 'block')
}
