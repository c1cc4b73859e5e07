import { closeSync, copyFileSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import type { Failure, Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { applicationId } from './applicationId.ts'
import { stampOf } from './backups.ts'
import { createMigrationTable } from './createMigrationTable.ts'
import type { DataFolder } from './dataFolder.ts'
import { flush } from './flush.ts'
import type { Migration } from './migration.ts'
import { runMigration } from './runMigration.ts'
import { storageFailure } from './storageFailure.ts'
import { verifiedBackup } from './verifiedBackup.ts'

/**
 * Takes the database of a locked folder through the pending migrations, or creates it when `empty`. The work happens on a
 * copy of a verified backup, which replaces the database by one rename at the very end: whatever fails, and whenever the
 * process is killed, the old file stays as it was, byte for byte (D13, D17). On success the backup is kept.
 */
export function migrate(
  folder: DataFolder,
  pending: readonly Migration[],
  options: { readonly empty: boolean; readonly now: number },
): Result<undefined> {
  const [first] = pending
  if (!first) return { ok: true, value: undefined }
  const backup = options.empty ? undefined : backupPath(folder, first, options.now)
  try {
    removeNext(folder)
    if (backup === undefined) closeSync(openSync(folder.nextDatabase, 'wx', 0o600))
    else {
      settle(folder.database)
      mkdirSync(folder.backups, { recursive: true, mode: 0o700 })
      verifiedBackup(folder.database, backup)
      copyFileSync(backup, folder.nextDatabase)
    }
    runAll(folder.nextDatabase, pending, options)
    flush(folder.nextDatabase, 'file')
    renameSync(folder.nextDatabase, folder.database)
    flush(folder.path, 'folder')
    return { ok: true, value: undefined }
  } catch (error) {
    removeNext(folder)
    if (backup !== undefined) rmSync(backup, { force: true })
    return { ok: false, failure: migrationFailure(folder, error) }
  }
}

function backupPath(folder: DataFolder, first: Migration, now: number): string {
  return join(folder.backups, `before-${first.tag}-${stampOf(now)}.db`)
}

function removeNext(folder: DataFolder): void {
  rmSync(folder.nextDatabase, { force: true })
  rmSync(`${folder.nextDatabase}-journal`, { force: true })
}

/**
 * Brings what a killed process left in the write-ahead log into the file, so that no log is left to be replayed over its
 * successor. Writes nothing to a file that was closed in order. Throws SQLITE_BUSY while another program reads it.
 */
function settle(file: string): void {
  const database = new SqliteDatabase(file, { fileMustExist: true })
  try {
    if (database.pragma('journal_mode', { simple: true }) !== 'delete')
      database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

function runAll(
  file: string,
  pending: readonly Migration[],
  options: { readonly empty: boolean; readonly now: number },
): void {
  const database = new SqliteDatabase(file, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
    database.pragma('foreign_keys = OFF')
    if (options.empty) {
      database.pragma(`application_id = ${applicationId}`)
      createMigrationTable(database)
    }
    for (const migration of pending) runMigration(database, migration, options.now)
  } finally {
    database.close()
  }
}

function migrationFailure(folder: DataFolder, error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error)
  const isOfSql = error instanceof SqliteDatabase.SqliteError && /^SQLITE_(ERROR|CONSTRAINT)/.test(error.code)
  if (isOfSql || (error instanceof Error && !('code' in error)))
    return {
      code: 'damaged',
      message: say('{{file}}: expected to bring it up to date, but "{{reason}}". The file is as it was.', {
        file: folder.database,
        reason,
      }),
    }
  return storageFailure(folder.database, error)
}
