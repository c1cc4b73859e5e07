import { createHash } from 'node:crypto'

import SqliteDatabase from 'better-sqlite3'

export type Content = {
  /** Entries of the log. */
  readonly entries: number
  /** SHA-256 of every row of every table. */
  readonly hash: string
}

/** What a database holds, whatever its pages look like. Reads what a killed process left in the log, too. */
export function contentOf(file: string): Content {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  try {
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .pluck()
      .all()
      .map(String)
    const hash = createHash('sha256')
    database.transaction(() => {
      for (const table of tables) {
        hash.update(`\n${table}`)
        // In the order in which the table lies: a command that is undone gives its row ids back.
        for (const row of database.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>)
          for (const value of row)
            hash.update(Buffer.isBuffer(value) ? value : `\t${typeof value} ${String(value)}`)
      }
    })()
    const entries = Number(database.prepare('SELECT count(*) FROM log_entry').pluck().get())
    return { entries, hash: hash.digest('hex') }
  } finally {
    database.close()
  }
}
