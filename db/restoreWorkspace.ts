import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import type { Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { stampOf } from './backups.ts'
import { type DataFolder, dataFolderAt, makeDataFolder } from './dataFolder.ts'
import { flush } from './flush.ts'
import { lockFolder } from './folderLock.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { migrations } from './migrations.ts'
import { planMigrations } from './planMigrations.ts'
import { readingFailure } from './readingFailure.ts'
import { type Refusal, refusal } from './refusal.ts'
import { commitRestore, finishRestore, stagedBeside } from './restoreJournal.ts'
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
    return refusal(
      'not_found',
      say('{{file}}: expected a database that was replaced, got none.', { file: backups }),
    )
  const kept = join(backups, last, 'foreclick.db')
  return replacing(dataDir, now, folder => {
    copyFileSync(kept, folder.nextDatabase)
    flush(folder.nextDatabase, 'file')
    for (const [end, path] of stagedBeside(folder)) {
      if (!existsSync(`${kept}${end}`)) continue
      copyFileSync(`${kept}${end}`, path)
      flush(path, 'file')
    }
    return kept
  })
}

/**
 * Makes the indexes anew, in a copy that takes the place of the database when it is whole: damage to indexes alone loses
 * nothing. Any other damage is refused, and the database stays as it was (D23).
 */
export function repairIndexes(dataDir: string, now: number): Result<Restored> {
  const { database } = dataFolderAt(dataDir)
  if (!existsSync(database))
    return refusal('not_found', say('{{file}}: expected a database, got no such file.', { file: database }))
  return replacing(dataDir, now, folder => {
    for (const end of ['', '-wal'])
      if (existsSync(`${folder.database}${end}`))
        copyFileSync(`${folder.database}${end}`, `${folder.nextDatabase}${end}`)
    const wrong = makeIndexesAnew(folder.nextDatabase) ?? whyNotGood(folder.nextDatabase)?.failure.message
    for (const end of ['-wal', '-shm']) rmSync(`${folder.nextDatabase}${end}`, { force: true })
    if (wrong !== undefined)
      throw new Refused(
        refusal(
          'damaged',
          say('{{file}}: expected damage to indexes alone, got "{{damage}}". Restore a backup instead.', {
            file: database,
            damage: wrong,
          }),
        ),
      )
    flush(folder.nextDatabase, 'file')
    return folder.database
  })
}

/** Why the indexes cannot be made; undefined when they are. */
function makeIndexesAnew(file: string): string | undefined {
  let database: SqliteDatabase.Database | undefined
  try {
    database = new SqliteDatabase(file, { fileMustExist: true })
    database.pragma('journal_mode = DELETE')
    database.exec('REINDEX')
    return undefined
  } catch (error) {
    return readingFailure(file, error).message
  } finally {
    database?.close()
  }
}

/** Begins with an empty workspace in the place of a database that cannot be opened, which is kept (D23). */
export function startEmpty(dataDir: string, now: number): Result<Restored> {
  return replacing(dataDir, now, folder => {
    writeFileSync(folder.nextDatabase, '', { mode: 0o600 })
    return folder.database
  })
}

/** Ends a replacement before anything was decided. */
class Refused extends Error {
  readonly result: Refusal
  constructor(result: Refusal) {
    super(result.failure.message)
    this.result = result
  }
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
    return error instanceof Refused
      ? error.result
      : { ok: false, failure: storageFailure(folder.path, error) }
  } finally {
    lock.value.release()
  }
}

function clearStage(folder: DataFolder): void {
  rmSync(folder.nextDatabase, { force: true })
  for (const [, path] of stagedBeside(folder)) rmSync(path, { force: true })
}

function keepOld(folder: DataFolder, now: number): string | undefined {
  if (!existsSync(folder.database)) return undefined
  const kept = join(folder.backups, `${replacedPrefix}${stampOf(now)}`)
  mkdirSync(kept, { recursive: true, mode: 0o700 })
  for (const end of ['', '-wal', '-journal']) {
    if (!existsSync(`${folder.database}${end}`)) continue
    copyFileSync(`${folder.database}${end}`, join(kept, `foreclick.db${end}`))
    flush(join(kept, `foreclick.db${end}`), 'file')
  }
  flush(folder.backups, 'folder')
  return kept
}

/** Why a file is no good backup: one is a file of its own, of this program or an older one of it, and whole. */
export function whyNotGood(file: string): Refusal | undefined {
  if (!existsSync(file))
    return refusal('not_found', say('{{file}}: expected a backup, got no such file.', { file }))
  const found = inspectDatabase(file)
  if (!found.ok) return found
  if (found.value.empty)
    return refusal('bad_input', say('{{file}}: expected a backup, got an empty database.', { file }))
  const plan = planMigrations(file, found.value.applied, migrations)
  if (!plan.ok) return plan
  // An older one is checked by the migrations that bring it up to date.
  if (plan.value.length > 0) return undefined
  const problems = problemsOf(file)
  return problems.length === 0
    ? undefined
    : refusal(
        'damaged',
        say('{{file}}: expected a whole backup, got "{{damage}}".', {
          file,
          damage: problems.slice(0, 3).join('; '),
        }),
      )
}
