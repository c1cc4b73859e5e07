import type { MarketProfile } from '../market/marketProfile.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import type { RuleVerdict } from './verdict.ts'

/** What a rule found: its outcome, the reason in words, and what would satisfy it (empty when it passes). */
export type Finding = Pick<RuleVerdict, 'outcome' | 'reason' | 'remedy'>

/** When and by what a rule is applied. Dates are ISO. */
export type Occasion = {
  /** First and last day on which the ad would run; both the day of judgement where only a creator is judged. */
  readonly first: string
  readonly last: string
  /** The day on which the payer must qualify: the day of judgement, or the start of an order that lies before it. */
  readonly payDay: string
  readonly profile: MarketProfile
  /** Share of the market's accounts that had Promote on the day of judgement; undefined where that is not known. */
  readonly openShare?: number | undefined
}

/**
 * One eligibility rule of domain.md 7. Rules are dated data: one applies to whatever runs between `from` and `until` (both
 * included; open where left out), so that an order of another year is judged by the rules of its days (A16).
 */
export type Rule<Facts> = {
  readonly id: string
  readonly title: string
  readonly severity: RuleVerdict['severity']
  readonly source: string
  readonly from?: string
  readonly until?: string
  readonly check: (facts: Facts, occasion: Occasion) => Finding
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

type FactWords = {
  readonly yes: string
  readonly no: string
  readonly remedy: string
  /** How to answer it while it is not known. */
  readonly ask: string
}

/** A fact that must hold: true passes, false fails, not given is unknown and never a silent pass. */
export function mustHold(fact: boolean | undefined, { yes, no, remedy, ask }: FactWords): Finding {
  if (fact === undefined) return unknown('Not known.', ask)
  return fact ? pass(yes) : fail(no, remedy)
}

const gravity = ['fail', 'warn', 'unknown', 'pass'] as const

/** Several findings under one rule: the gravest outcome, with all that is to be said at that gravity. */
export function gravest(findings: readonly Finding[]): Finding {
  const outcome = gravity.find(each => findings.some(finding => finding.outcome === each)) ?? 'pass'
  const grave = findings.filter(finding => finding.outcome === outcome)
  const text = (part: 'reason' | 'remedy') => grave.map(finding => finding[part]).join(' ')
  return { outcome, reason: text('reason'), remedy: text('remedy').trim() }
}

export function judge<Facts>(rule: Rule<Facts>, facts: Facts, occasion: Occasion): RuleVerdict {
  const { id, title, severity, source, from, until } = rule
  const finding =
    from !== undefined && occasion.last < from
      ? pass(`Not yet in force: it applies from ${from}.`)
      : until !== undefined && occasion.first > until
        ? pass(`No longer in force: it applied until ${until}.`)
        : rule.check(facts, occasion)
  return { rule: id, title, severity, source, ...finding }
}
