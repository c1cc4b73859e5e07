import SqliteDatabase from 'better-sqlite3'

import { say } from '../core/words/say.ts'
import { createMigrationTable } from './createMigrationTable.ts'
import type { Migration } from './migration.ts'

/** Where a database's tables, indexes and triggers are not what the migrations make of an empty one. */
export function schemaDifferences(
  database: SqliteDatabase.Database,
  migrations: readonly Migration[],
): readonly string[] {
  const model = new SqliteDatabase(':memory:')
  try {
    createMigrationTable(model)
    for (const migration of migrations) model.exec(migration.sql)
    const expected = objectsOf(model)
    const got = objectsOf(database)
    return [
      ...[...expected]
        .filter(([name, sql]) => got.get(name) !== sql)
        .map(([name]) =>
          got.has(name) ? say('{{name}} is changed', { name }) : say('{{name}} is gone', { name }),
        ),
      ...[...got.keys()]
        .filter(name => !expected.has(name))
        .map(name => say('{{name}} does not belong here', { name })),
    ]
  } finally {
    model.close()
  }
}

/** Statistics tables are SQLite's own. */
function objectsOf(database: SqliteDatabase.Database): ReadonlyMap<string, string> {
  const rows: readonly unknown[] = database
    .prepare(
      "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'",
    )
    .raw()
    .all()
  return new Map(rows.map(row => (Array.isArray(row) ? [String(row[0]), String(row[1])] : [String(row), ''])))
}
