import { marketProfiles } from '../market/profiles.ts'
import { creatorRules } from './creatorRules.ts'
import { type CreatorFacts, judge } from './rule.ts'
import type { Verdict } from './verdict.ts'
import { verdictOf } from './verdictOf.ts'

/** May this creator promote at all on `date` (ISO): the rules about the account alone. */
export function checkCreator(creator: CreatorFacts, date: string, openShare?: number): Verdict {
  const occasion = {
    first: date,
    last: date,
    payDay: date,
    profile: marketProfiles[creator.market],
    openShare,
  }
  return verdictOf(
    creatorRules.map(rule => judge(rule, creator, occasion)),
    date,
  )
}
