import * as v from 'valibot'

import type { Problem } from '../contract/failure.ts'
import { parseJson } from '../contract/parseJson.ts'
import { problemsOf, shown } from '../contract/problems.ts'
import { digestOf } from '../forecast/digest.ts'
import { say } from '../words/say.ts'
import type { MarketProfile } from './marketProfile.ts'
import { marketProfiles } from './profiles.ts'
import { profileSchema } from './profileSchema.ts'

type ParsedProfile =
  | { readonly ok: true; readonly profile: MarketProfile }
  | { readonly ok: false; readonly problems: Problem[] }

const marketOf = v.object({ market: v.picklist(['GB', 'ID']) })

/**
 * The shipped profile of a market with the edits of a file:
 * `{ "market": "GB", "entries": { "cpmMedian": { "value": 9.1, "source": "…", "date": "2026-10" } } }`. An edit without
 * `grade` counts as our own inference (I). The version follows from the content.
 */
export function parseProfile(text: string): ParsedProfile {
  const json = parseJson(text)
  if (!json.ok) return { ok: false, problems: [json.problem] }
  const named = v.safeParse(marketOf, json.value)
  if (!named.success) return { ok: false, problems: problemsOf(marketOf, named.issues) }
  const shipped = marketProfiles[named.output.market]
  const schema = profileSchema(shipped)
  const parsed = v.safeParse(schema, json.value)
  if (!parsed.success) return { ok: false, problems: problemsOf(schema, parsed.issues) }
  const entries = { ...shipped.entries, ...parsed.output.entries }
  const problems = contradictions(entries)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, profile: { ...shipped, version: editedVersion(shipped, entries), entries } }
}

/** Values that are each possible and together are not. */
function contradictions(entries: MarketProfile['entries']): Problem[] {
  const problems: Problem[] = []
  const [a, b, c] = [entries.priceCtrCorrelation, entries.priceCvrCorrelation, entries.ctrCvrCorrelation]
  if (!canHoldTogether(a.value, b.value, c.value)) {
    problems.push({
      path: 'entries',
      expected: say('priceCtrCorrelation, priceCvrCorrelation and ctrCvrCorrelation that can hold together'),
      received: [a, b, c].map(entry => entry.value).join(', '),
    })
  }
  for (const [least, most] of [
    ['minBudgetPerDay', 'maxBudgetPerDay'],
    ['minDays', 'maxDays'],
  ] as const) {
    const [from, to] = [entries[least].value, entries[most].value]
    if (from <= to) continue
    problems.push({
      path: `entries.${least}.value`,
      expected: say('at most {{name}}, {{value}}', { name: most, value: to }),
      received: shown(from),
    })
  }
  return problems
}

/** Three correlations belong to one joint distribution when the determinant of their matrix is positive. */
function canHoldTogether(a: number, b: number, c: number): boolean {
  return 1 + 2 * a * b * c - a * a - b * b - c * c > 0
}

function editedVersion(shipped: MarketProfile, entries: MarketProfile['entries']): string {
  const digest = digestOf(entries)
  if (digest === digestOf(shipped.entries)) return shipped.version
  return `${shipped.version}+${digest.slice('sha256:'.length, 'sha256:'.length + 12)}`
}
