import { existsSync, statSync } from 'node:fs'

import SqliteDatabase from 'better-sqlite3'
import * as v from 'valibot'

import type { Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { applicationId } from './applicationId.ts'
import { findDamage } from './findDamage.ts'
import type { AppliedMigration } from './migration.ts'
import { readingFailure } from './readingFailure.ts'
import { refusal } from './refusal.ts'

export type Inspection = {
  /** No file, or a file without any table: nothing to lose. */
  readonly empty: boolean
  readonly applied: readonly AppliedMigration[]
}

/** Bytes that quick_check reads in about a fifth of a second. */
const quicklyChecked = 64 * 1024 * 1024

const appliedRows = v.array(v.object({ tag: v.string(), when: v.number(), hash: v.string() }))

/**
 * Looks at a database file through a connection that cannot write: whose it is, whether it is sound, and which
 * migrations it went through. A file that its last program left open is checked thoroughly (D23); one that was closed in order is
 * checked here while that takes no time, and by every backup whatever its size.
 */
export function inspectDatabase(file: string): Result<Inspection> {
  const left = [`${file}-wal`, `${file}-journal`].find(existsSync)
  if (!existsSync(file))
    // SQLite would replay the log, or play the journal back, over a new database.
    return left === undefined
      ? { ok: true, value: { empty: true, applied: [] } }
      : refusal(
          'damaged',
          say('{{file}}: expected the database that {{other}} belongs to, got no such file.', {
            file,
            other: left,
          }),
        )
  let database: SqliteDatabase.Database | undefined
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    return inspect(file, database, left !== undefined)
  } catch (error) {
    return { ok: false, failure: readingFailure(file, error) }
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
      say('{{file}}: expected a Foreclick database, got a database of another program (id {{id}}).', {
        file,
        id: String(id),
      }),
    )
  const isQuick = statSync(file).size <= quicklyChecked
  const damage = leftOpen || isQuick ? findDamage(database, leftOpen ? 'integrity_check' : 'quick_check') : []
  if (damage.length > 0)
    return refusal(
      'damaged',
      say('{{file}}: expected an undamaged database, got "{{damage}}".', { file, damage: damage.join('; ') }),
    )
  const applied = v.parse(
    appliedRows,
    database.prepare('SELECT tag, "when", hash FROM migration ORDER BY position').all(),
  )
  return { ok: true, value: { empty: false, applied } }
}
