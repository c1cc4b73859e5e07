import { and, asc, eq, ne } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { SavedView } from '../core/contract/orderList.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { logSaved } from './logSaved.ts'
import { notFound, refusal } from './refusal.ts'
import { savedView } from './schema/savedView.ts'
import { transact } from './transact.ts'

const subject = (id: string) => ({ kind: 'workspace', id: `view:${id}` })

/** The views that were given a name, by name. */
export function listViews(reader: Reader): SavedView[] {
  const { id, name, view } = savedView
  return reader.read.select({ id, name, view }).from(savedView).orderBy(asc(name)).all()
}

/** Gives a view a name, or changes the one with `id`. A name is given once (`conflict`). */
export function saveView(
  writer: Writer,
  { id, name, view }: Omit<SavedView, 'id'> & { readonly id: string | null },
): Result<SavedView> {
  return transact(writer, () => {
    const key = id ?? writer.makeId()
    const other = writer.read
      .select()
      .from(savedView)
      .where(and(eq(savedView.name, name), ne(savedView.id, key)))
      .get()
    if (other)
      return refusal('conflict', say('Expected a name that no other view has, got {{name}}.', { name }))
    const now = writer.now()
    if (id === null)
      writer.write.insert(savedView).values({ id: key, name, view, createdAt: now, updatedAt: now }).run()
    else {
      const { changes } = writer.write
        .update(savedView)
        .set({ name, view, updatedAt: now })
        .where(eq(savedView.id, key))
        .run()
      if (changes === 0) return notFound(say('view'), id)
    }
    logSaved(writer, subject(key), { name, view })
    return { ok: true, value: { id: key, name, view } }
  })
}

/** Forgets a name; the log keeps what it stood for. */
export function deleteView(writer: Writer, id: string): Result<Record<string, never>> {
  return transact(writer, () => {
    const { changes } = writer.write.delete(savedView).where(eq(savedView.id, id)).run()
    if (changes === 0) return notFound(say('view'), id)
    appendLog(writer, { what: 'deleteView', subject: subject(id), payload: {} })
    return { ok: true, value: {} }
  })
}
