import { and, asc, eq } from 'drizzle-orm'
import * as v from 'valibot'

import type { Logged } from '../core/contract/orderLife.ts'
import type { Reader } from './connection.ts'
import { logEntry } from './schema/logEntry.ts'

const entry = v.object({ payload: v.unknown() })

/** What the log says of one record, oldest first. */
export function logOf(reader: Reader, subject: { readonly kind: string; readonly id: string }): Logged[] {
  return reader.read
    .select({
      seq: logEntry.seq,
      at: logEntry.at,
      who: logEntry.who,
      what: logEntry.what,
      text: logEntry.text,
    })
    .from(logEntry)
    .where(and(eq(logEntry.subjectKind, subject.kind), eq(logEntry.subjectId, subject.id)))
    .orderBy(asc(logEntry.seq))
    .all()
    .map(({ text, ...row }) => ({ ...row, payload: v.parse(entry, JSON.parse(text)).payload }))
}
