import { existsSync } from 'node:fs'

import SqliteDatabase from 'better-sqlite3'
import * as v from 'valibot'

import type { Result } from '../core/contract/failure.ts'
import { applicationId } from './applicationId.ts'
import { findDamage } from './findDamage.ts'
import type { AppliedMigration } from './migration.ts'
import { refusal } from './refusal.ts'
import { storageFailure } from './storageFailure.ts'

export type Inspection = {
  /** No file, or a file without any table: nothing to lose. */
  readonly empty: boolean
  readonly applied: readonly AppliedMigration[]
}

const appliedRows = v.array(v.object({ tag: v.string(), when: v.number(), hash: v.string() }))

/**
 * Looks at a database file through a connection that cannot write: whose it is, whether it is sound, and which
 * migrations it went through. A file that its last program left open is checked thoroughly (D23).
 */
export function inspectDatabase(file: string): Result<Inspection> {
  const leftOpen = existsSync(`${file}-wal`)
  if (!existsSync(file))
    // SQLite would replay the log over a new database.
    return leftOpen
      ? refusal('damaged', `${file}: expected the database that ${file}-wal belongs to, got no such file.`)
      : { ok: true, value: { empty: true, applied: [] } }
  let database: SqliteDatabase.Database | undefined
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    return inspect(file, database, leftOpen)
  } catch (error) {
    return { ok: false, failure: storageFailure(file, error) }
  } finally {
    database?.close()
  }
}

function inspect(file: string, database: SqliteDatabase.Database, leftOpen: boolean): Result<Inspection> {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  if (tables.length === 0) return { ok: true, value: { empty: true, applied: [] } }
  const id = database.pragma('application_id', { simple: true })
  if (id !== applicationId || !tables.includes('migration'))
    return refusal(
      'bad_input',
      `${file}: expected a Foreclick database, got a database of another program (id ${String(id)}).`,
    )
  const damage = findDamage(database, leftOpen ? 'integrity_check' : 'quick_check')
  if (damage.length > 0)
    return refusal('damaged', `${file}: expected an undamaged database, got "${damage.join('; ')}".`)
  const applied = v.parse(
    appliedRows,
    database.prepare('SELECT tag, "when", hash FROM migration ORDER BY position').all(),
  )
  return { ok: true, value: { empty: false, applied } }
}
