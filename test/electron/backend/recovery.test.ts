import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'

import type { BackupEvery } from '../../../core/contract/backups.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import { saveSettings } from '../../../db/settings.ts'
import { createBackupKeeper } from '../../../electron/backend/backupKeeper.ts'
import { noLog } from '../../../electron/backend/log/log.ts'
import { createRuns } from '../../../electron/backend/runs.ts'
import { startThread } from '../../../electron/backend/startThread.ts'
import { saveSampleOrder } from '../../db/fixtures/saveSampleOrder.ts'
import { openForTest, temporaryFolder as workspaceFolder } from '../../db/fixtures/workspaceFolder.ts'
import { openBackend, type TestBackend, temporaryFolder, withDraft } from './testBackend.ts'

const hour = 3_600_000
/** A thread starts and checks a whole file meanwhile. */
const patient = { timeout: 20_000 }

/** A closed folder with a draft order and, when asked, a backup of before its budget changed. */
async function folderWithOrder(options: { readonly backup: boolean }) {
  const open = await openBackend()
  onTestFinished(() => rmSync(open.dataDir, { recursive: true, force: true }))
  const { order, draft } = await withDraft(open)
  if (options.backup) await backUp(open)
  await open.get('saveDraft', { id: order.id, draft: { ...draft, budgetMinor: 9_000 } satisfies OrderDraft })
  await open.backend.close()
  return { dataDir: open.dataDir, file: join(open.dataDir, 'foreclick.db'), id: order.id }
}

async function backUp({ get, untilRunEnds }: TestBackend) {
  expect(await untilRunEnds((await get('backUp', {})).runId)).toMatchObject({ kind: 'done' })
}

async function opened(dataDir: string): Promise<TestBackend> {
  const open = await openBackend({ dataDir })
  onTestFinished(() => open.backend.close())
  return open
}

