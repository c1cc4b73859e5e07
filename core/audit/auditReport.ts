import * as v from 'valibot'

import type { RuleOutcome } from './auditOrder.ts'
import { ruleIds, type RuleId } from './auditWords.ts'
import { type Finding, severities, type Severity } from './finding.ts'
import type { Coverage } from './rules/coverageRule.ts'

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** How one rule fared: of how many orders it could be judged, and what it found. */
export const ruleTally = v.strictObject({
  rule: v.picklist(ruleIds),
  passed: whole,
  /** Of these the records do not say. */
  unknown: whole,
  found: whole,
  findings: v.strictObject({ error: whole, warning: whole, note: whole }),
})
export type RuleTally = v.InferOutput<typeof ruleTally>

/** Counts what an audit finds; keeps findings up to `most`, the gravest first to be kept. */
export function createTally(most: number) {
  const rules = new Map<RuleId, Mutable<RuleTally>>()
  const kept: Record<Severity, Finding[]> = { error: [], warning: [], note: [] }
  let keptCount = 0

  function of(rule: RuleId): Mutable<RuleTally> {
    const known = rules.get(rule)
    if (known !== undefined) return known
    const fresh = { rule, passed: 0, unknown: 0, found: 0, findings: { error: 0, warning: 0, note: 0 } }
    rules.set(rule, fresh)
    return fresh
  }

  function keep(finding: Finding): void {
    if (keptCount >= most) {
      const lesser = severities
        .toReversed()
        .find(each => kept[each].length > 0 && isLesser(each, finding.severity))
      if (lesser === undefined) return
      kept[lesser].pop()
      keptCount--
    }
    kept[finding.severity].push(finding)
    keptCount++
  }

  return {
    tell: (rule: RuleId, outcome: RuleOutcome, findings: readonly Finding[]): void => {
      const tally = of(rule)
      if (outcome === 'pass') tally.passed++
      else if (outcome === 'unknown') tally.unknown++
      else tally.found++
      for (const each of findings) {
        tally.findings[each.severity]++
        keep(each)
      }
    },
    /** Takes in what another one counted and kept. */
    add: ({ tallies, findings }: Pick<AuditReport, 'tallies' | 'findings'>): void => {
      for (const { rule, passed, unknown, found, findings: counted } of tallies) {
        const tally = of(rule)
        tally.passed += passed
        tally.unknown += unknown
        tally.found += found
        for (const each of severities) tally.findings[each] += counted[each]
      }
      for (const each of findings) keep(each)
    },
    tallies: (): readonly RuleTally[] =>
      ruleIds.flatMap(id => {
        const tally = rules.get(id)
        return tally === undefined ? [] : [tally]
      }),
    findings: (): readonly Finding[] => severities.flatMap(each => kept[each]),
  }
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

function isLesser(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) > severities.indexOf(other)
}

/** What an audit found, before anyone decided about it. */
export type AuditReport = {
  readonly orders: number
  readonly tallies: readonly RuleTally[]
  readonly findings: readonly Finding[]
  readonly coverage: { readonly real: Coverage; readonly simulated: Coverage }
  /** How far the records could be read; null where all of them could. */
  readonly unread: string | null
}
