import { existsSync } from 'node:fs'

import SqliteDatabase from 'better-sqlite3'

/**
 * Undoes the change in the middle of which the last program ended, if it did: between single file and write-ahead log, a
 * database passes through a rollback journal, which a connection that only reads may not play back. For a locked folder.
 */
export function rollBackJournal(file: string): void {
  if (!existsSync(file) || !existsSync(`${file}-journal`)) return
  const database = new SqliteDatabase(file, { fileMustExist: true })
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
  } finally {
    database.close()
  }
}
