import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { type Refusal, refusal } from './refusal.ts'
import { storageFailure } from './storageFailure.ts'

/** Where everything of a workspace lives. Paths are absolute. */
export type DataFolder = {
  readonly path: string
  readonly database: string
  /** A database under construction; it becomes `database` by one rename, or never. */
  readonly nextDatabase: string
  readonly backups: string
  readonly lock: string
  readonly owner: string
}

/** The paths in a data folder. Touches nothing. */
export function dataFolderAt(dataDir: string): DataFolder {
  const path = resolve(dataDir)
  return {
    path,
    database: join(path, 'foreclick.db'),
    nextDatabase: join(path, 'foreclick.db.next'),
    backups: join(path, 'backups'),
    lock: join(path, 'foreclick.lock'),
    owner: join(path, 'foreclick.owner.json'),
  }
}

/** Makes the folder, for its owner alone, unless it is there; fails when it cannot be written or is no folder. */
export function makeDataFolder(folder: DataFolder): Result<undefined> {
  try {
    mkdirSync(folder.path, { recursive: true, mode: 0o700 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR'))
      return refusal(
        'bad_input',
        say('{{file}}: expected a folder for the data, got a file in its place.', { file: folder.path }),
      )
    return { ok: false, failure: storageFailure(folder.path, error) }
  }
  if (!isWritable(folder.path)) return readOnly(folder.path, 'folder')
  if (existsSync(folder.database) && !statSync(folder.database).isFile())
    return refusal(
      'bad_input',
      say('{{file}}: expected a database file, got something else.', { file: folder.database }),
    )
  if (existsSync(folder.database) && !isWritable(folder.database)) return readOnly(folder.database, 'file')
  return { ok: true, value: undefined }
}

/** A path without any write bit was made read-only on purpose, also for an administrator whom the system would let in. */
function isWritable(path: string): boolean {
  if ((statSync(path).mode & 0o222) === 0) return false
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function readOnly(path: string, kind: string): Refusal {
  return refusal(
    'read_only',
    say(
      '{{path}}: expected a {{kind}} that may be written, got a read-only one. Open it for reading only, or allow writing.',
      { path, kind },
    ),
  )
}
