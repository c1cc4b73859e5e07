import * as v from 'valibot'

/** One rule of section 7 of domain.md, applied to one order on one date. */
export const ruleVerdict = v.strictObject({
  rule: v.string(),
  title: v.string(),
  outcome: v.picklist(['pass', 'fail', 'warn', 'unknown']),
  /** What the rule does when broken: a failed `block` rule stops payment. */
  severity: v.picklist(['block', 'warn', 'ask', 'flag']),
  reason: v.string(),
  /** What would satisfy the rule; empty when it passes. */
  remedy: v.string(),
  source: v.string(),
})
export type RuleVerdict = v.InferOutput<typeof ruleVerdict>

export const verdict = v.strictObject({
  /** False when any blocking rule fails. */
  allowed: v.boolean(),
  /** ISO date of the judgement; rules with dates look at the days on which the order runs. */
  date: v.string(),
  ruleSet: v.string(),
  rules: v.array(ruleVerdict),
})
export type Verdict = v.InferOutput<typeof verdict>
