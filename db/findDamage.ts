import type SqliteDatabase from 'better-sqlite3'

/**
 * What SQLite's own check of the file finds, at most five lines; nothing when it is sound. `integrity_check` also
 * compares indexes with tables. Neither notices values that were changed through SQL (D26).
 */
export function findDamage(
  database: SqliteDatabase.Database,
  check: 'quick_check' | 'integrity_check',
): readonly string[] {
  const lines = database.prepare(`PRAGMA ${check}(5)`).pluck().all().map(String)
  return lines.length === 1 && lines[0] === 'ok' ? [] : lines
}
