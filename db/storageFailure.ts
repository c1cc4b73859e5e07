import SqliteDatabase from 'better-sqlite3'

import type { Failure } from '../core/contract/failure.ts'
import { type Said, say } from '../core/words/say.ts'

type Cause = Pick<Failure, 'code'> & { readonly expected: Said }

/** What SQLite says, by the beginning of its code. A disk that fails or fills is never called a damaged file (D23). */
const causes: readonly (readonly [prefix: string, cause: Cause])[] = [
  ['SQLITE_NOTADB', { code: 'damaged', expected: say('a Foreclick database') }],
  ['SQLITE_CORRUPT', { code: 'damaged', expected: say('an undamaged Foreclick database') }],
  // A reader met the journal of a program that ended in the middle of a change.
  [
    'SQLITE_READONLY_ROLLBACK',
    {
      code: 'read_only',
      expected: say('a file whose last change was finished or undone (open it once for writing)'),
    },
  ],
  ['SQLITE_READONLY', { code: 'read_only', expected: say('a file that may be written') }],
  ['SQLITE_CANTOPEN', { code: 'read_only', expected: say('a file that may be opened') }],
  ['SQLITE_PERM', { code: 'read_only', expected: say('a file that may be opened') }],
  ['SQLITE_AUTH', { code: 'read_only', expected: say('a file that may be opened') }],
  ['SQLITE_BUSY', { code: 'busy', expected: say('a file that no other program is writing') }],
  ['SQLITE_LOCKED', { code: 'busy', expected: say('a file that no other program is writing') }],
  ['SQLITE_IOERR', { code: 'internal', expected: say('a disk that reads and writes') }],
]

/** The index of a write-ahead log that finds no room is an error of its own kind. */
const full: ReadonlySet<string> = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'])

/**
 * The failure that an error of SQLite or of the file system amounts to, naming the file, what was expected and what
 * came. Any other error is a mistake in the program: it is thrown on.
 */
export function storageFailure(file: string, error: unknown): Failure {
  if (isDiskFull(error))
    return {
      code: 'internal',
      message: say('{{file}}: expected room on the disk, got "{{reason}}" ({{code}}).', {
        file,
        reason: error.message,
        code: error.code,
      }),
    }
  if (error instanceof SqliteDatabase.SqliteError) {
    const cause = causes.find(([prefix]) => error.code.startsWith(prefix))?.[1]
    if (cause)
      return {
        code: cause.code,
        message: say('{{file}}: expected {{expected}}, got "{{reason}}" ({{code}}).', {
          file,
          expected: cause.expected,
          reason: error.message,
          code: error.code,
        }),
      }
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error)
    return {
      code: ['EACCES', 'EPERM', 'EROFS'].includes(error.code) ? 'read_only' : 'internal',
      message: say('{{file}}: expected a place that may be read and written, got "{{reason}}".', {
        file,
        reason: error.message,
      }),
    }
  throw error
}

/** Whether an error says that the disk, or the share of it that one may use, is full. */
export function isDiskFull(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && full.has(error.code)
}
