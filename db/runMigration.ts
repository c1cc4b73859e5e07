import type SqliteDatabase from 'better-sqlite3'

import { countRows } from './countRows.ts'
import { danglingKeys } from './danglingKeys.ts'
import { findDamage } from './findDamage.ts'
import type { Migration } from './migration.ts'

/**
 * Takes a database through one migration in one transaction (D14). Throws, and leaves the database as it was, when the
 * SQL fails or when afterwards a foreign key points nowhere, the file is unsound, a table lost or gained rows (but for
 * empty ones that the first line, `-- fills: a, b`, says it fills), or a trigger is gone. Foreign keys must be off: inside a transaction they cannot be switched off, and rebuilding a table
 * would empty its children (D11).
 */
export function runMigration(
  database: SqliteDatabase.Database,
  migration: Migration,
  appliedAt: number,
): void {
  if (database.pragma('foreign_keys', { simple: true }) !== 0)
    throw new Error(`Foreign keys must be off before migration ${migration.tag}`)
  database
    .transaction(() => {
      const before = { rows: countRows(database), triggers: triggersOf(database) }
      database.exec(migration.sql)
      database
        .prepare('INSERT INTO migration (tag, "when", hash, applied_at) VALUES (?, ?, ?, ?)')
        .run(migration.tag, migration.when, migration.hash, appliedAt)
      const problems = [
        ...danglingKeys(database),
        ...findDamage(database, 'integrity_check'),
        ...changedCounts(before.rows, countRows(database), filledBy(migration)),
        ...before.triggers
          .filter(name => !triggersOf(database).includes(name))
          .map(name => `trigger ${name} is gone`),
      ]
      if (problems.length > 0) throw new Error(`Migration ${migration.tag}: ${problems.join('; ')}`)
    })
    .immediate()
}

function triggersOf(database: SqliteDatabase.Database): readonly string[] {
  return database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all().map(String)
}

function changedCounts(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  filled: readonly string[],
): readonly string[] {
  return [...before]
    .filter(([table, rows]) => table !== 'migration' && after.get(table) !== rows)
    .filter(([table, rows]) => !(rows === 0 && after.has(table) && filled.includes(table)))
    .map(([table, rows]) => `${table} had ${rows} rows and has ${after.get(table) ?? 'gone'}`)
}

function filledBy({ sql }: Migration): readonly string[] {
  return /^-- fills: (.*)$/m.exec(sql)?.[1]?.split(', ') ?? []
}
