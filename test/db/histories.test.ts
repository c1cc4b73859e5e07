import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import type { HistoryRow } from '../../core/calibration/history.ts'
import type { HistoryReport } from '../../core/history/historyReport.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import type { Writer } from '../../db/connection.ts'
import {
  addPeriods,
  archiveHistory,
  beginImport,
  dropUnfinishedImports,
  finishImport,
  listHistories,
} from '../../db/histories.ts'
import { importedRows } from '../../db/historyRows.ts'
import { logOf } from '../../db/logOf.ts'
import { migrations } from '../../db/migrations.ts'
import { editProfile, findProfile, listProfileEdits } from '../../db/profileEdits.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const row = (unitId: string): HistoryRow => ({
  unitId,
  accountId: '',
  market: 'DE',
  currency: 'EUR',
  platform: 'tiktok',
  objective: '',
  creatorId: '@a',
  videoId: 'v',
  audienceKind: '',
  ageBands: '',
  genders: '',
  interests: '',
  start: 20_000,
  end: null,
  spend: 12.5,
  impressions: 1000,
  reach: null,
  linkClicks: 12,
  conversions: null,
})

const report = (kept: number): HistoryReport => ({
  rows: kept,
  kept,
  units: kept,
  leftOut: 0,
  reasons: [],
  warnings: [],
  currencies: [{ currency: 'EUR', rows: kept, spend: 12.5 * kept }],
  markets: [{ market: 'DE', rows: kept }],
  platforms: [],
  from: '2024-10-04',
  to: '2024-10-04',
  missing: [],
})

function importTwo(writer: Writer): string {
  const id = valueOf(beginImport(writer, 'old.csv'))
  valueOf(addPeriods(writer, id, [row('a'), row('b')]))
  valueOf(finishImport(writer, id, report(2)))
  return id
}

test('CA1, L24: an import is there when it is whole, as it came, with one line in the log', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const id = valueOf(beginImport(writer, 'old.csv'))
  valueOf(addPeriods(writer, id, [row('a'), row('b')]))
  expect(listHistories(reader)).toEqual([])
  expect(importedRows(reader)).toEqual([])
  valueOf(finishImport(writer, id, report(2)))
  expect(listHistories(reader)).toMatchObject([
    { id, name: 'old.csv', rows: 2, currencies: ['EUR'], markets: ['DE'], archivedAt: null },
  ])
  expect(importedRows(reader)).toEqual([row('a'), row('b')])
  expect(logOf(reader, { kind: 'history', id })).toMatchObject([{ what: 'importHistory' }])
})

test('D8: of an import that was stopped nothing stays', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const whole = importTwo(writer)
  const id = valueOf(beginImport(writer, 'new.csv'))
  valueOf(addPeriods(writer, id, [row('c')]))
  valueOf(dropUnfinishedImports(writer))
  expect(importedRows(reader, id)).toEqual([])
  expect(listHistories(reader).map(each => each.id)).toEqual([whole])
})

test('L24: a history that is put away teaches nothing until it is taken out again', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const id = importTwo(writer)
  expect(valueOf(archiveHistory(writer, { id, archived: true })).archivedAt).not.toBeNull()
  valueOf(archiveHistory(writer, { id, archived: true }))
  expect(importedRows(reader)).toEqual([])
  expect(importedRows(reader, id)).toHaveLength(2)
  valueOf(archiveHistory(writer, { id, archived: false }))
  expect(importedRows(reader)).toHaveLength(2)
  expect(logOf(reader, { kind: 'history', id }).map(({ what }) => what)).toEqual([
    'importHistory',
    'archive',
    'unarchive',
  ])
  expect(failureOf(archiveHistory(writer, { id: 'x', archived: true })).code).toBe('not_found')
})

