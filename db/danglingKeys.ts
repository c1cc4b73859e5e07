import type SqliteDatabase from 'better-sqlite3'

import { say } from '../core/words/say.ts'

/** The tables with a foreign key that points nowhere, a line each; nothing when all point to a row. */
export function danglingKeys(database: SqliteDatabase.Database): readonly string[] {
  return database
    .prepare('SELECT "table", count(*) AS rows FROM pragma_foreign_key_check GROUP BY "table"')
    .raw()
    .all()
    .map(row =>
      Array.isArray(row)
        ? say('{{count}} rows of {{table}} point nowhere', { count: String(row[1]), table: String(row[0]) })
        : String(row),
    )
}