/** Overwrites a page of the tables that hold the orders. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  const at = bytes.lastIndexOf('more_product_link_clicks')
  bytes.fill(0xee, at - (at % 4096), at - (at % 4096) + 4096)
  writeFileSync(file, bytes)
}

function budgetOf({ get }: TestBackend, id: string): Promise<number> {
  return get('getOrder', { id }).then(order => order.draft.budgetMinor)
}

test('D23, D24: of a damaged workspace the backups are listed and checked, and one of them takes its place', async () => {
  const { dataDir, file, id } = await folderWithOrder({ backup: true })
  damage(file)
  const damaged = readFileSync(file)
  const open = await opened(dataDir)
  expect(await open.ask('listOrders', {})).toMatchObject({ ok: false, failure: { code: 'damaged' } })
  await expect.poll(async () => (await open.get('getRecovery', {}))?.backups[0]?.check, patient).toBe('sound')
  const recovery = await open.get('getRecovery', {})
  expect(recovery).toMatchObject({
    file,
    failure: { code: 'damaged', message: expect.stringContaining(file) },
    backups: [{ reason: 'asked', content: { creators: 1, videos: 1, orders: 1 }, wrong: null }],
    ways: ['again', 'reindex', 'backup'],
  })
  expect(await open.ask('recover', { how: 'again' })).toMatchObject({ failure: { code: 'damaged' } })
  const { replaced } = await open.get('recover', { how: 'backup', name: recovery?.backups[0]?.name ?? '' })
  expect(readFileSync(join(replaced ?? '', 'foreclick.db')).equals(damaged)).toBe(true)
  expect(await open.get('getRecovery', {})).toBeNull()
  expect(await budgetOf(open, id)).toBe(7_000)
})

test('D23: damage to indexes alone is mended without losing anything', async () => {
  const { dataDir, file, id } = await folderWithOrder({ backup: false })
  const database = new SqliteDatabase(file)
  database.unsafeMode(true)
  database.pragma('writable_schema = ON')
  // The table has one order, the index of its videos says none.
  const page = database
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'promote_order_video_id'")
    .pluck()
  const root = Number(page.get())
  database.close()
  const bytes = readFileSync(file)
  // An empty index page: no cell, and content that begins at the end of the page.
  bytes.writeUInt16BE(0, (root - 1) * 4096 + 3)
  bytes.writeUInt16BE(4096, (root - 1) * 4096 + 5)
  writeFileSync(file, bytes)
  // What a killed program leaves makes the opening look at indexes too.
  writeFileSync(`${file}-wal`, '')
  const open = await opened(dataDir)
  expect((await open.get('getRecovery', {}))?.ways).toEqual(['again', 'reindex', 'empty'])
  expect((await open.get('recover', { how: 'reindex' })).replaced).toContain('replaced-')
  expect(await budgetOf(open, id)).toBe(9_000)
})

test('D23: an empty workspace is offered only without a good copy, and what it replaces can be put back', async () => {
  const { dataDir, file } = await folderWithOrder({ backup: false })
  damage(file)
  const before = readFileSync(file)
  mkdirSync(join(dataDir, 'backups'))
  writeFileSync(join(dataDir, 'backups', 'asked-2026-11-20T10-00-00.000Z.db'), 'no database at all')
  const open = await opened(dataDir)
  await expect
    .poll(async () => (await open.get('getRecovery', {}))?.backups[0]?.check, patient)
    .toBe('damaged')
  expect(await open.get('getRecovery', {})).toMatchObject({
    backups: [{ content: null, wrong: expect.stringContaining('not a database') }],
    ways: ['again', 'reindex', 'empty'],
  })
  const mended = await open.ask('recover', { how: 'reindex' })
  expect(mended).toMatchObject({ failure: { message: expect.stringContaining('indexes alone') } })
  expect(readFileSync(file).equals(before)).toBe(true)
  await open.get('recover', { how: 'empty' })
  expect((await open.get('listOrders', {})).total).toBe(0)
  expect(await open.ask('recover', { how: 'empty' })).toMatchObject({ failure: { code: 'refused' } })
  // Back to the damaged one: nothing was thrown away.
  expect(await open.ask('recover', { how: 'revert' })).toMatchObject({ failure: { code: 'damaged' } })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('D16: a workspace of a newer program opens for reading, and nothing is offered that deletes or replaces it', async () => {
  const { dataDir, file, id } = await folderWithOrder({ backup: false })
  const database = new SqliteDatabase(file)
  database.exec(
    `INSERT INTO migration SELECT position + 1, '9999_later', "when" + 1, hash, applied_at FROM migration ORDER BY position DESC LIMIT 1`,
  )
  database.close()
  const open = await opened(dataDir)
  expect(await open.get('getRecovery', {})).toMatchObject({
    failure: { code: 'newer' },
    ways: ['again', 'read'],
  })
  await open.get('recover', { how: 'read' })
  expect(await open.get('getWorkspace', {})).toMatchObject({ readOnly: true })
  expect(await budgetOf(open, id)).toBe(9_000)
  expect(await open.ask('backUp', {})).toMatchObject({ failure: { code: 'read_only' } })
})

test('D23: a backup takes the place of an open workspace, and that is taken back', async () => {
  const open = await openBackend({ dataDir: temporaryFolder() })
  onTestFinished(() => open.close())
  const { order, draft } = await withDraft(open)
  await backUp(open)
  await open.get('saveDraft', { id: order.id, draft: { ...draft, budgetMinor: 9_000 } })
  const [copy] = (await open.get('listBackups', {})).backups
  expect(await open.ask('recover', { how: 'backup', name: '../foreclick.db' })).toMatchObject({
    failure: { code: 'not_found' },
  })
  await open.get('recover', { how: 'backup', name: copy?.name ?? '' })
  expect(await budgetOf(open, order.id)).toBe(7_000)
  expect(open.events).toContainEqual({ kind: 'changed', what: 'orders' })
  await open.get('recover', { how: 'revert' })
  expect(await budgetOf(open, order.id)).toBe(9_000)
})

/** A keeper of a workspace with an order, whose clock the test sets. */
function keeperOf(every: BackupEvery) {
  const db = openForTest(workspaceFolder())
  const ended: (() => void)[] = []
  const runs = createRuns(event => {
    if (event.kind === 'done' || event.kind === 'failed') ended.shift()?.()
  })
  const clock = { now: Date.UTC(2026, 10, 24, 12) }
  const keeper = createBackupKeeper({
    db,
    runs,
    startThread,
    now: () => clock.now,
    tell: () => undefined,
    log: noLog,
  })
  onTestFinished(async () => {
    keeper.close()
    await runs.close()
  })
  saveSettings(db.writer, {
    language: 'en',
    theme: 'system',
    density: 'compact',
    backupEvery: every,
    updates: 'off',
    updateFeed: '',
  })
  const names = () => {
    const folder = join(db.dataDir, 'backups')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  return {
    db,
    names,
    keeper,
    /** Looks at a time, and waits for a backup when one begins. */
    lookAt: async (hours: number): Promise<number> => {
      clock.now = Date.UTC(2026, 10, 24, 12) + hours * hour
      const end = new Promise<void>(resolve => {
        ended.push(resolve)
      })
      keeper.look()
      const listed = await keeper.list()
      if (listed.ok && listed.value.runId !== null) await end
      else ended.pop()
      return names().length
    },
  }
}

test('D22: a backup is made when it is due and something changed since the last', async () => {
  const { db, lookAt, names } = keeperOf('hour')
  saveSampleOrder(db.writer, '@one')
  expect(await lookAt(0)).toBe(1)
  expect(await lookAt(0.9)).toBe(1)
  expect(await lookAt(1.1)).toBe(1)
  saveSampleOrder(db.writer, '@two')
  expect(await lookAt(1.2)).toBe(2)
  saveSampleOrder(db.writer, '@three')
  // A clock that was set back by a day does not stop the schedule.
  expect(await lookAt(-24)).toBe(3)
  expect(names().every(name => name.startsWith('scheduled-'))).toBe(true)
})

test('D22: nothing is made of an empty workspace, nor when the schedule is off', async () => {
  const { db, lookAt } = keeperOf('off')
  saveSampleOrder(db.writer, '@one')
  expect(await lookAt(100)).toBe(0)
})

test('D22: as backups come, the old ones go; those that were asked for stay', async () => {
  const { db, lookAt, names, keeper } = keeperOf('quarter_hour')
  saveSampleOrder(db.writer, '@one')
  keeper.start('asked')
  for (let i = 0; i < 6; i++) {
    saveSampleOrder(db.writer, `@more.${i}`)
    await lookAt(i)
  }
  expect(names().filter(name => name.startsWith('scheduled-'))).toHaveLength(3)
  expect(names().filter(name => name.startsWith('asked-'))).toHaveLength(1)
})
