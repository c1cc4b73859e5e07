import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import { backupWorkspace } from '../../db/backupWorkspace.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { migrations } from '../../db/migrations.ts'
import { restoreWorkspace, revertRestore } from '../../db/restoreWorkspace.ts'
import { allOrders } from './fixtures/allOrders.ts'
import { startChild } from './fixtures/childProcess.ts'
import { nextMigration } from './fixtures/nextMigration.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const now = Date.UTC(2026, 10, 23, 12)

/** A closed workspace with some orders. */
function workspaceWith(orders: number): string {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  for (let i = 0; i < orders; i++) saveSampleOrder(writer, `@creator${i}`)
  close()
  return folder
}

function ordersIn(folder: string): number {
  const { reader, close } = openForTest(folder)
  const { length } = allOrders(reader)
  close()
  return length
}

test('D20, D23: a backup is whole, restores, keeps what was there, and the restore can be taken back', async () => {
  const folder = workspaceWith(2)
  const out = join(temporaryFolder(), 'copy.db')
  const made = valueOf(await backupWorkspace(folder, out))
  expect(made.bytes).toBe(readFileSync(out).length)
  const { writer, close } = openForTest(folder)
  saveSampleOrder(writer, '@later')
  close()
  const { replaced } = valueOf(restoreWorkspace(folder, { from: out, now }))
  expect(replaced).toContain('replaced-2026-11-23')
  expect(ordersIn(folder)).toBe(2)
  valueOf(revertRestore(folder, now + 1000))
  expect(ordersIn(folder)).toBe(3)
  expect(valueOf(checkWorkspace(folder)).ok).toBe(true)
})

test('D20: a workspace in use is copied with everything that was committed', async () => {
  const folder = temporaryFolder()
  const { writer } = openForTest(folder)
  for (let i = 0; i < 3; i++) saveSampleOrder(writer, `@creator${i}`)
  const out = join(temporaryFolder(), 'copy.db')
  valueOf(await backupWorkspace(folder, out))
  const restored = temporaryFolder()
  valueOf(restoreWorkspace(restored, { from: out, now }))
  expect(ordersIn(restored)).toBe(3)
})

test('D20: a backup that cannot be made says why and leaves nothing', async () => {
  const folder = workspaceWith(1)
  const target = temporaryFolder()
  const there = join(target, 'there.db')
  writeFileSync(there, 'mine')
  expect(failureOf(await backupWorkspace(folder, there)).code).toBe('conflict')
  expect(readFileSync(there, 'utf8')).toBe('mine')
  expect(failureOf(await backupWorkspace(folder, join(target, 'no', 'copy.db'))).message).toContain(
    'expected a folder',
  )
  expect(failureOf(await backupWorkspace(target, join(target, 'a.db'))).code).toBe('not_found')
  expect(readdirSync(target)).toEqual(['there.db'])
})

test('D24: what is no good backup is refused with its reason, and the workspace stays as it was', async () => {
  const folder = workspaceWith(1)
  const before = readFileSync(join(folder, 'foreclick.db'))
  const place = temporaryFolder()
  const good = join(place, 'good.db')
  valueOf(await backupWorkspace(folder, good))
  const variant = (name: string, change: (file: string) => void): string => {
    const file = join(place, name)
    copyFileSync(good, file)
    change(file)
    return file
  }
  const refused: readonly (readonly [string, RegExp])[] = [
    [join(place, 'none.db'), /no such file/],
    [
      variant('text.db', file => writeFileSync(file, 'not a database at all, but long enough')),
      /expected a Foreclick database/,
    ],
    [
      variant('other.db', file => {
        const database = new SqliteDatabase(file)
        database.pragma('application_id = 7')
        database.close()
      }),
      /another program/,
    ],
    [variant('cut.db', file => truncateSync(file, 40_000)), /undamaged|malformed/],
    [
      variant('forged.db', file => {
        const database = new SqliteDatabase(file)
        database.exec('DROP TRIGGER log_entry_unchanged')
        database.exec(
          `UPDATE log_entry SET text = replace(text, '"who":"user"', '"who":"eve"') WHERE seq = 1`,
        )
        database.close()
      }),
      /log: log entry 1/,
    ],
    [
      variant('newer.db', file => {
        const database = new SqliteDatabase(file)
        const { tag, when, hash } = nextMigration(migrations, 'SELECT 1')
        database
          .prepare('INSERT INTO migration (tag, "when", hash, applied_at) VALUES (?, ?, ?, 1)')
          .run(tag, when, hash)
        database.close()
      }),
      /newer Foreclick/,
    ],
  ]
  for (const [from, reason] of refused)
    expect(failureOf(restoreWorkspace(folder, { from, now })).message).toMatch(reason)
  expect(readFileSync(join(folder, 'foreclick.db')).equals(before)).toBe(true)
  expect(existsSync(join(folder, 'backups'))).toBe(false)
})

