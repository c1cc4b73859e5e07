import { closeSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { checkRecords } from './checkRecords.ts'
import { openReader } from './connection.ts'
import { danglingKeys } from './danglingKeys.ts'
import { findDamage } from './findDamage.ts'
import { flush } from './flush.ts'

/**
 * Copies a database as it is at one moment, also while it is written, into `target`, which must not exist (D20, D21). The
 * copy is made under another name, opened, checked down to ledger and log, and only then given its name. Throws, and
 * leaves nothing, when anything is amiss.
 */
export function verifiedCopy(source: string, target: string): void {
  const partial = `${target}.partial-${process.pid}`
  try {
    // The copy holds birth dates and payments: for the owner alone. VACUUM INTO accepts an empty file.
    closeSync(openSync(partial, 'wx', 0o600))
    const database = new SqliteDatabase(source, { readonly: true, fileMustExist: true })
    try {
      database.prepare('VACUUM INTO ?').run(partial)
    } finally {
      database.close()
    }
    const problems = problemsOf(partial)
    if (problems.length > 0) throw new Error(`The backup of ${source} is not good: ${problems.join('; ')}`)
    flush(partial, 'file')
    renameSync(partial, target)
    flush(dirname(target), 'folder')
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** What is wrong with a database file of this program's version; nothing when it is whole. */
export function problemsOf(file: string): readonly string[] {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  try {
    const problems = [...findDamage(database, 'integrity_check'), ...danglingKeys(database)]
    if (problems.length > 0) return problems
  } finally {
    database.close()
  }
  const reader = openReader(file)
  try {
    return checkRecords(reader.handle).flatMap(({ name, problems }) =>
      problems.map(problem => `${name}: ${problem}`),
    )
  } finally {
    reader.close()
  }
}
