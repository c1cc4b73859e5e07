import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import { orderBook } from '../../core/ledger/orderBook.ts'
import { listCreators } from '../../db/creators.ts'
import { findFrozenForecast } from '../../db/frozenForecast.ts'
import { checkLedger, listTransfers } from '../../db/ledger.ts'
import { listReports } from '../../db/listReports.ts'
import type { Migration } from '../../db/migration.ts'
import { migrations } from '../../db/migrations.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { allOrders } from './fixtures/allOrders.ts'
import { startChild } from './fixtures/childProcess.ts'
import { folderBytes } from './fixtures/folderBytes.ts'
import { nextMigration } from './fixtures/nextMigration.ts'
import { forecast } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder, tickingClock } from './fixtures/workspaceFolder.ts'

/** A closed workspace with one order, as the released program leaves it. */
function oldWorkspace(): string {
  const folder = temporaryFolder()
  const workspace = openForTest(folder)
  saveSampleOrder(workspace.writer)
  workspace.close()
  return folder
}

function followedBy(...statements: readonly string[]): readonly Migration[] {
  const list = [...migrations]
  for (const sql of statements) list.push(nextMigration(list, sql))
  return list
}

/** Opens a folder with migrations that must not pass, and shows that nothing in it was touched. */
function refusedToMigrate(folder: string, list: readonly Migration[]) {
  const before = folderBytes(folder)
  const failure = failureOf(
    openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'write', migrations: list }),
  )
  expect(folderBytes(folder)).toEqual(before)
  expect(failure.message).toContain(join(folder, 'foreclick.db'))
  return failure
}

function query(file: string, sql: string): unknown[] {
  const database = new SqliteDatabase(file, { readonly: true })
  try {
    return database.prepare(sql).raw().all()
  } finally {
    database.close()
  }
}

const history = 'SELECT tag, "when", hash FROM migration ORDER BY position'

test('D10: migrations run once each, in order, and the database remembers them with their hashes', () => {
  const folder = oldWorkspace()
  const file = join(folder, 'foreclick.db')
  const list = followedBy('CREATE TABLE extra (a INTEGER) STRICT', 'ALTER TABLE extra ADD COLUMN b TEXT')
  openForTest(folder, { migrations: list }).close()
  openForTest(folder, { migrations: list }).close()
  expect(query(file, history)).toEqual(list.map(each => [each.tag, each.when, each.hash]))
})

test('D13: before an old database changes there is a backup that opens with all its rows', () => {
  const folder = oldWorkspace()
  expect(existsSync(join(folder, 'backups'))).toBe(false)
  const list = followedBy('ALTER TABLE creator ADD COLUMN note TEXT')
  const workspace = openForTest(folder, { migrations: list })
  expect(allOrders(workspace.reader)).toHaveLength(1)
  workspace.close()
  const [backup, ...others] = readdirSync(join(folder, 'backups'))
  expect(others).toEqual([])
  const { tag } = nextMigration(migrations, '')
  expect(backup).toMatch(new RegExp(`^before-${tag}-2026-11-23T00-00-\\d\\d\\.000Z\\.db$`))
  const copy = join(folder, 'backups', backup!)
  expect(query(copy, 'SELECT handle FROM creator')).toEqual([['@rose']])
  expect(query(copy, 'SELECT tag FROM migration')).toHaveLength(migrations.length)
  expect(query(copy, "SELECT name FROM pragma_table_info('creator') WHERE name = 'note'")).toEqual([])
})

test('D11: rebuilding a table keeps the rows that refer to it, also with ON DELETE CASCADE', () => {
  const folder = oldWorkspace()
  const list = followedBy(
    `CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
     CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent ON DELETE CASCADE) STRICT;
     INSERT INTO parent VALUES (1), (2);
     INSERT INTO child VALUES (10, 1), (20, 2), (30, 2);`,
    `PRAGMA foreign_keys=OFF;
     CREATE TABLE __new_parent (id INTEGER PRIMARY KEY, note TEXT) STRICT;
     INSERT INTO __new_parent (id) SELECT id FROM parent;
     DROP TABLE parent;
     ALTER TABLE __new_parent RENAME TO parent;
     PRAGMA foreign_keys=ON;`,
  )
  openForTest(folder, { migrations: list }).close()
  expect(query(join(folder, 'foreclick.db'), 'SELECT id, parent FROM child')).toEqual([
    [10, 1],
    [20, 2],
    [30, 2],
  ])
})

