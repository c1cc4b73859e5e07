import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'

import type { Failure, Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { type Connection, type Reader, type Writer, openReader, openWriter } from './connection.ts'
import { type DataFolder, dataFolderAt, makeDataFolder } from './dataFolder.ts'
import { type FolderLock, lockFolder } from './folderLock.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migration.ts'
import { migrations as ownMigrations } from './migrations.ts'
import { missingForQueries } from './missingForQueries.ts'
import { planMigrations } from './planMigrations.ts'
import { type Refusal, refusal } from './refusal.ts'
import { finishRestore } from './restoreJournal.ts'
import { rollBackJournal } from './rollBackJournal.ts'
import { isDiskFull, storageFailure } from './storageFailure.ts'
import { recordWorkspace } from './workspaceMeta.ts'

type Opened = { readonly dataDir: string; readonly reader: Reader; readonly close: () => void }

/** An open workspace. Close it before the thread or process ends (D4). */
export type WorkspaceDb =
  | (Opened & { readonly readOnly: false; readonly writer: Writer })
  | (Opened & { readonly readOnly: true; readonly writer: undefined })

export type OpenOptions = {
  readonly dataDir: string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** `write` makes, locks and migrates the folder; `read` writes nothing and asks for no lock. */
  readonly mode: 'write' | 'read'
  /** Who is written into the events of an order. */
  readonly who?: string
  readonly makeId?: () => string
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the workspace in a data folder. Fails, having written nothing, with `bad_input` (not a folder, a database of
 * another program), `read_only`, `locked`, `damaged`, `newer`, `refused` (migrations out of order) or, for reading,
 * `not_found`. A database newer than the program can be opened for reading as long as all that the program knows is there.
 */
export function openWorkspace(options: OpenOptions): Result<WorkspaceDb> {
  const folder = dataFolderAt(options.dataDir)
  return options.mode === 'write' ? openToWrite(folder, options) : openToRead(folder, options)
}

function openToWrite(folder: DataFolder, options: OpenOptions): Result<WorkspaceDb> {
  const made = makeDataFolder(folder)
  if (!made.ok) return made
  if (!existsSync(folder.lock) && !existsSync(`${folder.database}-journal`)) {
    // Nobody has used this folder yet: look before leaving a lock file in what may not be ours.
    const pending = findPending(folder, options)
    if (!pending.ok) return pending
  }
  const lock = lockFolder(folder)
  if (!lock.ok) return lock
  let opened: Result<WorkspaceDb> | undefined
  try {
    opened = openLocked(folder, lock.value, options)
    return opened
  } finally {
    if (!opened?.ok) lock.value.release()
  }
}

function openLocked(folder: DataFolder, lock: FolderLock, options: OpenOptions): Result<WorkspaceDb> {
  const settled = finishInterrupted(folder)
  if (!settled.ok) return settled
  const found = findPending(folder, options)
  if (!found.ok) return found
  const { empty, pending } = found.value
  let writer: Connection<Writer> | undefined
  try {
    lock.sign(options.now())
    const migrated = migrate(folder, pending, { empty, now: options.now() })
    if (!migrated.ok) return migrated
    writer = openWriter(folder.database, {
      now: options.now,
      makeId: options.makeId ?? randomUUID,
      who: options.who ?? 'user',
    })
    recordWorkspace(writer.handle)
    return { ok: true, value: writableWorkspace(folder, lock, writer) }
  } catch (error) {
    writer?.close()
    return { ok: false, failure: openingFailure(folder, error) }
  }
}

function openingFailure(folder: DataFolder, error: unknown): Failure {
  const failure = storageFailure(folder.database, error)
  return isDiskFull(error)
    ? {
        ...failure,
        message: say('{{failure}} Make room, or open the folder for reading only.', {
          failure: failure.message,
        }),
      }
    : failure
}

/** A restore that was decided before the last end is brought to its end; a change that was not is undone. */
function finishInterrupted(folder: DataFolder): Result<undefined> {
  try {
    finishRestore(folder)
    rollBackJournal(folder.database)
    return { ok: true, value: undefined }
  } catch (error) {
    return { ok: false, failure: storageFailure(folder.database, error) }
  }
}

function writableWorkspace(folder: DataFolder, lock: FolderLock, writer: Connection<Writer>): WorkspaceDb {
  const reader = openReader(folder.database)
  return {
    dataDir: folder.path,
    readOnly: false,
    reader: reader.handle,
    writer: writer.handle,
    close: () => {
      reader.close()
      writer.close()
      lock.release()
    },
  }
}

type Pending = { readonly empty: boolean; readonly pending: readonly Migration[] }

function findPending(folder: DataFolder, options: OpenOptions): Result<Pending> {
  const found = inspectDatabase(folder.database)
  if (!found.ok) return found
  const { empty, applied } = found.value
  const plan = planMigrations(folder.database, applied, options.migrations ?? ownMigrations)
  return plan.ok ? { ok: true, value: { empty, pending: plan.value } } : plan
}

function openToRead(folder: DataFolder, options: OpenOptions): Result<WorkspaceDb> {
  const found = inspectDatabase(folder.database)
  if (!found.ok) return found
  if (found.value.empty)
    return refusal(
      'not_found',
      say('{{file}}: expected a Foreclick database, got none.', { file: folder.database }),
    )
  const plan = planMigrations(folder.database, found.value.applied, options.migrations ?? ownMigrations)
  if (!plan.ok && plan.failure.code !== 'newer') return plan
  let reader: Connection<Reader> | undefined
  try {
    reader = openReader(folder.database)
    const missing = missingForQueries(reader.handle)
    if (missing === undefined)
      return {
        ok: true,
        value: {
          dataDir: folder.path,
          readOnly: true,
          reader: reader.handle,
          writer: undefined,
          close: reader.close,
        },
      }
    reader.close()
    return plan.ok ? outdated(folder, missing) : plan
  } catch (error) {
    reader?.close()
    return { ok: false, failure: storageFailure(folder.database, error) }
  }
}

function outdated(folder: DataFolder, missing: string): Refusal {
  return refusal(
    'read_only',
    say(
      '{{file}}: expected a database of this Foreclick, got an older one ({{missing}}). Open it once for writing, so that it can be brought up to date.',
      { file: folder.database, missing },
    ),
  )
}
