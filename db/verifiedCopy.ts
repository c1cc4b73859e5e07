import { closeSync, fdatasyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { say } from '../core/words/say.ts'
import { checkRecords } from './checkRecords.ts'
import { openReader } from './connection.ts'
import { danglingKeys } from './danglingKeys.ts'
import { findDamage } from './findDamage.ts'
import { flush } from './flush.ts'

/**
 * Pages between two flushes, 8 MB: the disk takes a copy in small pieces, and a commit waits for one of them at most. Flushed
 * once at the end, a copy of 2 GB held a commit up for 670 ms.
 */
const pagesPerStep = 2000

export type CopySteps = {
  /** Called after every step, with pages. */
  readonly onStep?: (copied: number, pages: number) => void
  readonly isStopped?: () => boolean
}

/** What a copy that was stopped throws. */
export class CopyStopped extends Error {}

/**
 * Copies a database as it is at one moment, also while it is written, into `target`, which must not exist (D20, D21). The
 * copy is made under another name, opened, checked down to ledger and log, and only then given its name. Throws, and
 * leaves nothing, when anything is amiss or it is stopped.
 */
export async function verifiedCopy(source: string, target: string, steps: CopySteps = {}): Promise<void> {
  const partial = partialOf(target)
  try {
    // The copy holds birth dates and payments: for the owner alone. The backup API accepts an empty file.
    const descriptor = openSync(partial, 'wx', 0o600)
    try {
      await copyPages(source, partial, descriptor, steps)
    } finally {
      closeSync(descriptor)
    }
    leaveLog(partial)
    const problems = problemsOf(partial)
    if (problems.length > 0)
      throw new Error(
        say('The backup of {{file}} is not good: {{damage}}', { file: source, damage: problems.join('; ') }),
      )
    if (steps.isStopped?.() === true) throw new CopyStopped(say('{{file}}: stopped', { file: target }))
    flush(partial, 'file')
    renameSync(partial, target)
    flush(dirname(target), 'folder')
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** Files that a killed process left of a copy end so. */
export const partialCopy = /\.partial-\d+$/

function partialOf(target: string): string {
  return `${target}.partial-${process.pid}`
}

async function copyPages(
  source: string,
  partial: string,
  descriptor: number,
  { onStep, isStopped }: CopySteps,
): Promise<void> {
  const database = new SqliteDatabase(source, { readonly: true, fileMustExist: true })
  try {
    // Within one snapshot the copy does not begin anew whenever someone writes.
    database.exec('BEGIN')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    let pages = 0
    await database.backup(partial, {
      progress({ totalPages, remainingPages }) {
        if (isStopped?.() === true) throw new CopyStopped(say('{{file}}: stopped', { file: partial }))
        fdatasyncSync(descriptor)
        pages = totalPages
        onStep?.(totalPages - remainingPages, totalPages)
        return pagesPerStep
      },
    })
    // The last step is not told of.
    fdatasyncSync(descriptor)
    onStep?.(pages, pages)
  } finally {
    database.close()
  }
}

/** A copied page says that the database has a write-ahead log: the copy is one file alone. */
function leaveLog(file: string): void {
  const database = new SqliteDatabase(file, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
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
