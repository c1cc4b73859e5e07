import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import type { Failure } from '../../core/contract/failure.ts'
import { backupWorkspace } from '../../db/backupWorkspace.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import type { Writer } from '../../db/connection.ts'
import { listCreators, saveCreator } from '../../db/creators.ts'
import { migrations } from '../../db/migrations.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { restoreWorkspace } from '../../db/restoreWorkspace.ts'
import { transact } from '../../db/transact.ts'
import { allOrders } from './fixtures/allOrders.ts'
import { startChild } from './fixtures/childProcess.ts'
import { folderBytes } from './fixtures/folderBytes.ts'
import { nextMigration } from './fixtures/nextMigration.ts'
import { creatorFields } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { mayMount, type SmallDisk, smallDisk } from './fixtures/smallDisk.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, tickingClock } from './fixtures/workspaceFolder.ts'

// Without the right to mount a disk these are skipped by name.
const onSmallDisk = { skip: !mayMount() }

function expectFull(failure: Failure, path: string): void {
  expect(failure.code).toBe('internal')
  expect(failure.message).toContain(`${path}: expected room on the disk, got`)
  expect(failure.message).not.toContain('damaged')
}

/** Saves creators until one does not go in; answers with how many did, and why the last did not. */
function fillWithCreators(writer: Writer): { readonly saved: number; readonly failure: Failure } {
  for (let saved = 0; ; saved++) {
    const fields = { ...creatorFields, handle: `@c${saved}`, displayName: 'x'.repeat(1000) }
    const result = saveCreator(writer, { id: null, fields })
    if (!result.ok) return { saved, failure: result.failure }
  }
}

/** A closed workspace with orders on a small disk. */
function workspaceOn(disk: SmallDisk, orders: number): { readonly folder: string; readonly file: string } {
  const folder = join(disk.path, 'data')
  const { writer, close } = openForTest(folder)
  for (let i = 0; i < orders; i++) saveSampleOrder(writer, `@creator${i}`)
  close()
  return { folder, file: join(folder, 'foreclick.db') }
}

test(
  'D8: a disk that fills during commands undoes the last one, keeps the others, and is written again',
  onSmallDisk,
  () => {
    const disk = smallDisk()
    const folder = join(disk.path, 'data')
    const { reader, writer, close } = openForTest(folder)
    disk.fill(5_000_000)
    const { saved, failure } = fillWithCreators(writer)
    expectFull(failure, join(folder, 'foreclick.db'))
    expect(saved).toBeGreaterThan(100)
    expect(listCreators(reader)).toHaveLength(saved)
    // A larger transaction ends as a whole, whatever it makes of the command in it.
    const larger = transact(writer, () => {
      for (let i = 0; i < 100; i++)
        saveCreator(writer, {
          id: null,
          fields: { ...creatorFields, handle: `@d${i}`, displayName: 'x'.repeat(1000) },
        })
      return { ok: true, value: undefined }
    })
    expectFull(failureOf(larger), join(folder, 'foreclick.db'))
    expect(listCreators(reader)).toHaveLength(saved)
    disk.fill()
    close()
    disk.free()
    const again = openForTest(folder)
    valueOf(saveCreator(again.writer, { id: null, fields: creatorFields }))
    expect(listCreators(again.reader)).toHaveLength(saved + 1)
    again.close()
    expect(valueOf(checkWorkspace(folder))).toMatchObject({ ok: true })
  },
)

/** As a database is that once held more: it need not grow for some time. */
function leaveFreePages(file: string): void {
  const database = new SqliteDatabase(file)
  database.exec('CREATE TABLE once (text TEXT)')
  database.prepare('INSERT INTO once VALUES (?)').run('x'.repeat(1_000_000))
  database.exec('DROP TABLE once')
  database.close()
}

test(
  'D8: a full disk has room again once the log is brought into the file, and the command is run again',
  onSmallDisk,
  () => {
    const disk = smallDisk()
    const { folder, file } = workspaceOn(disk, 1)
    leaveFreePages(file)
    const { reader, writer } = openForTest(folder)
    const [creator] = listCreators(reader)
    disk.fill(800_000)
    // Together they would fill the log several times over; the file has free pages for what stays of them.
    let asked = 0
    for (let i = 0; i < 200; i++)
      valueOf(
        transact(writer, () => {
          asked++
          return saveCreator(writer, {
            id: creator!.id,
            fields: { ...creatorFields, displayName: `Rose ${i}` },
          })
        }),
      )
    expect(asked).toBeGreaterThan(200)
    expect(listCreators(reader)[0]?.displayName).toBe('Rose 199')
  },
)

