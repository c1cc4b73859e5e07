import { eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { MergeRequest } from '../core/contract/records.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { type Refusal, notFound, refusal } from './refusal.ts'
import { creator } from './schema/creator.ts'
import { product } from './schema/product.ts'
import { transact } from './transact.ts'

const tables = { creator, product } as const

/**
 * Notes that a creator or product turned out to be another one, or takes that back. Nothing is moved: what hangs on the merged
 * record is shown with the other one for as long as the note stands, and paid orders keep what they were paid on.
 */
export function mergeRecords(writer: Writer, { kind, id, into }: MergeRequest): Result<undefined> {
  return transact(writer, () => {
    const table = tables[kind]
    const refused = whyNot(writer, { kind, id, into })
    if (refused) return refused
    writer.write
      .update(table)
      .set({ mergedInto: into, updatedAt: writer.now() })
      .where(eq(table.id, id))
      .run()
    appendLog(writer, { what: into === null ? 'unmerge' : 'merge', subject: { kind, id }, payload: { into } })
    return { ok: true, value: undefined }
  })
}

function whyNot(reader: Reader, { kind, id, into }: MergeRequest): Refusal | undefined {
  const table = tables[kind]
  const find = (key: string) => reader.read.select().from(table).where(eq(table.id, key)).get()
  const merged = find(id)
  if (merged === undefined) return notFound(say(kind), id)
  if (into === null)
    return merged.mergedInto === null
      ? refusal(
          'refused',
          say('Expected a {{kind}} that was merged, got one that stands for itself.', { kind }),
        )
      : undefined
  const target = find(into)
  if (target === undefined) return notFound(say(kind), into)
  if (into === id)
    return refusal('refused', say('Expected another {{kind}} to merge into, got the same one.', { kind }))
  if (target.market !== merged.market)
    return refusal(
      'refused',
      say('Expected a {{kind}} of {{market}}, got one of {{other}}.', {
        kind,
        market: merged.market,
        other: target.market,
      }),
    )
  if (target.mergedInto !== null || merged.mergedInto !== null)
    return refusal(
      'refused',
      say('Expected two {{kind}}s that stand for themselves, got one that was merged already.', { kind }),
    )
  const others = reader.read.select().from(table).where(eq(table.mergedInto, id)).all()
  return others.length === 0
    ? undefined
    : refusal(
        'refused',
        say('Expected a {{kind}} that no other was merged into, got one that has {{count}}.', {
          kind,
          count: others.length,
        }),
      )
}
