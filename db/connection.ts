import SqliteDatabase from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'

import { isDiskFull } from './storageFailure.ts'

type Database = BetterSQLite3Database

/** What queries take. A writer is also a reader, so that a command sees its own work. */
export type Reader = {
  /** The database file, for messages. */
  readonly file: string
  readonly read: Pick<Database, 'select' | 'selectDistinct'>
  /**
   * For work on very many rows: a statement that is prepared once. That of a reader cannot write. SQLite plans it anew for
   * each value of an `= ?` that it may look up in an index, and only once with `= +?`.
   */
  readonly prepare: SqliteDatabase.Database['prepare']
  /** Runs queries that must see one and the same state. */
  readonly snapshot: <T>(queries: () => T) => T
}

/** What commands take; there is one in a process. A copy with another clock, id maker or person writes history. */
export type Writer = Reader & {
  readonly write: Pick<Database, 'insert' | 'update' | 'delete'>
  /**
   * Begins IMMEDIATE (D5) and commits when `work` returns; rolls back when it throws. Nests. When the disk is full, it
   * brings the log into the file, which makes room, and runs `work` once more from its beginning (D8).
   */
  readonly transaction: <T>(work: () => T) => T
  /** Whether a transaction has begun that others nest in. */
  readonly isInside: () => boolean
  /**
   * Refuses transactions as busy until the answer is called: another thread of this process writes, and to wait for it
   * would hold up every request.
   */
  readonly hold: () => () => void
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly makeId: () => string
  /** Who is written into the events of an order. */
  readonly who: string
}

export type Connection<T> = { readonly handle: T; readonly close: () => void }

/** The oldest SQLite without the bug that corrupts a write-ahead log shared by two connections (D2). */
const oldestSqlite = [3, 51, 3]
const busyTimeoutMs = 5_000
const journalSizeLimitBytes = 8 * 1024 * 1024

/** Each is set and read back: SQLite ignores what it does not like, and WAL lowers `synchronous` on its own (D1). */
const writerPragmas: readonly (readonly [name: string, value: string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', busyTimeoutMs],
  ['journal_size_limit', journalSizeLimitBytes],
  // Makes REPLACE fire the triggers that keep rows.
  ['recursive_triggers', 1],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['trusted_schema', 0],
]

/**
 * For a command on very many rows: what a statement changed, to be able to undo it, is noted in memory instead of a file.
 * The memory is that of the pages which a few thousand rows change.
 */
const bulkPragmas: typeof writerPragmas = [...writerPragmas, ['temp_store', 2]]

type Maker = Pick<Writer, 'now' | 'makeId' | 'who'>

/** Opens the one connection that writes. Throws when SQLite refuses a setting or is too old. */
export function openWriter(file: string, maker: Maker): Connection<Writer> {
  return open(file, maker, writerPragmas)
}

/** The same for a command on very many rows; `stage` is the file of rows on their way in, to be read as `stage.…`. */
export function openBulkWriter(file: string, maker: Maker, stage?: string): Connection<Writer> {
  return open(file, maker, bulkPragmas, stage)
}

function open(file: string, maker: Maker, pragmas: typeof writerPragmas, stage?: string): Connection<Writer> {
  const database = new SqliteDatabase(file, { fileMustExist: true, timeout: busyTimeoutMs })
  try {
    assertSqliteVersion(database)
    for (const [name, value] of pragmas) {
      database.pragma(`${name} = ${value}`)
      const got = database.pragma(name, { simple: true })
      if (got !== value) throw new Error(`${file}: expected PRAGMA ${name} ${value}, got ${String(got)}`)
    }
  } catch (error) {
    database.close()
    throw error
  }
  if (stage !== undefined) database.prepare('ATTACH ? AS stage').run(stage)
  const orm = drizzle(database, { casing: 'snake_case' })
  let holds = 0
  return {
    handle: {
      file,
      read: orm,
      write: orm,
      prepare: database.prepare.bind(database),
      snapshot: queries => database.transaction(queries).deferred(),
      transaction(work) {
        if (holds > 0) throw new SqliteDatabase.SqliteError('an import is being written', 'SQLITE_BUSY')
        return transaction(database, work)
      },
      isInside: () => database.inTransaction,
      hold() {
        holds++
        let isHeld = true
        return () => {
          if (isHeld) holds--
          isHeld = false
        }
      },
      ...maker,
    },
    close: () => closeWriter(database),
  }
}

function transaction<T>(database: SqliteDatabase.Database, work: () => T): T {
  const isInside = database.inTransaction
  try {
    return database.transaction(work).immediate()
  } catch (error) {
    if (isInside || !isDiskFull(error)) throw error
    makeRoom(database)
    return database.transaction(work).immediate()
  }
}

/** The log is emptied into the file. That may need room itself: then whatever comes next says that there is none. */
function makeRoom(database: SqliteDatabase.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!isDiskFull(error)) throw error
  }
}

/** Opens a connection that cannot write. */
export function openReader(file: string): Connection<Reader> {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
  assertSqliteVersion(database)
  const orm = drizzle(database, { casing: 'snake_case' })
  return {
    handle: {
      file,
      read: orm,
      prepare: database.prepare.bind(database),
      snapshot: queries => database.transaction(queries).deferred(),
    },
    close: () => database.close(),
  }
}

/**
 * Leaves a single file at rest, without a log beside it, so that it can be copied, and read in a folder that cannot be
 * written. While another process reads, the log has to stay; the next writer finds it.
 */
function closeWriter(database: SqliteDatabase.Database): void {
  try {
    database.pragma('busy_timeout = 0')
    database.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error
  } finally {
    database.close()
  }
}

function assertSqliteVersion(database: SqliteDatabase.Database): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get())
  const difference = version
    .split('.')
    .map((part, place) => Number(part) - (oldestSqlite[place] ?? 0))
    .find(each => each !== 0)
  if ((difference ?? 0) < 0)
    throw new Error(`Expected SQLite ${oldestSqlite.join('.')} or newer, got ${version}`)
}
