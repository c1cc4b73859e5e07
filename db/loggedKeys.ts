import { desc, eq, and } from 'drizzle-orm'
import * as v from 'valibot'

import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { logEntry } from './schema/logEntry.ts'

const subject = { kind: 'workspace', id: 'signing-key' } as const

const keyEntry = v.object({
  payload: v.object({ keyId: v.string(), publicKey: v.string(), replaces: v.nullable(v.string()) }),
})

/** The signing key that the log named last; undefined before the first. */
export function lastLoggedKey(reader: Reader): string | undefined {
  const row = reader.read
    .select({ text: logEntry.text })
    .from(logEntry)
    .where(and(eq(logEntry.subjectKind, subject.kind), eq(logEntry.subjectId, subject.id)))
    .orderBy(desc(logEntry.seq))
    .limit(1)
    .get()
  return row === undefined ? undefined : v.parse(keyEntry, JSON.parse(row.text)).payload.keyId
}

/** Writes a signing key that the log does not know yet into it: its public half, and which key it replaces. */
export function logKey(writer: Writer, key: { readonly keyId: string; readonly publicKey: string }): void {
  writer.transaction(() => {
    const replaces = lastLoggedKey(writer) ?? null
    if (replaces === key.keyId) return
    const { keyId, publicKey } = key
    appendLog(writer, { what: 'recordKey', subject, payload: { keyId, publicKey, replaces } })
  })
}
