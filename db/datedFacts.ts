import { and, asc, eq, inArray } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { DatedFact } from '../core/contract/records.ts'
import {
  beginning,
  datedFacts,
  type DatedKind,
  type DatedValue,
  type FactValue,
  factsOn,
  isFactValue,
} from '../core/eligibility/datedFacts.ts'
import { todayIn } from '../core/market/marketClock.ts'
import { isCalendarDate } from '../core/order/calendar.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { badInput, notFound, refusal } from './refusal.ts'
import { creator } from './schema/creator.ts'
import { datedFact } from './schema/datedFact.ts'
import { product } from './schema/product.ts'
import { video } from './schema/video.ts'
import { transact } from './transact.ts'

export type Subject = { readonly kind: DatedKind; readonly id: string }

/** What is known to have held of a record and since when, each fact by date. */
export function listFacts(reader: Reader, { kind, id }: Subject): DatedFact[] {
  return reader.read
    .select({
      fact: datedFact.fact,
      from: datedFact.fromDate,
      value: datedFact.value,
      note: datedFact.note,
      recordedAt: datedFact.recordedAt,
      who: datedFact.who,
    })
    .from(datedFact)
    .where(and(eq(datedFact.kind, kind), eq(datedFact.subjectId, id)))
    .orderBy(asc(datedFact.fact), asc(datedFact.fromDate))
    .all()
}

/** The dated values of many records of a kind, by record. */
export function factsOf(
  reader: Reader,
  kind: DatedKind,
  ids?: readonly string[],
): ReadonlyMap<string, DatedValue[]> {
  const rows = reader.read
    .select({
      id: datedFact.subjectId,
      fact: datedFact.fact,
      from: datedFact.fromDate,
      value: datedFact.value,
    })
    .from(datedFact)
    .where(
      and(eq(datedFact.kind, kind), ids === undefined ? undefined : inArray(datedFact.subjectId, [...ids])),
    )
    .all()
  const found = new Map<string, DatedValue[]>()
  for (const { id, ...value } of rows) {
    const known = found.get(id)
    if (known) known.push(value)
    else found.set(id, [value])
  }
  return found
}

type Change = {
  readonly fact: string
  readonly value: FactValue
  readonly from: string
  readonly note: string
}

/**
 * Notes what holds of a record from a day on. The first change of a fact also notes what held before it. An entry of the same day
 * is replaced.
 */
export function recordFact(writer: Writer, subject: Subject, change: Change): Result<DatedFact[]> {
  return transact(writer, () => {
    const { fact, value, from, note } = change
    if (!Object.hasOwn(datedFacts[subject.kind], fact))
      return badInput(
        'fact',
        say('one of {{names}}', { names: Object.keys(datedFacts[subject.kind]).join(', ') }),
        fact,
      )
    if (!isFactValue(subject.kind, fact, value))
      return badInput('value', say('a value of {{fact}}', { fact }), JSON.stringify(value))
    if (!isCalendarDate(from)) return badInput('from', say('a date that exists, YYYY-MM-DD'), from)
    const before = valueNow(writer, subject, fact)
    if (!before.ok) return before
    noteFact(writer, subject, { fact, from, value, note, before: before.value })
    settleField(writer, subject, fact)
    appendLog(writer, { what: 'recordFact', subject, payload: { fact, from, value, note } })
    return { ok: true, value: listFacts(writer, subject) }
  })
}

/** Takes an entry back. What held before the first change is not an entry of its own: it goes with the last one. */
export function removeFact(
  writer: Writer,
  subject: Subject,
  { fact, from }: Pick<Change, 'fact' | 'from'>,
): Result<DatedFact[]> {
  return transact(writer, () => {
    const entries = listFacts(writer, subject).filter(each => each.fact === fact)
    if (!entries.some(each => each.from === from))
      return refusal('not_found', say('Expected a change of {{fact}} on {{from}}, got none.', { fact, from }))
    if (from === beginning)
      return refusal(
        'refused',
        say('Expected a change of {{fact}}, got what held before the first one.', { fact }),
      )
    const isLast = entries.every(each => each.from === from || each.from === beginning)
    for (const each of entries)
      if (each.from === from || isLast) writer.write.delete(datedFact).where(isEntry(subject, each)).run()
    const before = entries.find(each => each.from === beginning)?.value ?? null
    settleField(writer, subject, fact, before)
    appendLog(writer, { what: 'removeFact', subject, payload: { fact, from } })
    return { ok: true, value: listFacts(writer, subject) }
  })
}

