import SqliteDatabase from 'better-sqlite3'

import type { Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { brokenValues } from './brokenValues.ts'
import { checkRecords } from './checkRecords.ts'
import { openReader } from './connection.ts'
import { danglingKeys } from './danglingKeys.ts'
import { dataFolderAt } from './dataFolder.ts'
import { findDamage } from './findDamage.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { migrations } from './migrations.ts'
import { planMigrations } from './planMigrations.ts'
import { readingFailure } from './readingFailure.ts'
import { refusal } from './refusal.ts'
import { schemaDifferences } from './schemaDifferences.ts'

export type WorkspaceCheck = { readonly name: string; readonly ok: boolean; readonly detail: string }
export type WorkspaceReport = { readonly ok: boolean; readonly checks: readonly WorkspaceCheck[] }

/**
 * Checks the database of a data folder without writing anything, also while another process uses it: the file, its
 * foreign keys, migrations and guards, and that orders, payments, events and frozen forecasts agree. Fails with
 * `not_found` when the folder holds no database; everything that is wrong with one is in the report.
 */
export function checkWorkspace(
  dataDir: string,
  onProgress: (fraction: number) => void = () => undefined,
): Result<WorkspaceReport> {
  const { database: file } = dataFolderAt(dataDir)
  const found = inspectDatabase(file)
  if (found.ok && found.value.empty)
    return refusal('not_found', say('{{file}}: expected a Foreclick database, got none.', { file }))
  if (!found.ok) return report([{ name: 'file', ok: false, detail: found.failure.message }])
  const plan = planMigrations(file, found.value.applied, migrations)
  const history: WorkspaceCheck = {
    name: 'migrations',
    ok: plan.ok,
    detail: plan.ok
      ? say('{{applied}} applied, unchanged; {{others}} to come', {
          applied: found.value.applied.length,
          others: plan.value.length,
        })
      : plan.failure.message,
  }
  const isCurrent = plan.ok && plan.value.length === 0
  const ofFile = checkFile(file, isCurrent, onProgress)
  const ofContents = isCurrent ? checkContents(file) : []
  onProgress(1)
  return report([...ofFile, history, ...ofContents])
}

function report(checks: readonly WorkspaceCheck[]): Result<WorkspaceReport> {
  return { ok: true, value: { ok: checks.every(check => check.ok), checks } }
}

function checkFile(
  file: string,
  isCurrent: boolean,
  onProgress: (fraction: number) => void,
): readonly WorkspaceCheck[] {
  let done = 0
  const check = (
    name: string,
    find: (database: SqliteDatabase.Database) => readonly string[],
    sound: string,
  ) =>
    finding(file, name, () => {
      // The records take about as long as the file.
      onProgress(done++ / 8)
      const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
      try {
        return [verdict(name, find(database), sound)]
      } finally {
        database.close()
      }
    })
  return [
    ...check(
      'file',
      database => findDamage(database, 'integrity_check'),
      say('the file and its indexes are sound'),
    ),
    ...check('foreign keys', danglingKeys, say('every reference points to a row')),
    ...check('values', brokenValues, say('every value is one that its column may have')),
    ...(isCurrent
      ? check(
          'schema',
          database => schemaDifferences(database, migrations),
          say('tables and guards are as migrated'),
        )
      : []),
  ]
}

function checkContents(file: string): readonly WorkspaceCheck[] {
  return finding(file, 'records', () => {
    const reader = openReader(file)
    try {
      return reader.handle.snapshot(() =>
        checkRecords(reader.handle).map(({ name, problems, sound }) => verdict(name, problems, sound)),
      )
    } finally {
      reader.close()
    }
  })
}

/** A file or a row that nobody expects may stop a check: that is what the check has found. */
function finding(
  file: string,
  name: string,
  check: () => readonly WorkspaceCheck[],
): readonly WorkspaceCheck[] {
  try {
    return check()
  } catch (error) {
    return [{ name, ok: false, detail: readingFailure(file, error).message }]
  }
}

function verdict(name: string, problems: readonly string[], sound: string): WorkspaceCheck {
  const shown = problems.slice(0, 5).join('; ')
  const more = problems.length > 5 ? `; ${say('and {{count}} more', { count: problems.length - 5 })}` : ''
  return { name, ok: problems.length === 0, detail: problems.length === 0 ? sound : shown + more }
}
