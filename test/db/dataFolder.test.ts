import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import type { Failure } from '../../core/contract/failure.ts'
import { listCreators, saveCreator } from '../../db/creators.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { readWorkspaceMeta } from '../../db/workspaceMeta.ts'
import { startChild } from './fixtures/childProcess.ts'
import { folderBytes } from './fixtures/folderBytes.ts'
import { creatorFields } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder, tickingClock } from './fixtures/workspaceFolder.ts'

/** Opens a folder that must not open, and shows that nothing in it was touched. */
function refusedToOpen(dataDir: string, mode: 'write' | 'read' = 'write'): Failure {
  const before = folderBytes(dataDir)
  const failure = failureOf(openWorkspace({ dataDir, now: tickingClock(), mode }))
  expect(folderBytes(dataDir)).toEqual(before)
  return failure
}

function closedWorkspace(): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder()
  const workspace = openForTest(folder)
  saveSampleOrder(workspace.writer)
  workspace.close()
  return { folder, file: join(folder, 'foreclick.db') }
}

test('D31: a missing folder is made for its owner alone, and rests as one database file and its lock', () => {
  const folder = join(temporaryFolder(), 'a', 'b')
  const workspace = openForTest(folder)
  expect(workspace).toMatchObject({ readOnly: false, dataDir: folder })
  expect(readWorkspaceMeta(workspace.reader)).toMatchObject({
    demo: false,
    counts: { creators: 0, videos: 0, orders: 0 },
  })
  workspace.close()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'foreclick.db')).mode & 0o777).toBe(0o600)
  expect(Object.keys(folderBytes(folder))).toEqual(['foreclick.db', 'foreclick.lock'])
})

test('D31: a second process is told who holds the folder, and gets it once the first is killed', async () => {
  const folder = temporaryFolder()
  const holder = startChild(new URL('./fixtures/holdFolder.ts', import.meta.url), folder)
  const [, pid] = (await holder.nextLine())!.split(' ')
  const failure = failureOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'write' }))
  expect(failure.code).toBe('locked')
  expect(failure.message).toContain(folder)
  expect(failure.message).toContain(`process ${pid}, running since 2026-11-23T00:00:00.000Z`)
  const reading = valueOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'read' }))
  expect(reading.readOnly).toBe(true)
  reading.close()
  expect((await holder.kill()).signal).toBe('SIGKILL')
  expect(existsSync(join(folder, 'foreclick.owner.json'))).toBe(true)
  expect(openForTest(folder).readOnly).toBe(false)
})

test('D31: of two openers in one process, the second is refused until the first closes', () => {
  const folder = temporaryFolder()
  const first = openForTest(folder)
  expect(failureOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'write' })).code).toBe(
    'locked',
  )
  first.close()
  expect(openForTest(folder).readOnly).toBe(false)
})

test('D31: a folder that is a file, or below one, is refused', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'data'), 'mine')
  for (const path of [join(folder, 'data'), join(folder, 'data', 'below')]) {
    const failure = failureOf(openWorkspace({ dataDir: path, now: tickingClock(), mode: 'write' }))
    expect(failure.code).toBe('bad_input')
    expect(failure.message).toContain(`${path}: expected a folder for the data, got a file`)
  }
  mkdirSync(join(folder, 'ours', 'foreclick.db'), { recursive: true })
  expect(refusedToOpen(join(folder, 'ours')).message).toContain(
    'expected a database file, got something else',
  )
})

test('D16: a read-only folder or file is refused for writing and opens for reading', () => {
  const { folder, file } = closedWorkspace()
  for (const [path, mode, kind] of [
    [file, 0o400, 'file'],
    [folder, 0o500, 'folder'],
  ] as const) {
    chmodSync(path, mode)
    const failure = refusedToOpen(folder)
    expect(failure.code).toBe('read_only')
    expect(failure.message).toContain(`${path}: expected a ${kind} that may be written, got a read-only one`)
    const before = folderBytes(folder)
    const workspace = valueOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'read' }))
    expect(workspace).toMatchObject({ readOnly: true, writer: undefined })
    expect(listCreators(workspace.reader)).toHaveLength(1)
    workspace.close()
    expect(folderBytes(folder)).toEqual(before)
    chmodSync(path, 0o700)
  }
})

test.each(['write', 'read'] as const)('D24: to %s, a file that is no database is refused', mode => {
  const folder = temporaryFolder()
  const file = join(folder, 'foreclick.db')
  writeFileSync(file, 'a shopping list, not a database\n'.repeat(200))
  const failure = refusedToOpen(folder, mode)
  expect(failure.code).toBe('damaged')
  expect(failure.message).toContain(`${file}: expected a Foreclick database, got "file is not a database"`)
})

test.each(['write', 'read'] as const)('D24: to %s, a database of another program is refused', mode => {
  const folder = temporaryFolder()
  const file = join(folder, 'foreclick.db')
  const other = new SqliteDatabase(file)
  other.exec('CREATE TABLE note (text TEXT)')
  other.close()
  const failure = refusedToOpen(folder, mode)
  expect(failure.code).toBe('bad_input')
  expect(failure.message).toContain(
    `${file}: expected a Foreclick database, got a database of another program`,
  )
})

test.each(['write', 'read'] as const)('D24: to %s, a damaged database is refused', mode => {
  const { folder, file } = closedWorkspace()
  const bytes = readFileSync(file)
  bytes.fill(0xff, 2 * 4096, 5 * 4096)
  writeFileSync(file, bytes)
  const failure = refusedToOpen(folder, mode)
  expect(failure.code).toBe('damaged')
  expect(failure.message).toContain(`${file}: expected an undamaged`)
})

test('D24: a database cut in half is refused, an empty file is taken for a new workspace', () => {
  const { folder, file } = closedWorkspace()
  truncateSync(file, statSync(file).size / 2)
  expect(refusedToOpen(folder).code).toBe('damaged')
  truncateSync(file, 0)
  expect(listCreators(openForTest(folder).reader)).toEqual([])
})

test('D23: a log without its database is not replayed over a new one', () => {
  const folder = temporaryFolder()
  const wal = join(folder, 'foreclick.db-wal')
  writeFileSync(wal, 'frames')
  const failure = refusedToOpen(folder)
  expect(failure.code).toBe('damaged')
  expect(failure.message).toContain(`the database that ${wal} belongs to`)
})

test('D16: reading a folder without a database is refused and makes none', () => {
  const folder = temporaryFolder()
  expect(refusedToOpen(folder, 'read').code).toBe('not_found')
  const missing = join(folder, 'missing')
  expect(failureOf(openWorkspace({ dataDir: missing, now: tickingClock(), mode: 'read' })).code).toBe(
    'not_found',
  )
  expect(existsSync(missing)).toBe(false)
})

test('D20: the closed file alone is the whole workspace', () => {
  const { file } = closedWorkspace()
  const elsewhere = temporaryFolder()
  copyFileSync(file, join(elsewhere, 'foreclick.db'))
  expect(listCreators(openForTest(elsewhere).reader)).toHaveLength(1)
})

test('D31: closing leaves nothing locked, also while a reader is still there', () => {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const reader = valueOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'read' }))
  close()
  expect(listCreators(reader.reader)).toHaveLength(1)
  const again = openForTest(folder)
  valueOf(saveCreator(again.writer, { id: null, fields: { ...creatorFields, handle: '@second' } }))
  expect(listCreators(reader.reader)).toHaveLength(2)
  reader.close()
})
