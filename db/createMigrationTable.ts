import type SqliteDatabase from 'better-sqlite3'

/** The table in which a database remembers its migrations; made before the first of them. */
export function createMigrationTable(database: SqliteDatabase.Database): void {
  database.exec(
    'CREATE TABLE migration (position INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE, "when" INTEGER NOT NULL, ' +
      'hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
  )
}