test('D31: a folder that is in use is not restored over', async () => {
  const folder = workspaceWith(1)
  const out = join(temporaryFolder(), 'copy.db')
  valueOf(await backupWorkspace(folder, out))
  openForTest(folder)
  expect(failureOf(restoreWorkspace(folder, { from: out, now })).code).toBe('locked')
})

test('D23: a damaged database and its log are kept as they are, and put back as they are', async () => {
  const folder = workspaceWith(2)
  const out = join(temporaryFolder(), 'copy.db')
  valueOf(await backupWorkspace(folder, out))
  const damaged = Buffer.from(readFileSync(join(folder, 'foreclick.db')))
  damaged.fill(0x55, 5000, 9000)
  writeFileSync(join(folder, 'foreclick.db'), damaged)
  writeFileSync(join(folder, 'foreclick.db-wal'), 'whatever was in the log')
  valueOf(restoreWorkspace(folder, { from: out, now }))
  expect(existsSync(join(folder, 'foreclick.db-wal'))).toBe(false)
  expect(ordersIn(folder)).toBe(2)
  valueOf(revertRestore(folder, now + 1000))
  expect(readFileSync(join(folder, 'foreclick.db')).equals(damaged)).toBe(true)
  expect(readFileSync(join(folder, 'foreclick.db-wal'), 'utf8')).toBe('whatever was in the log')
})

test('D23, D41: killed at every step of a restore, the folder has the old workspace or the new one, whole', async () => {
  const backupOf = workspaceWith(5)
  const out = join(temporaryFolder(), 'copy.db')
  valueOf(await backupWorkspace(backupOf, out))
  const restoring = new URL('./fixtures/restoreAndStop.ts', import.meta.url)
  const outcomes: number[] = []
  for (let step = 1; ; step++) {
    const folder = workspaceWith(2)
    const child = startChild(restoring, folder, out, String(step))
    const line = await child.nextLine()
    await child.kill()
    const orders = ordersIn(folder)
    expect([2, 5]).toContain(orders)
    expect(valueOf(checkWorkspace(folder)).ok).toBe(true)
    outcomes.push(orders)
    if (line?.startsWith('done') === true) break
    expect(line).toBe(`stopped ${step}`)
  }
  // Once decided it is the new one for good.
  expect(outcomes).toEqual(outcomes.toSorted((a, b) => a - b))
  expect(outcomes.at(-1)).toBe(5)
  process.stdout.write(`restore killed at ${outcomes.length - 1} steps: ${outcomes.join(' ')}\n`)
})

test('D8: a folder that may not be written is told as itself, not as damage', async () => {
  const folder = workspaceWith(1)
  const place = temporaryFolder()
  mkdirSync(join(place, 'closed'))
  chmodSync(join(place, 'closed'), 0o500)
  const result = await backupWorkspace(folder, join(place, 'closed', 'copy.db'))
  // An administrator may write everywhere.
  expect(result.ok || result.failure.code === 'read_only').toBe(true)
  chmodSync(join(place, 'closed'), 0o700)
})
