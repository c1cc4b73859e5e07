import { readFileSync, rmSync, writeFileSync } from 'node:fs'

import SqliteDatabase from 'better-sqlite3'
import * as v from 'valibot'

import type { Failure, Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import type { DataFolder } from './dataFolder.ts'
import { storageFailure } from './storageFailure.ts'

/** Held from opening to closing: one process at a time has a data folder (D31). */
export type FolderLock = {
  /** Leaves a note of who holds the folder, for the message that a second opener gets. */
  readonly sign: (startedAt: number) => void
  readonly release: () => void
}

const ownerNote = v.object({ pid: v.number(), startedAt: v.number() })

/**
 * Takes the folder, or fails with `locked`. The lock is SQLite's exclusive lock on an empty file of its own: the system
 * lets go of it when the process ends, however it ends. The lock file must never be opened by other means, because
 * closing any descriptor of it would drop the lock; hence the note is a file of its own.
 */
export function lockFolder(folder: DataFolder): Result<FolderLock> {
  let holder: SqliteDatabase.Database | undefined
  try {
    holder = new SqliteDatabase(folder.lock, { timeout: 0 })
    // Keeps the rollback journal, which is never used, from becoming a file.
    holder.pragma('journal_mode = MEMORY')
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder?.close()
    const failure = storageFailure(folder.lock, error)
    return { ok: false, failure: failure.code === 'busy' ? locked(folder) : failure }
  }
  const held = holder
  let signed = false
  return {
    ok: true,
    value: {
      sign: startedAt => {
        signed = true
        writeFileSync(folder.owner, JSON.stringify({ pid: process.pid, startedAt }), { mode: 0o600 })
      },
      release: () => {
        if (signed) rmSync(folder.owner, { force: true })
        held.close()
      },
    },
  }
}

function locked(folder: DataFolder): Failure {
  const note = readNote(folder.owner)
  const holder = note
    ? say('process {{pid}}, running since {{time}}', {
        pid: note.pid,
        time: new Date(note.startedAt).toISOString(),
      })
    : say('another process')
  return {
    code: 'locked',
    message: say(
      '{{folder}}: expected a data folder that nobody uses, but {{holder}} has it open. Close that Foreclick first, or open the folder for reading only.',
      { folder: folder.path, holder },
    ),
  }
}

function readNote(path: string): v.InferOutput<typeof ownerNote> | undefined {
  try {
    const parsed = v.safeParse(ownerNote, JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}