/** Notes which dated facts of a record an edit changed, from `today` on. The caller's transaction and log entry hold it. */
export function noteChanges(
  writer: Writer,
  subject: Subject,
  { before, after, today }: { readonly before: object; readonly after: object; readonly today: string },
): void {
  const held = factsOn(listFacts(writer, subject), today)
  const old = new Map(Object.entries({ ...before, ...held }))
  const now = new Map(Object.entries(after))
  for (const fact of Object.keys(datedFacts[subject.kind])) {
    const value: unknown = now.get(fact)
    const was: unknown = old.get(fact)
    if (value === was || !isFact(value) || !isFact(was)) continue
    noteFact(writer, subject, { fact, from: today, value, note: '', before: was })
  }
}

function noteFact(writer: Writer, subject: Subject, change: Change & { readonly before: FactValue }): void {
  const { fact, from, value, note, before } = change
  const row = { kind: subject.kind, subjectId: subject.id, fact, recordedAt: writer.now(), who: writer.who }
  const known = writer.read
    .select({ from: datedFact.fromDate })
    .from(datedFact)
    .where(isEntry(subject, { fact, from: beginning }))
    .get()
  if (known === undefined)
    writer.write
      .insert(datedFact)
      .values({ ...row, fromDate: beginning, value: before, note: '' })
      .run()
  writer.write
    .insert(datedFact)
    .values({ ...row, fromDate: from, value, note })
    .onConflictDoUpdate({
      target: [datedFact.kind, datedFact.subjectId, datedFact.fact, datedFact.fromDate],
      set: { value, note, recordedAt: row.recordedAt, who: row.who },
    })
    .run()
}

/** The record's own field follows what holds today, for those who look at nothing else; `before` where no change is left. */
function settleField(writer: Writer, subject: Subject, fact: string, before: FactValue = null): void {
  if (subject.kind === 'market') return
  const table = tables[subject.kind]
  const row = writer.read.select().from(table).where(eq(table.id, subject.id)).get()
  if (row === undefined || !Object.hasOwn(row, fact)) return
  const held = factsOn(listFacts(writer, subject), todayIn(row.market, writer.now()))
  const value = Object.hasOwn(held, fact) ? held[fact] : before
  writer.write
    .update(table)
    .set({ [fact]: value, updatedAt: writer.now() })
    .where(eq(table.id, subject.id))
    .run()
}

function isEntry({ kind, id }: Subject, { fact, from }: Pick<Change, 'fact' | 'from'>) {
  return and(
    eq(datedFact.kind, kind),
    eq(datedFact.subjectId, id),
    eq(datedFact.fact, fact),
    eq(datedFact.fromDate, from),
  )
}

function isFact(value: unknown): value is FactValue {
  return value === null || ['boolean', 'string', 'number'].includes(typeof value)
}

const tables = { creator, video, product } as const

/** What the record's own field says; a market has none, and not every fact has a field. */
function valueNow(reader: Reader, { kind, id }: Subject, fact: string): Result<FactValue> {
  if (kind === 'market')
    return id === 'GB' || id === 'ID' ? { ok: true, value: null } : notFound(say('market'), id)
  const table = tables[kind]
  const row = reader.read.select().from(table).where(eq(table.id, id)).get()
  if (row === undefined) return notFound(say(kind), id)
  const value: unknown = new Map<string, unknown>(Object.entries(row)).get(fact)
  return { ok: true, value: isFact(value) ? value : null }
}
