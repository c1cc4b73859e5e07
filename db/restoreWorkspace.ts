import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Result } from '../core/contract/failure.ts'
import { type DataFolder, dataFolderAt, makeDataFolder } from './dataFolder.ts'
import { flush } from './flush.ts'
import { lockFolder } from './folderLock.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { migrations } from './migrations.ts'
import { planMigrations } from './planMigrations.ts'
import { refusal } from './refusal.ts'
import { commitRestore, finishRestore, stagedLog } from './restoreJournal.ts'
import { storageFailure } from './storageFailure.ts'
import { problemsOf } from './verifiedCopy.ts'

/** Where the database that was replaced is kept; undefined where there was none. */
export type Restored = { readonly file: string; readonly replaced: string | undefined }

const replacedPrefix = 'replaced-'

/**
 * Puts a backup in the place of a workspace's database (D23, D24). The backup is checked first; what was there is kept, with
 * its log, and never deleted. Killed at any moment, the folder has the old database, or the new one at its next opening.
 */
export function restoreWorkspace(
  dataDir: string,
  options: { readonly from: string; readonly now: number },
): Result<Restored> {
  const from = resolve(options.from)
  const wrong = whyNotGood(from)
  if (wrong !== undefined) return wrong
  return replacing(dataDir, options.now, folder => {
    copyFileSync(from, folder.nextDatabase)
    flush(folder.nextDatabase, 'file')
    return from
  })
}

/** Takes the last restore back: the database that it replaced is put back as it was. */
export function revertRestore(dataDir: string, now: number): Result<Restored> {
  const { backups } = dataFolderAt(dataDir)
  const last = existsSync(backups)
    ? readdirSync(backups)
        .filter(name => name.startsWith(replacedPrefix))
        .toSorted()
        .at(-1)
    : undefined
  if (last === undefined)
    return refusal('not_found', `${backups}: expected a database that was replaced, got none.`)
  const kept = join(backups, last, 'foreclick.db')
  return replacing(dataDir, now, folder => {
    copyFileSync(kept, folder.nextDatabase)
    flush(folder.nextDatabase, 'file')
    if (existsSync(`${kept}-wal`)) {
      copyFileSync(`${kept}-wal`, stagedLog(folder))
      flush(stagedLog(folder), 'file')
    }
    return kept
  })
}

/** Holds the folder, keeps what is in it, has the successor staged, and puts it in place. */
function replacing(dataDir: string, now: number, stage: (folder: DataFolder) => string): Result<Restored> {
  const folder = dataFolderAt(dataDir)
  const made = makeDataFolder(folder)
  if (!made.ok) return made
  const lock = lockFolder(folder)
  if (!lock.ok) return lock
  try {
    finishRestore(folder)
    clearStage(folder)
    const file = stage(folder)
    const replaced = keepOld(folder, now)
    commitRestore(folder)
    return { ok: true, value: { file, replaced } }
  } catch (error) {
    clearStage(folder)
    return { ok: false, failure: storageFailure(folder.path, error) }
  } finally {
    lock.value.release()
  }
}

function clearStage(folder: DataFolder): void {
  rmSync(folder.nextDatabase, { force: true })
  rmSync(stagedLog(folder), { force: true })
}

function keepOld(folder: DataFolder, now: number): string | undefined {
  if (!existsSync(folder.database)) return undefined
  const stamp = new Date(now).toISOString().replaceAll(':', '-')
  const kept = join(folder.backups, `${replacedPrefix}${stamp}`)
  mkdirSync(kept, { recursive: true, mode: 0o700 })
  for (const end of ['', '-wal']) {
    if (!existsSync(`${folder.database}${end}`)) continue
    copyFileSync(`${folder.database}${end}`, join(kept, `foreclick.db${end}`))
    flush(join(kept, `foreclick.db${end}`), 'file')
  }
  flush(folder.backups, 'folder')
  return kept
}

/** A backup is a file of its own, of this program or an older one of it, and whole. */
function whyNotGood(file: string): Result<never> | undefined {
  if (!existsSync(file)) return refusal('not_found', `${file}: expected a backup, got no such file.`)
  const found = inspectDatabase(file)
  if (!found.ok) return found
  if (found.value.empty) return refusal('bad_input', `${file}: expected a backup, got an empty database.`)
  const plan = planMigrations(file, found.value.applied, migrations)
  if (!plan.ok) return plan
  // An older one is checked by the migrations that bring it up to date.
  if (plan.value.length > 0) return undefined
  const problems = problemsOf(file)
  return problems.length === 0
    ? undefined
    : refusal('damaged', `${file}: expected a whole backup, got "${problems.slice(0, 3).join('; ')}".`)
}
