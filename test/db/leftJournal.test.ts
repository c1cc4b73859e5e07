import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import { backupWorkspace } from '../../db/backupWorkspace.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { listCreators } from '../../db/creators.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { restoreWorkspace, revertRestore } from '../../db/restoreWorkspace.ts'
import { folderBytes } from './fixtures/folderBytes.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder, tickingClock } from './fixtures/workspaceFolder.ts'

const now = Date.UTC(2026, 10, 23, 12)

/** A workspace in whose file a change was half written when its program ended, with the journal that undoes it. */
function halfChanged(): string {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  saveSampleOrder(writer)
  close()
  const file = join(folder, 'foreclick.db')
  const scratch = join(temporaryFolder(), 'scratch.db')
  copyFileSync(file, scratch)
  const database = new SqliteDatabase(scratch)
  // Pages that do not fit into memory are written before the commit.
  database.pragma('cache_size = 1')
  database.exec('BEGIN IMMEDIATE; CREATE TABLE half (text TEXT) STRICT')
  for (let i = 0; i < 200; i++) database.prepare('INSERT INTO half VALUES (?)').run('x'.repeat(3000))
  copyFileSync(scratch, file)
  copyFileSync(`${scratch}-journal`, `${file}-journal`)
  database.exec('ROLLBACK')
  database.close()
  return folder
}

test('D23: a change in whose middle the program ended is undone at the next opening, also in a copied folder', () => {
  for (const isCopied of [false, true]) {
    const folder = halfChanged()
    if (isCopied) rmSync(join(folder, 'foreclick.lock'))
    const { reader, close } = openForTest(folder)
    expect(listCreators(reader)).toHaveLength(1)
    close()
    expect(existsSync(join(folder, 'foreclick.db-journal'))).toBe(false)
    expect(valueOf(checkWorkspace(folder))).toMatchObject({ ok: true })
  }
})

test('D16, D23: a reader, which may not undo it, says what to do, and changes nothing', () => {
  const folder = halfChanged()
  const before = folderBytes(folder)
  const failure = failureOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'read' }))
  expect(failure.code).toBe('read_only')
  expect(failure.message).toContain(`${join(folder, 'foreclick.db')}: expected a file whose last change was`)
  expect(failure.message).toContain('open it once for writing')
  const report = valueOf(checkWorkspace(folder))
  expect(report.ok).toBe(false)
  expect(report.checks[0]?.detail).toContain('open it once for writing')
  expect(folderBytes(folder)).toEqual(before)
})

test('D23: the journal of a database that was replaced is not played over its successor, and goes back with it', async () => {
  const folder = halfChanged()
  const other = temporaryFolder()
  const { writer, close } = openForTest(other)
  for (const handle of ['@one', '@two', '@three']) saveSampleOrder(writer, handle)
  close()
  const out = join(temporaryFolder(), 'copy.db')
  valueOf(await backupWorkspace(other, out))
  const journal = readFileSync(join(folder, 'foreclick.db-journal'))
  valueOf(restoreWorkspace(folder, { from: out, now }))
  expect(existsSync(join(folder, 'foreclick.db-journal'))).toBe(false)
  expect(valueOf(checkWorkspace(folder)).ok).toBe(true)
  const restored = openForTest(folder)
  expect(listCreators(restored.reader)).toHaveLength(3)
  restored.close()
  valueOf(revertRestore(folder, now + 1000))
  expect(readFileSync(join(folder, 'foreclick.db-journal')).equals(journal)).toBe(true)
  expect(listCreators(openForTest(folder).reader)).toHaveLength(1)
})

test('D23: a journal without its database is not played back over a new one', () => {
  const folder = halfChanged()
  rmSync(join(folder, 'foreclick.db'))
  const before = folderBytes(folder)
  const failure = failureOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'write' }))
  expect(failure.code).toBe('damaged')
  expect(failure.message).toContain(`the database that ${join(folder, 'foreclick.db-journal')} belongs to`)
  expect(folderBytes(folder)).toEqual(before)
})