test.each([
  ['whose SQL is wrong', 'CREATE TABLE broken (a NONSENSE) STRICT', 'unknown datatype'],
  ['that loses rows', 'DELETE FROM video_product', 'video_product had 1 rows and has 0'],
  ['that adds rows', "INSERT INTO setting VALUES ('k', '1', 1)", 'setting had 0 rows and has 1'],
  ['that drops a table', 'DROP TABLE setting', 'setting had 0 rows and has gone'],
  ['that loses a guard', 'DROP TRIGGER payment_kept', 'trigger payment_kept is gone'],
  [
    'that leaves a reference to nowhere',
    `CREATE TABLE loose (creator TEXT REFERENCES creator (id)) STRICT; INSERT INTO loose VALUES ('nobody')`,
    '1 rows of loose point nowhere',
  ],
])(
  'D17: a migration %s is undone with those before it, and the old file stays byte for byte',
  (_, sql, reason) => {
    const folder = oldWorkspace()
    const list = followedBy('CREATE TABLE extra (a INTEGER) STRICT', sql)
    const failure = refusedToMigrate(folder, list)
    expect(failure.message).toContain(reason)
    expect(failure.message).toContain('The file is as it was')
    expect(allOrders(openForTest(folder).reader)).toHaveLength(1)
  },
)

test('D17: a first migration that fails leaves no database behind', () => {
  const folder = temporaryFolder()
  const wrong = nextMigration([], 'CREATE TABLE broken (a NONSENSE) STRICT')
  const failure = failureOf(
    openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'write', migrations: [wrong] }),
  )
  expect(failure.message).toContain('unknown datatype')
  expect(Object.keys(folderBytes(folder))).toEqual(['foreclick.lock'])
})

test('D12: a migration older than the last one, or put before it, is refused', () => {
  const folder = oldWorkspace()
  const [first, second, ...others] = [migrations[0]!, migrations[1]!, ...migrations.slice(2)]
  const last = migrations.at(-1)!
  const late = { ...nextMigration(migrations, 'SELECT 1'), when: last.when }
  const failure = refusedToMigrate(folder, [...migrations, late])
  expect(failure.code).toBe('refused')
  expect(failure.message).toContain(`expected migration ${late.tag} to be newer than ${last.tag}`)
  const between = { ...late, tag: '0001_between', when: second.when - 1 }
  expect(refusedToMigrate(folder, [first, between, second, ...others]).message).toContain(
    `got ${second.tag} out of order`,
  )
})

test('D15: a migration that was edited after it was applied is named with both hashes', () => {
  const folder = oldWorkspace()
  const edited = nextMigration([], `${migrations[0]!.sql}\n-- a word more`)
  const failure = refusedToMigrate(folder, [{ ...migrations[0]!, hash: edited.hash }, ...migrations.slice(1)])
  expect(failure.code).toBe('damaged')
  expect(failure.message).toContain(migrations[0]!.tag)
  expect(failure.message).toContain(migrations[0]!.hash)
  expect(failure.message).toContain(edited.hash)
})

test('D16: a database newer than the program is refused for writing and opens for reading', () => {
  const folder = oldWorkspace()
  const newer = followedBy('ALTER TABLE creator ADD COLUMN note TEXT')
  openForTest(folder, { migrations: newer }).close()
  const failure = refusedToMigrate(folder, migrations)
  expect(failure.code).toBe('newer')
  expect(failure.message).toContain(
    `expected a database up to ${migrations.at(-1)!.tag}, got one with ${nextMigration(migrations, '').tag}`,
  )
  const before = folderBytes(folder)
  const workspace = valueOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'read' }))
  expect(workspace.readOnly).toBe(true)
  expect(listCreators(workspace.reader)[0]).toMatchObject({ handle: '@rose', videos: 1, orders: 1 })
  expect(listCreators(workspace.reader)[0]).not.toHaveProperty('note')
  workspace.close()
  expect(folderBytes(folder)).toEqual(before)
})

test('D16: a newer database without something that this program reads is refused for reading too', () => {
  const folder = oldWorkspace()
  openForTest(folder, {
    migrations: followedBy('ALTER TABLE creator RENAME COLUMN barred TO excluded'),
  }).close()
  const failure = failureOf(openWorkspace({ dataDir: folder, now: tickingClock(), mode: 'read' }))
  expect(failure.code).toBe('newer')
})

test('D16: a database older than the program is not read before it was brought up to date', () => {
  const folder = temporaryFolder()
  const base = nextMigration(
    [],
    'CREATE TABLE workspace ("row" INTEGER PRIMARY KEY, id TEXT, demo INTEGER, created_at INTEGER) STRICT',
  )
  const open = (mode: 'read' | 'write') =>
    openWorkspace({ dataDir: folder, now: tickingClock(), mode, migrations: [base] })
  valueOf(open('write')).close()
  const failure = failureOf(open('read'))
  expect(failure.code).toBe('read_only')
  expect(failure.message).toContain('no such table: creator')
})

