import type { Problem, Result } from '../contract/failure.ts'
import { nearestName } from '../contract/problems.ts'
import { say } from '../words/say.ts'
import type { MarketCode, MarketProfile } from './marketProfile.ts'
import { parseProfile } from './profileFile.ts'
import { marketProfiles } from './profiles.ts'

export type EntryEdit = {
  readonly value: unknown
  readonly source: string
  readonly date: string
  readonly grade: string
}

/** The shipped profile of a market with edits by entry, by the rules of a profile file. `edited` is the entry that is asked about. */
export function editedProfile(
  market: MarketCode,
  edits: Readonly<Record<string, EntryEdit>>,
  edited?: string,
): Result<MarketProfile> {
  const known = Object.keys(marketProfiles[market].entries)
  const unknown = [...Object.keys(edits), ...(edited === undefined ? [] : [edited])].find(
    entry => !known.includes(entry),
  )
  if (unknown !== undefined) return refused([unknownEntry(unknown, known)])
  const parsed = parseProfile(JSON.stringify({ market, entries: edits }))
  return parsed.ok ? { ok: true, value: parsed.profile } : refused(parsed.problems)
}

function unknownEntry(entry: string, known: readonly string[]): Problem {
  const nearest = nearestName(entry.slice(0, 80), known)
  const hint = nearest === undefined ? {} : { hint: say('did you mean {{name}}?', { name: nearest }) }
  return {
    path: 'entry',
    expected: say('an entry of the market profile'),
    received: JSON.stringify(entry),
    ...hint,
  }
}

function refused(problems: readonly Problem[]): Result<never> {
  const message = say('the assumption cannot be what it is asked to be')
  return { ok: false, failure: { code: 'bad_input', message, problems } }
}
