import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { DataFolder } from './dataFolder.ts'
import { flush } from './flush.ts'

const name = 'foreclick.restore'

/** What takes the place of the database; a log or a journal only where the files are put back as they were. */
function staged(folder: DataFolder) {
  return {
    journal: join(folder.path, name),
    database: folder.nextDatabase,
    log: join(folder.path, `${name}.wal`),
    undo: join(folder.path, `${name}.journal`),
  }
}

/** Decides that the staged files are the workspace from now on; from here the restore is finished, now or at the next open. */
export function commitRestore(folder: DataFolder): void {
  const { journal } = staged(folder)
  writeFileSync(`${journal}.new`, 'The database is being replaced.\n', { mode: 0o600 })
  flush(`${journal}.new`, 'file')
  renameSync(`${journal}.new`, journal)
  flush(folder.path, 'folder')
  finishRestore(folder)
}

/** Where the log and the journal of a database that is put back are laid beside `nextDatabase`, by the end of their name. */
export function stagedBeside(folder: DataFolder): readonly (readonly [end: string, path: string])[] {
  const { log, undo } = staged(folder)
  return [
    ['-wal', log],
    ['-journal', undo],
  ]
}

/** Finishes a restore that was decided; does nothing when there is none. Each step may be done again. */
export function finishRestore(folder: DataFolder): void {
  const { journal, database } = staged(folder)
  if (!existsSync(journal)) return
  if (existsSync(database)) {
    // What lies beside the old database must not be played over the new one.
    for (const end of ['-wal', '-shm', '-journal']) rmSync(`${folder.database}${end}`, { force: true })
    renameSync(database, folder.database)
  }
  for (const [end, path] of stagedBeside(folder))
    if (existsSync(path)) renameSync(path, `${folder.database}${end}`)
  flush(folder.path, 'folder')
  rmSync(journal, { force: true })
  flush(folder.path, 'folder')
}