test('D8: a log that finds no room in the file stays beside it, with every command', onSmallDisk, () => {
  const disk = smallDisk()
  const { folder } = workspaceOn(disk, 1)
  const { writer, close } = openForTest(folder)
  for (let i = 0; i < 20; i++) saveSampleOrder(writer, `@later${i}`)
  disk.fill()
  // Closing brings the log into the file, which would have to grow.
  close()
  expect(readdirSync(folder)).toContain('foreclick.db-wal')
  disk.fill()
  const failure = failureOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'write' }))
  expectFull(failure, join(folder, 'foreclick.db'))
  disk.free()
  const again = openForTest(folder)
  expect(allOrders(again.reader)).toHaveLength(21)
  saveSampleOrder(again.writer, '@last')
  again.close()
  expect(valueOf(checkWorkspace(folder))).toMatchObject({ ok: true })
})

test(
  'D8: on a full disk a workspace does not open for writing, says so, and opens for reading',
  onSmallDisk,
  async () => {
    const disk = smallDisk()
    const { folder, file } = workspaceOn(disk, 2)
    const open = (mode: 'read' | 'write') => openWorkspace({ dataDir: folder, now: tickingClock(), mode })
    const expectReadable = (): void => {
      const { reader, close } = valueOf(open('read'))
      expect(allOrders(reader)).toHaveLength(2)
      close()
    }
    disk.fill()
    const failure = failureOf(open('write'))
    expectFull(failure, file)
    expect(failure.message).toContain('Make room, or open the folder for reading only.')
    expectReadable()
    disk.free()
    // Also with what a killed process left.
    const holder = startChild(new URL('./fixtures/holdFolder.ts', import.meta.url), folder)
    await holder.nextLine()
    await holder.kill()
    expect(readdirSync(folder)).toContain('foreclick.db-wal')
    disk.fill()
    expectReadable()
    disk.free()
    expect(allOrders(openForTest(folder).reader)).toHaveLength(2)
  },
)

test(
  'D8, D20: a backup or a restore that finds no room leaves nothing half written',
  onSmallDisk,
  async () => {
    const disk = smallDisk()
    const { folder } = workspaceOn(disk, 5)
    const out = join(disk.path, 'copy.db')
    valueOf(await backupWorkspace(folder, out))
    const before = folderBytes(folder)
    const names = readdirSync(disk.path)
    for (const left of [0, 8192, 200_000]) {
      disk.fill(left)
      expectFull(
        failureOf(await backupWorkspace(folder, join(disk.path, 'second.db'))),
        join(disk.path, 'second.db'),
      )
      expectFull(failureOf(restoreWorkspace(folder, { from: out, now: 0 })), folder)
      disk.free()
      expect(readdirSync(disk.path)).toEqual(names)
      expect(folderBytes(folder)).toEqual(before)
    }
    valueOf(await backupWorkspace(folder, join(disk.path, 'second.db')))
  },
)

test(
  'D8, D17: a migration that finds no room leaves the old file byte for byte, and is done later',
  onSmallDisk,
  () => {
    const disk = smallDisk()
    const { folder, file } = workspaceOn(disk, 5)
    const list = [...migrations, nextMigration(migrations, 'CREATE TABLE extra (a INTEGER) STRICT')]
    const before = readFileSync(file)
    for (const left of [0, 100_000, before.length + 100_000]) {
      disk.fill(left)
      const opened = openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'write', migrations: list })
      expectFull(failureOf(opened), file)
      disk.free()
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(Object.keys(folderBytes(folder))).toEqual(['foreclick.db', 'foreclick.lock'])
    }
    expect(allOrders(openForTest(folder, { migrations: list }).reader)).toHaveLength(5)
  },
)

test(
  'D16: a disk that may not be written is told as itself, also with what a killed process left',
  onSmallDisk,
  async () => {
    const disk = smallDisk()
    const { folder } = workspaceOn(disk, 2)
    const holder = startChild(new URL('./fixtures/holdFolder.ts', import.meta.url), folder)
    await holder.nextLine()
    await holder.kill()
    disk.makeReadOnly()
    for (const mode of ['write', 'read'] as const) {
      const opened = openWorkspace({ dataDir: folder, now: tickingClock(), mode })
      if (opened.ok) opened.value.close()
      expect(opened.ok || opened.failure.code).toBe(mode === 'write' ? 'read_only' : true)
    }
  },
)
