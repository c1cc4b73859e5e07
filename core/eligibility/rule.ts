import type { MarketProfile } from '../market/marketProfile.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import type { RuleVerdict } from './verdict.ts'

/** What a rule found: its outcome, the reason in words, and what would satisfy it (empty when it passes). */
export type Finding = Pick<RuleVerdict, 'outcome' | 'reason' | 'remedy'>

/**
 * One eligibility rule of domain.md 7. Rules are dated data: one applies on `from` to `until` (ISO dates, both included;
 * open where left out), so that an order of another year is judged by the rules of its day (A16).
 */
export type Rule<Facts> = {
  readonly id: string
  readonly title: string
  readonly severity: RuleVerdict['severity']
  readonly source: string
  readonly from?: string
  readonly until?: string
  readonly check: (facts: Facts, date: string, profile: MarketProfile) => Finding
}

export type CreatorFacts = PromoteOrder['creator'] & { readonly market: PromoteOrder['market'] }

export function pass(reason: string): Finding {
  return { outcome: 'pass', reason, remedy: '' }
}

export function fail(reason: string, remedy: string): Finding {
  return { outcome: 'fail', reason, remedy }
}

export function warn(reason: string, remedy: string): Finding {
  return { outcome: 'warn', reason, remedy }
}

export function unknown(reason: string, remedy: string): Finding {
  return { outcome: 'unknown', reason, remedy }
}

/** A fact that must hold: true passes, false fails, not given is unknown and never a silent pass. */
export function mustHold(
  fact: boolean | undefined,
  words: { readonly yes: string; readonly no: string; readonly remedy: string },
): Finding {
  if (fact === undefined) return unknown('Not known.', words.remedy)
  return fact ? pass(words.yes) : fail(words.no, words.remedy)
}

export function judge<Facts>(
  rule: Rule<Facts>,
  facts: Facts,
  date: string,
  profile: MarketProfile,
): RuleVerdict {
  const isInForce =
    (rule.from === undefined || date >= rule.from) && (rule.until === undefined || date <= rule.until)
  const finding = isInForce ? rule.check(facts, date, profile) : pass(outOfForce(rule, date))
  const { id, title, severity, source } = rule
  return { rule: id, title, severity, source, ...finding }
}

function outOfForce(rule: { readonly from?: string; readonly until?: string }, date: string): string {
  if (rule.from !== undefined && date < rule.from) return `Not in force before ${rule.from}.`
  return `Not in force after ${rule.until ?? date}.`
}
