import type { ProfileShown } from '../../../core/contract/assumptions.ts'
import type { MarketCode } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { Reader } from '../../../db/connection.ts'
import { findProfile, listProfileEdits, standingEdits } from '../../../db/profileEdits.ts'

/** The assumptions of a market: as they hold, as they were shipped, and every edit on the way. */
export function profileShown(reader: Reader, market: MarketCode): ProfileShown {
  const edits = listProfileEdits(reader, market)
  const standing = standingEdits(edits)
  const { version, currency, entries } = findProfile(reader, market)
  const shipped = new Map(Object.entries(marketProfiles[market].entries))
  return {
    market,
    currency,
    version,
    entries: Object.entries(entries).map(([entry, { id, name, unit, ...now }]) => {
      const before = shipped.get(entry) ?? now
      const edit = standing.get(entry)
      return {
        entry,
        id,
        name,
        unit,
        ...sourced(now),
        shipped: sourced(before),
        edit: edit === undefined ? null : { reason: edit.reason, at: edit.at, who: edit.who },
      }
    }),
    versions: edits
      .map(({ version, at, who, reason, entry, before, value }) => ({
        version,
        at,
        who,
        reason,
        entry,
        from: before,
        to: value ?? shipped.get(entry)?.value ?? before,
      }))
      .toReversed(),
  }
}

type Sourced = ProfileShown['entries'][number]['shipped']

function sourced({ value, grade, source, date }: Sourced): Sourced {
  return { value, grade, source, date }
}
