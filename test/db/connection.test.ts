import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Reader } from '../../db/connection.ts'
import { listCreators, saveCreator } from '../../db/creators.ts'
import { saveSettings } from '../../db/settings.ts'
import { transact } from '../../db/transact.ts'
import { creatorFields } from './fixtures/samples.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const settings = {
  language: 'en',
  theme: 'dark',
  density: 'compact',
  backupEvery: 'hour',
  updates: 'off',
  updateFeed: '',
} as const

function pragma(reader: Reader, name: string): unknown {
  const value = sql.raw(`"${name === 'busy_timeout' ? 'timeout' : name}"`)
  return reader.read
    .select({ value })
    .from(sql.raw(`pragma_${name}`))
    .get()?.value
}

test('D1: the writer of a reopened file is in WAL with synchronous FULL, foreign keys and a bounded log', () => {
  const folder = temporaryFolder()
  openForTest(folder).close()
  const { writer } = openForTest(folder)
  saveSettings(writer, settings)
  expect(pragma(writer, 'journal_mode')).toBe('wal')
  expect(pragma(writer, 'synchronous')).toBe(2)
  expect(pragma(writer, 'foreign_keys')).toBe(1)
  expect(pragma(writer, 'busy_timeout')).toBe(5000)
  expect(pragma(writer, 'journal_size_limit')).toBe(8 * 1024 * 1024)
  expect(pragma(writer, 'recursive_triggers')).toBe(1)
})

test('D2: SQLite is 3.51.3 or newer', () => {
  const { reader } = openForTest(temporaryFolder())
  const version = String(
    reader.read
      .select({ value: sql`sqlite_version()` })
      .from(sql`(select 1)`)
      .get()?.value,
  )
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  expect(major * 1_000_000 + minor * 1_000 + patch).toBeGreaterThanOrEqual(3_051_003)
})

test('D3: the build has no progress callback, is safe for threads and takes no file URIs', () => {
  const database = new SqliteDatabase(':memory:')
  const options = database.prepare('PRAGMA compile_options').pluck().all()
  database.close()
  expect(options).toContain('OMIT_PROGRESS_CALLBACK')
  expect(options).toContain('THREADSAFE=2')
  expect(options).toContain('DEFAULT_FOREIGN_KEYS')
  expect(() => new SqliteDatabase('file:nowhere?mode=memory', { fileMustExist: true })).toThrow(
    'unable to open',
  )
})

test('D5: a transaction has the write lock before it writes anything', () => {
  const folder = temporaryFolder()
  const { writer } = openForTest(folder)
  const other = new SqliteDatabase(join(folder, 'foreclick.db'), { timeout: 0 })
  writer.transaction(() => expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('database is locked'))
  expect(() => other.exec('BEGIN IMMEDIATE; ROLLBACK')).not.toThrow()
  other.close()
})

test('D6: a reader cannot be passed to a command, and could not write if it were', () => {
  const { reader } = openForTest(temporaryFolder())
  // @ts-expect-error a command takes a Writer
  expect(() => saveSettings(reader, settings)).toThrow('not a function')
  // The objects are the same underneath, but this one's file is opened for reading only.
  const forced = { ...reader, write: reader.read, transaction: reader.snapshot, now: () => 0 }
  // @ts-expect-error its `write` has the type of a reader's
  expect(() => saveSettings(forced, settings)).toThrow('attempt to write a readonly database')
})

test('D6: a reader sees what was committed, and one state throughout a snapshot', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  writer.transaction(() => {
    valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
    expect(listCreators(writer)).toHaveLength(1)
    expect(listCreators(reader)).toHaveLength(0)
  })
  reader.snapshot(() => {
    expect(listCreators(reader)).toHaveLength(1)
    valueOf(saveCreator(writer, { id: null, fields: { ...creatorFields, handle: '@second' } }))
    expect(listCreators(reader)).toHaveLength(1)
  })
  expect(listCreators(reader)).toHaveLength(2)
})

test('D42: a command that fails half way, or inside a larger one, undoes just its own work', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const refused = { ok: false, failure: { code: 'refused', message: 'no' } } as const
  const outcome = transact(writer, () => {
    valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
    const inner = transact(writer, () => {
      valueOf(saveCreator(writer, { id: null, fields: { ...creatorFields, handle: '@second' } }))
      return refused
    })
    expect(failureOf(inner).code).toBe('refused')
    return { ok: true, value: undefined }
  })
  expect(outcome.ok).toBe(true)
  expect(listCreators(reader).map(each => each.handle)).toEqual(['@rose'])
})

test('D8: a full disk is a failure that names the file, and nothing is half written', () => {
  const folder = temporaryFolder()
  const { reader, writer } = openForTest(folder)
  // The file may not grow: what a full disk does, at any size.
  const { $client } = writer.write as unknown as { readonly $client: SqliteDatabase.Database }
  $client.pragma('max_page_count = 1')
  const failed = failureOf(
    transact(writer, () => {
      for (let i = 0; i < 2000; i++) {
        const saved = saveCreator(writer, { id: null, fields: { ...creatorFields, handle: `@c${i}` } })
        if (!saved.ok) return saved
      }
      return { ok: true, value: undefined }
    }),
  )
  expect(failed.message).toContain(join(folder, 'foreclick.db'))
  expect(failed.message).toContain('room on the disk')
  expect(listCreators(reader)).toEqual([])
})