test('D18: a migration killed half way leaves the old file, and the next start completes it', async () => {
  const folder = oldWorkspace()
  const file = join(folder, 'foreclick.db')
  const before = folderBytes(folder)
  const child = startChild(new URL('./fixtures/slowMigration.ts', import.meta.url), folder)
  // The kill lands in the second of two migrations: the first is committed in the copy.
  while (!hasQuickTable(join(folder, 'foreclick.db.next')))
    await new Promise(resolve => setTimeout(resolve, 5))
  expect((await child.kill()).signal).toBe('SIGKILL')
  const after = folderBytes(folder)
  expect(after['foreclick.db']).toBe(before['foreclick.db'])
  expect(Object.keys(after)).toContain('foreclick.db.next')
  const workspace = openForTest(folder, { migrations: followedBy('CREATE TABLE quick (a INTEGER) STRICT') })
  expect(allOrders(workspace.reader)).toHaveLength(1)
  workspace.close()
  expect(existsSync(join(folder, 'foreclick.db.next'))).toBe(false)
  expect(query(file, 'SELECT tag FROM migration')).toHaveLength(migrations.length + 1)
})

function hasQuickTable(file: string): boolean {
  try {
    return query(file, "SELECT 1 FROM sqlite_schema WHERE name = 'quick'").length === 1
  } catch {
    return false
  }
}

test('D18, L1: what was paid, forecast and delivered before there was a ledger is in the ledger after the migration', () => {
  const folder = temporaryFolder()
  const old = migrations.slice(0, 2)
  openForTest(folder, { migrations: old }).close()
  const database = new SqliteDatabase(join(folder, 'foreclick.db'))
  database.exec(`
    INSERT INTO creator (id, market, handle, display_name, account_type, birth_date, anchor_access, created_at, updated_at)
      VALUES ('c', 'GB', '@a', 'A', 'creator', '1990-01-01', 1, 1, 1);
    INSERT INTO product (id, market, source, name, url, currency, price_minor, created_at, updated_at)
      VALUES ('p', 'GB', 'tiktok_shop', 'P', 'https://shop.example/p', 'GBP', 1000, 1, 1);
    INSERT INTO video (id, creator_id, market, title, anchor_name, visibility, sound, category, created_at, updated_at)
      VALUES ('v', 'c', 'GB', 'V', 'V', 'public', 'original', 'beauty', 1, 1);
    INSERT INTO promote_order (id, market, currency, state, video_id, product_id, entrance, goal, audience, budget_minor,
      duration_days, starts_at, target_link_clicks, payer, pacing, price_rule, notes, created_at, updated_at)
      VALUES ('o', 'GB', 'GBP', 'draft', 'v', 'p', 'video_menu', 'more_product_link_clicks', '{"kind":"automatic"}', 7000, 7,
      '2026-11-01T09:00', 100, 'creator', 'even', 'second', '', 1, 1);
    INSERT INTO order_event (order_id, at, from_state, to_state, what, who) VALUES
      ('o', 1, NULL, 'draft', 'Created', 'user'), ('o', 2, 'draft', 'awaiting_payment', 'Sent', 'user');
    UPDATE promote_order SET state = 'awaiting_payment';
  `)
  const result = { ...forecast, assumptions: [{ id: 'B5' }] }
  database
    .prepare('INSERT INTO frozen_forecast (order_id, result, order_file, created_at) VALUES (?, ?, ?, 3)')
    .run('o', JSON.stringify(result), '{}')
  database.exec(`
    INSERT INTO payment (id, order_id, command_id, method, reference, currency, net_minor, tax_rate, tax_minor, gross_minor, paid_at)
      VALUES ('pay', 'o', 'cmd', 'card', 'R-1', 'GBP', 7000, 0.2, 1400, 8400, 3);
    INSERT INTO order_event (order_id, at, from_state, to_state, what, who) VALUES ('o', 3, 'awaiting_payment', 'in_review', 'Paid', 'user');
    UPDATE promote_order SET state = 'in_review';
    INSERT INTO delivery_day (order_id, date, source, currency, impressions, link_clicks, spend_minor, updated_at)
      VALUES ('o', '2026-11-01', 'typed', 'GBP', 900, 12, 950, 9);
  `)
  database.close()
  const { reader } = openForTest(folder)
  const transfers = listTransfers(reader, 'o')
  expect(transfers.map(({ kind }) => kind)).toEqual(['pay', 'deliver'])
  expect(orderBook(transfers)).toMatchObject({ captured: 8400, delivered: 950, prepaid: 6050, tax: 1400 })
  expect(checkLedger(reader).problems).toEqual([])
  expect(listReports(reader, 'o')).toMatchObject([{ date: '2026-11-01', version: 1, spendMinor: 950 }])
  const frozen = findFrozenForecast(reader, 'o')
  expect(frozen?.profile).toBeUndefined()
  expect(frozen?.result).toEqual(result)
})
