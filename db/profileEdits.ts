import { asc, eq } from 'drizzle-orm'

import type { ProfileEdit } from '../core/contract/assumptions.ts'
import type { Result } from '../core/contract/failure.ts'
import { digestOf } from '../core/forecast/digest.ts'
import { editedProfile, type EntryEdit } from '../core/market/editedProfile.ts'
import type { MarketCode, MarketProfile } from '../core/market/marketProfile.ts'
import { marketProfiles } from '../core/market/profiles.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { refusal } from './refusal.ts'
import { profileEdit } from './schema/profileEdit.ts'
import { transact } from './transact.ts'

export type StoredEdit = typeof profileEdit.$inferSelect

/** Every edit of a market's assumptions, the first first. */
export function listProfileEdits(reader: Reader, market: MarketCode): StoredEdit[] {
  return reader.read
    .select()
    .from(profileEdit)
    .where(eq(profileEdit.market, market))
    .orderBy(asc(profileEdit.seq))
    .all()
}

/** The edits that hold: the last of each entry, unless it went back to what is shipped. */
export function standingEdits(edits: readonly StoredEdit[]): ReadonlyMap<string, StoredEdit> {
  const last = new Map(edits.map(edit => [edit.entry, edit]))
  return new Map([...last].filter(([, edit]) => edit.value !== null))
}

/** The profile of a market with its edits. What the program does not take any more is left out. */
export function findProfile(reader: Reader, market: MarketCode): MarketProfile {
  const standing = standingEdits(listProfileEdits(reader, market))
  // Asked at every step of a slider, and as a rule there are none.
  return standing.size === 0 ? marketProfiles[market] : profileWith(market, standing)
}

function profileWith(market: MarketCode, standing: ReadonlyMap<string, StoredEdit>): MarketProfile {
  const edits = [...standing].map(([entry, edit]) => [entry, entryEditOf(edit)] as const)
  const whole = editedProfile(market, Object.fromEntries(edits))
  if (whole.ok) return whole.value
  const kept: Record<string, EntryEdit> = {}
  for (const [entry, edit] of edits) {
    kept[entry] = edit
    if (!editedProfile(market, kept).ok) delete kept[entry]
  }
  const rest = editedProfile(market, kept)
  return rest.ok ? rest.value : marketProfiles[market]
}

function entryEditOf({
  value,
  source,
  date,
  grade,
}: Omit<EntryEdit, 'value'> & { value: unknown }): EntryEdit {
  return { value, source, date, grade }
}

/** The market's profile as it would be with an edit, or what is wrong with it; nothing is written. */
export function tryEdit(
  reader: Reader,
  edit: Pick<ProfileEdit, 'market' | 'entry' | 'value' | 'source' | 'date' | 'grade'>,
): Result<MarketProfile> {
  const standing = standingEdits(listProfileEdits(reader, edit.market))
  const edits = Object.fromEntries([...standing].map(([entry, each]) => [entry, entryEditOf(each)]))
  const { [edit.entry]: _before, ...others } = edits
  return editedProfile(
    edit.market,
    edit.value === null ? others : { ...others, [edit.entry]: entryEditOf(edit) },
    edit.entry,
  )
}

/** Changes an entry, or takes it back to what is shipped, as one more version of the profile. */
export function editProfile(writer: Writer, edit: ProfileEdit): Result<MarketProfile> {
  return transact(writer, () => {
    const { market, entry } = edit
    if (edit.value === null && !standingEdits(listProfileEdits(writer, market)).has(entry))
      return refusal(
        'refused',
        say('Expected an assumption that was changed, got {{entry}} as it is shipped.', { entry }),
      )
    const before = findProfile(writer, market)
    const after = tryEdit(writer, edit)
    if (!after.ok) return after
    const held = Object.entries(before.entries).find(([entry]) => entry === edit.entry)?.[1]
    const now = Object.entries(after.value.entries).find(([entry]) => entry === edit.entry)?.[1]
    if (held === undefined || now === undefined) throw new Error(`no entry ${edit.entry} in a profile`)
    const { version } = after.value
    const { source, date, grade } = now
    const row = { ...edit, source, date, grade, before: held.value, version }
    writer.write
      .insert(profileEdit)
      .values({ ...row, at: writer.now(), who: writer.who })
      .run()
    appendLog(writer, {
      what: 'editProfile',
      subject: { kind: 'profile', id: edit.market },
      payload: row,
    })
    return after
  })
}

/** Edits that do not go on from the one before of the same entry. */
export function brokenEdits(reader: Reader): readonly string[] {
  return (['GB', 'ID'] as const).flatMap(market => {
    const last = new Map<string, StoredEdit>()
    return listProfileEdits(reader, market).flatMap(edit => {
      const earlier = last.get(edit.entry)?.value ?? undefined
      last.set(edit.entry, edit)
      return earlier === undefined || digestOf(earlier) === digestOf(edit.before)
        ? []
        : [
            say('edit {{edit}} of {{market}} {{entry}} does not follow the one before', {
              edit: edit.seq,
              market,
              entry: edit.entry,
            }),
          ]
    })
  })
}
