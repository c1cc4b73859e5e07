import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeAll, expect, onTestFinished, test } from 'vitest'

import type { DeliveryDay } from '../../../core/contract/orders.ts'
import { type Cell, csvLine, plainText } from '../../../core/exchange/csvText.ts'
import { historyColumns } from '../../../core/history/historyColumns.ts'
import { listDeliveries, recordDeliveries } from '../../../db/deliveries.ts'
import { openWorkspace } from '../../../db/openWorkspace.ts'
import { createExchangeState } from '../../../electron/backend/exchange/exchangeState.ts'
import { type ExportAsked, exportTable } from '../../../electron/backend/exchange/exportWork.ts'
import { commit, readIn } from '../../../electron/backend/exchange/importWork.ts'
import { valueOf } from '../../db/fixtures/valueOf.ts'
import { makeActiveOrder } from '../../fixtures/activeOrder.ts'
import { temporaryFolder } from './testBackend.ts'

/** An empty workspace and one with an order that delivers; tests take copies. */
const made = { empty: '', active: '', orderId: '' }
beforeAll(() => {
  made.empty = temporaryFolder()
  made.active = temporaryFolder()
  valueOf(openWorkspace({ dataDir: made.empty, now: Date.now, mode: 'write' })).close()
  made.orderId = makeActiveOrder(made.active)
  return () => [made.empty, made.active].forEach(folder => rmSync(folder, { recursive: true }))
})

function copyOf(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

const fileIn = (dataDir: string) => join(dataDir, 'foreclick.db')

async function previewIn(dataDir: string, content: string, name = 'file.csv') {
  const file = join(dataDir, name)
  writeFileSync(file, content)
  const at = { database: fileIn(dataDir), stage: join(dataDir, 'stage'), importId: 'test' }
  return { at, read: await readIn(at, { file, name, reading: null }, createExchangeState()) }
}

async function importedInto(dataDir: string, content: string) {
  const { at, read } = await previewIn(dataDir, content)
  const preview = valueOf(read)
  if (preview.kind !== 'importPreview') throw new Error(JSON.stringify(preview))
  const decisions = { choices: [], conflicts: 'keep' } as const
  const by = { now: Date.now(), who: 'test' }
  const asked = { decisions, expected: preview.summary, ...by }
  return { preview, commit: () => commit(at, asked, createExchangeState()) }
}

function exportedFrom(dataDir: string, what: ExportAsked['what']): string {
  const out = join(dataDir, 'out.csv')
  rmSync(out, { force: true })
  valueOf(exportTable(fileIn(dataDir), { what, format: 'csv', out }, createExchangeState()))
  return readFileSync(out, 'utf8')
}

/** What tries to be a formula, another cell, another row, a number or nothing. */
const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom("'=1+1", '=SUM(A1)', '+44', '-5', '@me', "''", "'", '"', '""', ',', 'a,b', 'a;b', 'a\tb'),
    fc.constantFrom(
      'two\nlines',
      'two\r\nlines',
      'a"b',
      '007',
      '1e5',
      '12345678901234567890',
      'null',
      'Total',
      'é',
    ),
  )
  .map(text => text.replaceAll('\0', '').trim())
const count = fc.option(fc.integer({ min: 0, max: 1000 }))
const money = fc.option(fc.integer({ min: 0, max: 1e9 }).map(minor => minor / 100))
const day = fc
  .integer({ min: 0, max: 300 })
  .map(n => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))

const historyRow = fc
  .record({
    texts: fc.array(hostile, { minLength: 9, maxLength: 9 }),
    unit: hostile.filter(text => text !== '' && plainText(text).trim() !== ''),
    start: day,
    market: fc.constantFrom('GB', 'ID', 'US', ''),
    currency: fc.constantFrom('GBP', 'IDR', 'USD', ''),
    spend: money,
    reach: count,
    linkClicks: count,
    conversions: count,
  })
  .map(({ texts, unit, start, market, currency, spend, reach, linkClicks, conversions }) => {
    const [account, platform, objective, creator, video, audience, ages, genders, interests] = texts
    const cells: Cell[] = [
      unit,
      account ?? '',
      start,
      start,
      market,
      currency,
      platform ?? '',
      objective ?? '',
    ]
    cells.push(creator ?? '', video ?? '', audience ?? '', ages ?? '', genders ?? '', interests ?? '')
    cells.push(spend, 100_000, reach, linkClicks, conversions)
    return cells
  })

/** Words of platform, audience and gender have no case, and lists no order. */
const asLearnt = (row: readonly string[]) =>
  row.map((cell, i) => {
    const column = historyColumns[i] ?? ''
    const text = ['platform', 'audience_kind', 'genders'].includes(column) ? cell.toLowerCase() : cell
    const parts = text.split('|').map(part => part.trim())
    const isList = ['age_bands', 'genders', 'interests'].includes(column) && parts.length > 1
    return isList ? [...new Set(parts)].filter(Boolean).toSorted().join('|') : text
  })

