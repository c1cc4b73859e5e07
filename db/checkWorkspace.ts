import SqliteDatabase from 'better-sqlite3'

import type { Result } from '../core/contract/failure.ts'
import { checkRecords } from './checkRecords.ts'
import { openReader } from './connection.ts'
import { danglingKeys } from './danglingKeys.ts'
import { dataFolderAt } from './dataFolder.ts'
import { findDamage } from './findDamage.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { migrations } from './migrations.ts'
import { planMigrations } from './planMigrations.ts'
import { refusal } from './refusal.ts'
import { schemaDifferences } from './schemaDifferences.ts'
import { storageFailure } from './storageFailure.ts'

export type WorkspaceCheck = { readonly name: string; readonly ok: boolean; readonly detail: string }
export type WorkspaceReport = { readonly ok: boolean; readonly checks: readonly WorkspaceCheck[] }

/**
 * Checks the database of a data folder without writing anything, also while another process uses it: the file, its
 * foreign keys, migrations and guards, and that orders, payments, events and frozen forecasts agree. Fails with
 * `not_found` when the folder holds no database; everything that is wrong with one is in the report.
 */
export function checkWorkspace(dataDir: string): Result<WorkspaceReport> {
  const { database: file } = dataFolderAt(dataDir)
  const found = inspectDatabase(file)
  if (found.ok && found.value.empty)
    return refusal('not_found', `${file}: expected a Foreclick database, got none.`)
  if (!found.ok) return report([{ name: 'file', ok: false, detail: found.failure.message }])
  const plan = planMigrations(file, found.value.applied, migrations)
  const history: WorkspaceCheck = {
    name: 'migrations',
    ok: plan.ok,
    detail: plan.ok
      ? `${found.value.applied.length} applied, unchanged; ${plan.value.length} to come`
      : plan.failure.message,
  }
  const isCurrent = plan.ok && plan.value.length === 0
  try {
    return report([...checkFile(file, isCurrent), history, ...(isCurrent ? checkContents(file) : [])])
  } catch (error) {
    const { message } = storageFailure(file, error)
    return report([history, { name: 'file', ok: false, detail: message }])
  }
}

function report(checks: readonly WorkspaceCheck[]): Result<WorkspaceReport> {
  return { ok: true, value: { ok: checks.every(check => check.ok), checks } }
}

function checkFile(file: string, isCurrent: boolean): readonly WorkspaceCheck[] {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  try {
    return [
      verdict('file', findDamage(database, 'integrity_check'), 'the file and its indexes are sound'),
      verdict('foreign keys', danglingKeys(database), 'every reference points to a row'),
      ...(isCurrent
        ? [verdict('schema', schemaDifferences(database, migrations), 'tables and guards are as migrated')]
        : []),
    ]
  } finally {
    database.close()
  }
}

function checkContents(file: string): readonly WorkspaceCheck[] {
  const reader = openReader(file)
  try {
    return reader.handle.snapshot(() =>
      checkRecords(reader.handle).map(({ name, problems, sound }) => verdict(name, problems, sound)),
    )
  } finally {
    reader.close()
  }
}

function verdict(name: string, problems: readonly string[], sound: string): WorkspaceCheck {
  const shown = problems.slice(0, 5).join('; ')
  const more = problems.length > 5 ? `; and ${problems.length - 5} more` : ''
  return { name, ok: problems.length === 0, detail: problems.length === 0 ? sound : shown + more }
}
