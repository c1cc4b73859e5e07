import { marketProfiles } from '../market/profiles.ts'
import { verdictOf } from './checkEligibility.ts'
import { creatorRules } from './creatorRules.ts'
import { type CreatorFacts, judge } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** May this creator promote at all on `date` (ISO): the rules about the account alone. */
export function checkCreator(creator: CreatorFacts, date: string): Verdict {
  const profile = marketProfiles[creator.market]
  return verdictOf(
    creatorRules.map(rule => judge(rule, creator, date, profile)),
    date,
  )
}
