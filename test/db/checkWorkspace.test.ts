import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { payOrder } from '../../db/payOrder.ts'
import { startChild } from './fixtures/childProcess.ts'
import { folderBytes } from './fixtures/folderBytes.ts'
import { payCommand } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

/** A closed workspace with a paid order and a draft. */
function closedWorkspace(): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  valueOf(payOrder(writer, payCommand(saveSampleOrder(writer), 'command-1')))
  saveSampleOrder(writer, '@other')
  close()
  return { folder, file: join(folder, 'foreclick.db') }
}

/** Checks, shows that checking wrote nothing, and answers with what failed. */
function failuresIn(folder: string): Readonly<Record<string, string>> {
  const before = folderBytes(folder)
  const report = valueOf(checkWorkspace(folder))
  expect(folderBytes(folder)).toEqual(before)
  const failed = report.checks.filter(check => !check.ok)
  expect(report.ok).toBe(failed.length === 0)
  return Object.fromEntries(failed.map(check => [check.name, check.detail]))
}

test('D40: a sound workspace passes every check, open or closed', () => {
  const { folder } = closedWorkspace()
  expect(failuresIn(folder)).toEqual({})
  const report = valueOf(checkWorkspace(folder))
  expect(report.checks.map(check => check.name)).toEqual([
    'file',
    'foreign keys',
    'values',
    'schema',
    'migrations',
    'paid orders',
    'payments',
    'figures',
    'histories',
    'assumptions',
    'ledger',
    'log',
    'events',
  ])
  expect(report.checks.find(check => check.name === 'payments')?.detail).toContain('8400 minor units of GBP')
  openForTest(folder)
  expect(valueOf(checkWorkspace(folder)).ok).toBe(true)
})

test('D40: a workspace that another process has open is checked beside it', async () => {
  const { folder } = closedWorkspace()
  const holder = startChild(new URL('./fixtures/holdFolder.ts', import.meta.url), folder)
  expect(await holder.nextLine()).toContain('open')
  expect(valueOf(checkWorkspace(folder)).ok).toBe(true)
  await holder.kill()
  expect(valueOf(checkWorkspace(folder)).ok).toBe(true)
})

test.each([
  [
    'events',
    "UPDATE promote_order SET state = 'completed' WHERE state = 'in_review'",
    'is completed, but its events end in in_review',
  ],
  [
    'events',
    "UPDATE order_event SET to_state = 'active' WHERE to_state = 'awaiting_payment'",
    'goes from draft to active',
  ],
  ['paid orders', 'DELETE FROM payment', 'is in_review without a payment'],
  ['paid orders', 'DELETE FROM frozen_forecast', 'is in_review without a frozen forecast'],
  ['payments', 'UPDATE payment SET net_minor = 6000, gross_minor = 7400', 'does not add up'],
  ['payments', 'UPDATE promote_order SET budget_minor = 9000', 'does not add up'],
  ['foreign keys', "UPDATE video SET creator_id = 'nobody'", '2 rows of video point nowhere'],
  [
    'migrations',
    "UPDATE migration SET hash = 'other' WHERE position = 1",
    'expected migration 0000_tables with hash',
  ],
  ['schema', 'CREATE TABLE guest (a INTEGER) STRICT', 'table guest does not belong here'],
])('L24: what someone changed behind the guards shows under %s: %s', (name, statement, detail) => {
  const { folder, file } = closedWorkspace()
  const database = new SqliteDatabase(file)
  database.pragma('foreign_keys = 0')
  const guards = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .raw()
    .all() as string[][]
  for (const [guard] of guards) database.exec(`DROP TRIGGER ${guard}`)
  database.exec(statement)
  for (const [, sql] of guards) database.exec(sql!)
  database.close()
  expect(failuresIn(folder)[name]).toContain(detail)
})

test('L24: a guard that is gone or weakened is named', () => {
  const { folder, file } = closedWorkspace()
  const database = new SqliteDatabase(file)
  database.exec('DROP TRIGGER payment_kept; DROP TRIGGER order_event_kept')
  database.exec('CREATE TRIGGER order_event_kept BEFORE DELETE ON order_event BEGIN SELECT 1; END')
  database.close()
  expect(failuresIn(folder)).toEqual({
    schema: 'trigger payment_kept is gone; trigger order_event_kept is changed',
  })
})

test('D26: damage to the file is in the report, a folder without a database is a failure', () => {
  const { folder, file } = closedWorkspace()
  const bytes = readFileSync(file)
  bytes.fill(0xff, 2 * 4096, 5 * 4096)
  writeFileSync(file, bytes)
  expect(failuresIn(folder)['file']).toContain(`${file}: expected an undamaged`)
  expect(failureOf(checkWorkspace(temporaryFolder())).code).toBe('not_found')
})
