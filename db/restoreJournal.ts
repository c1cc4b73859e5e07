import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { DataFolder } from './dataFolder.ts'
import { flush } from './flush.ts'

const name = 'foreclick.restore'

/** What takes the place of the database; a log only where the files are put back as they were. */
function staged(folder: DataFolder) {
  return {
    journal: join(folder.path, name),
    database: folder.nextDatabase,
    log: join(folder.path, `${name}.wal`),
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

/** Where the log of a database that is put back is laid beside `nextDatabase`. */
export function stagedLog(folder: DataFolder): string {
  return staged(folder).log
}

/** Finishes a restore that was decided; does nothing when there is none. Each step may be done again. */
export function finishRestore(folder: DataFolder): void {
  const { journal, database, log } = staged(folder)
  if (!existsSync(journal)) return
  if (existsSync(database)) {
    // The old log must not be replayed over the new database.
    rmSync(`${folder.database}-wal`, { force: true })
    rmSync(`${folder.database}-shm`, { force: true })
    renameSync(database, folder.database)
  }
  if (existsSync(log)) renameSync(log, `${folder.database}-wal`)
  flush(folder.path, 'folder')
  rmSync(journal, { force: true })
  flush(folder.path, 'folder')
}
