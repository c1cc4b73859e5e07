import { isUtf8 } from 'node:buffer'

import SqliteDatabase from 'better-sqlite3'

import { say } from '../core/words/say.ts'

/** As `drizzle-kit generate` writes them, one a line. */
const checkLine = /^\tCONSTRAINT "([^"]+)" CHECK\((.*)\),?$/gm

/**
 * Rows that break a CHECK of their table, and texts that are no UTF-8. SQLite's own check leaves out the former on a
 * connection that cannot write, and the latter always (D26).
 */
export function brokenValues(database: SqliteDatabase.Database): readonly string[] {
  const tables = database
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .raw()
    .all()
    .map(row => (Array.isArray(row) ? row.map(String) : []))
  return tables.flatMap(([name = '', sql = '']) => [
    ...brokenChecks(database, name, sql),
    ...brokenTexts(database, name),
  ])
}

function brokenChecks(database: SqliteDatabase.Database, table: string, sql: string): readonly string[] {
  const checks = [...sql.matchAll(checkLine)].map(([, name = '', condition = '']) => ({ name, condition }))
  if (checks.length === 0) return []
  const counts = checks.map(({ condition }) => `count(*) FILTER (WHERE NOT (${condition}))`).join(', ')
  try {
    const row: unknown = database.prepare(`SELECT ${counts} FROM "${table}"`).raw().get()
    const broken: readonly unknown[] = Array.isArray(row) ? row : []
    return checks.flatMap(({ name }, place) =>
      broken[place] === 0
        ? []
        : [
            say('{{count}} rows of {{table}} break {{rule}}', {
              count: String(broken[place]),
              table,
              rule: name,
            }),
          ],
    )
  } catch (error) {
    // A check that reads JSON stops at what is none.
    if (error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_ERROR')
      return [say('rows of {{table}} cannot be checked: {{reason}}', { table, reason: error.message })]
    throw error
  }
}

function brokenTexts(database: SqliteDatabase.Database, table: string): readonly string[] {
  const columns = database
    .prepare("SELECT name FROM pragma_table_xinfo(?) WHERE type = 'TEXT' COLLATE NOCASE")
    .pluck()
    .all(table)
    .map(String)
  if (columns.length === 0) return []
  const texts = columns.map(name => `CAST("${name}" AS BLOB)`).join(', ')
  const broken = new Map<string, number>()
  for (const row of database.prepare(`SELECT ${texts} FROM "${table}"`).raw().iterate()) {
    const values: readonly unknown[] = Array.isArray(row) ? row : []
    for (const [place, value] of values.entries()) {
      const column = columns[place] ?? ''
      if (Buffer.isBuffer(value) && !isUtf8(value)) broken.set(column, (broken.get(column) ?? 0) + 1)
    }
  }
  return [...broken].map(([column, rows]) =>
    say('{{count}} rows of {{table}} have no text in {{column}}', { count: rows, table, column }),
  )
}
