import { closeSync, existsSync, openSync, readSync } from 'node:fs'

import type { Failure } from '../../core/contract/failure.ts'
import { inspectDatabase } from '../../db/inspectDatabase.ts'
import { migrations } from '../../db/migrations.ts'
import { planMigrations } from '../../db/planMigrations.ts'

/** A file of something else, or of a newer program, is not damaged: no check of ours says anything about it. */
export function whyNotOurs(file: string): Failure | undefined {
  if (!existsSync(file)) return undefined
  const received = beginningOf(file)
  if (received !== '' && received !== 'SQLite format 3\0') {
    const message = `${file}: expected a Foreclick database, received a file that is no database`
    return { code: 'bad_input', message }
  }
  const found = inspectDatabase(file)
  if (!found.ok) return found.failure.code === 'damaged' ? undefined : found.failure
  const plan = planMigrations(file, found.value.applied, migrations)
  return !plan.ok && plan.failure.code === 'newer' ? plan.failure : undefined
}

/** The first 16 bytes, which tell an SQLite database; nothing when the file cannot be read. */
function beginningOf(file: string): string {
  try {
    const bytes = Buffer.alloc(16)
    const handle = openSync(file, 'r')
    const count = readSync(handle, bytes)
    closeSync(handle)
    return bytes.subarray(0, count).toString('latin1')
  } catch {
    return ''
  }
}
