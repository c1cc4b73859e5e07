import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import { type Tolerances, tolerances, usualTolerances } from '../core/audit/tolerances.ts'
import type { Reader, Writer } from './connection.ts'
import { logSaved } from './logSaved.ts'
import { setting } from './schema/setting.ts'

const key = 'auditTolerances'

/** What an audit lets pass: the usual until someone chose otherwise. */
export function readTolerances(reader: Reader): Tolerances {
  const row = reader.read.select().from(setting).where(eq(setting.key, key)).get()
  const parsed = v.safeParse(tolerances, row?.value)
  return parsed.success ? parsed.output : usualTolerances
}

export function saveTolerances(writer: Writer, value: Tolerances): Tolerances {
  const updatedAt = writer.now()
  return writer.transaction(() => {
    writer.write
      .insert(setting)
      .values({ key, value, updatedAt })
      .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })
      .run()
    logSaved(writer, { kind: 'workspace', id: 'auditTolerances' }, value)
    return readTolerances(writer)
  })
}