const asRows = (csv: string) =>
  parse(csv)
    .slice(1)
    .map(row => row.map(plainText))

test('U20, U22: a history that is exported and imported into another workspace is the same, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(historyRow, { minLength: 1, maxLength: 12 }), async rows => {
      const [first, second] = [copyOf(made.empty), copyOf(made.empty)]
      try {
        const written = [historyColumns, ...rows].map(cells => `${csvLine(cells)}\n`).join('')
        const one = await importedInto(first, written)
        expect(one.preview.summary.left).toEqual([])
        valueOf(await one.commit())
        const out = exportedFrom(first, 'history')
        expect(asRows(out)).toEqual(asRows(written).map(asLearnt))
        valueOf(await (await importedInto(second, out)).commit())
        expect(exportedFrom(second, 'history')).toBe(out)
      } finally {
        for (const folder of [first, second]) rmSync(folder, { recursive: true })
      }
    }),
    { numRuns: 25 },
  )
})

const counts = fc.record({
  impressions: fc.integer({ min: 1000, max: 1e6 }),
  reach: count,
  linkClicks: fc.integer({ min: 0, max: 1000 }),
  pageViews: count,
  conversions: count,
  spendMinor: fc.integer({ min: 0, max: 100_000 }),
  revenueMinor: fc.option(fc.integer({ min: 0, max: 1e7 })),
})
const delivered = fc
  .array(counts, { minLength: 1, maxLength: 8 })
  .map(days => days.map((some, i): DeliveryDay => ({ ...some, date: `2026-12-0${i + 1}`, source: 'typed' })))

test('U20, A19: days that are exported come back as they were, and change nothing where they stand', async () => {
  await fc.assert(
    fc.asyncProperty(delivered, async days => {
      const [full, bare] = [copyOf(made.active), copyOf(made.active)]
      try {
        const opened = valueOf(openWorkspace({ dataDir: full, now: Date.now, mode: 'write' }))
        if (!opened.readOnly) valueOf(recordDeliveries(opened.writer, { orderId: made.orderId, days }))
        opened.close()
        const out = exportedFrom(full, 'deliveries')
        const again = await importedInto(full, out)
        expect(again.preview.summary).toMatchObject({
          days: { create: 0, update: 0, unchanged: days.length, conflict: 0 },
          left: [],
        })
        valueOf(await (await importedInto(bare, out)).commit())
        const back = valueOf(openWorkspace({ dataDir: bare, now: Date.now, mode: 'read' }))
        const found = listDeliveries(back.reader, made.orderId)
        back.close()
        expect(found).toEqual(days.map(each => ({ ...each, source: 'imported' })))
      } finally {
        for (const folder of [full, bare]) rmSync(folder, { recursive: true })
      }
    }),
    { numRuns: 15 },
  )
})

test('H34: shares of a sale are summed as the file has them, and a day counts whole ones', async () => {
  const dataDir = copyOf(made.active)
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const lines = ['0.6', '1.5', '0.9'].map(
    share => `2026-12-01,2026-12-01,${made.orderId},GBP,1.00,100,3,${share}`,
  )
  const file = ['from,to,ids.order,currency,spend,impressions,linkClicks,conversions', ...lines, ''].join(
    '\n',
  )
  const { preview, commit: write } = await importedInto(dataDir, file)
  expect(preview.summary.totals.map(({ part, conversions }) => [part, conversions])).toEqual([
    ['file', 3],
    ['order', 3],
  ])
  valueOf(await write())
  const { reader, close } = valueOf(openWorkspace({ dataDir, now: Date.now, mode: 'read' }))
  expect(listDeliveries(reader, made.orderId)).toMatchObject([{ conversions: 3, impressions: 300 }])
  close()
})

test('interfaces 4: a history of which more than a fifth cannot be right is refused with what is wrong', async () => {
  const dataDir = copyOf(made.empty)
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const line = (clicks: number) => `a,,2026-01-01,2026-01-01,GB,GBP,tiktok,,,,,,,,1.00,100,,${clicks},0`
  const rows = (bad: number) =>
    [historyColumns.join(','), ...Array.from({ length: 10 }, (_, i) => line(i < bad ? 500 : 5)), ''].join(
      '\n',
    )
  expect((await previewIn(dataDir, rows(2))).read.ok).toBe(true)
  await expect(previewIn(dataDir, rows(3), 'bad.csv')).rejects.toMatchObject({
    failure: {
      code: 'bad_input',
      problems: [
        { expected: 'at most 20% of the rows to be wrong', received: '3 of 10 that cannot be right' },
        { path: 'line 2, link_clicks', hint: 'more clicks than impressions, 3 rows' },
      ],
    },
  })
})
