import type SqliteDatabase from 'better-sqlite3'

/** How many rows each table has. */
export function countRows(database: SqliteDatabase.Database): ReadonlyMap<string, number> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .pluck()
    .all()
    .map(String)
  return new Map(
    tables.map(table => [table, Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
  )
}
