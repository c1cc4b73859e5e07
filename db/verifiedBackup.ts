import { closeSync, openSync, rmSync } from 'node:fs'

import SqliteDatabase from 'better-sqlite3'

import { say } from '../core/words/say.ts'
import { countRows } from './countRows.ts'
import { findDamage } from './findDamage.ts'
import { flush } from './flush.ts'

/**
 * Copies a database into `target` with VACUUM INTO, reopens the copy, checks it and compares its rows (D13, D20). The
 * source is not written, and must not be written meanwhile. Throws, and leaves no copy, when anything is amiss.
 */
export function verifiedBackup(source: string, target: string): void {
  try {
    // The copy holds birth dates and payments: for the owner alone. VACUUM INTO accepts an empty file.
    closeSync(openSync(target, 'wx', 0o600))
    const expected = copyInto(source, target)
    const copy = new SqliteDatabase(target, { readonly: true, fileMustExist: true })
    try {
      const problems = [...findDamage(copy, 'integrity_check'), ...differences(expected, countRows(copy))]
      if (problems.length > 0)
        throw new Error(
          say('The backup of {{file}} is not good: {{damage}}', {
            file: target,
            damage: problems.join('; '),
          }),
        )
    } finally {
      copy.close()
    }
    flush(target, 'file')
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

function copyInto(source: string, target: string): ReadonlyMap<string, number> {
  const database = new SqliteDatabase(source, { readonly: true, fileMustExist: true })
  try {
    database.prepare('VACUUM INTO ?').run(target)
    return countRows(database)
  } finally {
    database.close()
  }
}

function differences(
  expected: ReadonlyMap<string, number>,
  got: ReadonlyMap<string, number>,
): readonly string[] {
  return [...expected]
    .filter(([table, rows]) => got.get(table) !== rows)
    .map(([table, rows]) =>
      say('{{table}}: expected {{rows}} rows, got {{got}}', {
        table,
        rows,
        got: got.get(table) ?? say('no table'),
      }),
    )
}