test('RA2, L24: assumptions are edited one after the other, each a version with its reason', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const edit = {
    market: 'ID',
    entry: 'ctrMedian',
    source: 'Own orders',
    date: '2026-11',
    grade: 'C',
    reason: 'They click less',
  } as const
  const first = valueOf(editProfile(writer, { ...edit, value: 0.01 }))
  expect(findProfile(reader, 'ID')).toEqual(first)
  expect(findProfile(reader, 'GB').version).not.toContain('+')
  valueOf(editProfile(writer, { ...edit, value: null }))
  expect(findProfile(reader, 'ID').version).not.toContain('+')
  expect(listProfileEdits(reader, 'ID')).toMatchObject([
    { entry: 'ctrMedian', value: 0.01, version: first.version, reason: 'They click less' },
    { entry: 'ctrMedian', value: null, before: 0.01 },
  ])
  expect(logOf(reader, { kind: 'profile', id: 'ID' })).toHaveLength(2)
  expect(failureOf(editProfile(writer, { ...edit, value: 3 })).problems).toMatchObject([
    { path: 'entries.ctrMedian.value' },
  ])
  expect(listProfileEdits(reader, 'ID')).toHaveLength(2)
})

test.each([
  ['UPDATE history_period SET spend = 0', 'rows never change'],
  ['DELETE FROM history_period', 'rows are kept'],
  [
    "INSERT INTO history_period SELECT 99, import_id, 'x', '', 1, 1, '', '', '', '', '', '', '', '', '', '', 1, 1, 1, 1, 1 FROM history_period LIMIT 1",
    'gets no more rows',
  ],
  ["UPDATE history_import SET name = 'x'", 'never changes'],
  ['DELETE FROM history_import', 'put away, not deleted'],
  ['UPDATE profile_edit SET value = 1', 'rows never change'],
  ['DELETE FROM profile_edit', 'rows are kept'],
])('L3: %s is refused by the database', (sql, reason) => {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  importTwo(writer)
  const why = { source: 'x', date: '2026', grade: 'C', reason: 'x' } as const
  valueOf(editProfile(writer, { market: 'GB', entry: 'cpmMedian', value: 9, ...why }))
  close()
  const database = new SqliteDatabase(join(folder, 'foreclick.db'))
  expect(() => database.exec(sql)).toThrow(reason)
  database.close()
  expect(valueOf(checkWorkspace(folder))).toMatchObject({ ok: true })
})

test('D26: check finds an import that lost rows and an edit that does not follow the one before', () => {
  const folder = temporaryFolder()
  const { writer, close } = openForTest(folder)
  importTwo(writer)
  const why = { source: 'x', date: '2026', grade: 'C', reason: 'x' } as const
  for (const value of [9, 9.5])
    valueOf(editProfile(writer, { market: 'GB', entry: 'cpmMedian', value, ...why }))
  close()
  const database = new SqliteDatabase(join(folder, 'foreclick.db'))
  database.exec('DROP TRIGGER history_period_kept; DELETE FROM history_period WHERE id = 1')
  database.exec('DROP TRIGGER profile_edit_unchanged; UPDATE profile_edit SET before = 7 WHERE seq = 2')
  database.close()
  const broken = valueOf(checkWorkspace(folder)).checks.filter(({ ok }) => !ok)
  expect(broken.map(({ name }) => name)).toEqual(['schema', 'histories', 'assumptions'])
})

test.each(migrations.slice(2).map((_, index) => index + 2))(
  'D10: a populated database of the first %i migrations comes up to date and learns to hold histories',
  count => {
    const folder = temporaryFolder()
    openForTest(folder, { migrations: migrations.slice(0, count) }).close()
    const database = new SqliteDatabase(join(folder, 'foreclick.db'))
    database.exec(`
      INSERT INTO creator (id, market, handle, display_name, account_type, birth_date, anchor_access, created_at, updated_at)
        VALUES ('c', 'GB', '@a', 'A', 'creator', '1990-01-01', 1, 1, 1);
      INSERT INTO product (id, market, source, name, url, currency, price_minor, created_at, updated_at)
        VALUES ('p', 'GB', 'tiktok_shop', 'P', 'https://shop.example/p', 'GBP', 1000, 1, 1);`)
    database.close()
    const { writer, reader, close } = openForTest(folder)
    importTwo(writer)
    expect(importedRows(reader)).toHaveLength(2)
    close()
    expect(valueOf(checkWorkspace(folder))).toMatchObject({ ok: true })
  },
)
