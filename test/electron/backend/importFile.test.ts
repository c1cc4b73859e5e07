import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { addsUp } from '../../../core/exchange/importSummary.ts'
import { checkWorkspace } from '../../../db/checkWorkspace.ts'
import { makeActiveOrder } from '../../fixtures/activeOrder.ts'
import { commitOf, exportOf, importFile, planOf, previewOf, someLine, undoOf } from './importRequests.ts'
import { sendFile } from './sendFile.ts'
import { openBackend, temporaryFolder } from './testBackend.ts'

async function openWithActive() {
  const dataDir = temporaryFolder()
  const id = makeActiveOrder(dataDir)
  const open = await openBackend({ dataDir })
  onTestFinished(() => open.close())
  return { open, id }
}

const days = ['2026-12-01', '2026-12-02', '2026-12-03'] as const

test('U10: a file is previewed, imported and taken back; days are as they were before, byte for byte', async () => {
  const { open, id } = await openWithActive()
  const typed = { ...counts, date: days[2], source: 'typed' as const }
  await open.get('recordDeliveries', { id, days: [typed] })
  const first = await commitOf(
    open,
    await previewOf(open, importFile([someLine({ from: days[0], spend: '1.00' })])),
  )
  const before = await open.get('getOrder', { id })
  const money = await open.get('getOrderMoney', { id })

  const preview = await previewOf(open, importFile(days.map(from => someLine({ from }))))
  expect(preview.summary).toMatchObject({
    rows: 3,
    orders: 1,
    days: { create: 1, update: 1, unchanged: 0, conflict: 1 },
    left: [{ reason: 'conflict', rows: 1 }],
  })
  expect(addsUp(preview.summary)).toBe(true)
  expect(preview.units).toMatchObject([{ target: 'order', by: 'name', order: { orderId: id }, rows: 3 }])
  expect(await open.get('getOrder', { id })).toEqual(before)

  const batch = await commitOf(open, preview)
  expect(batch).toMatchObject({ name: 'ads.csv', undoneAt: null, summary: preview.summary })
  const after = await open.get('getOrder', { id })
  expect(after.deliveries.map(({ date, source, spendMinor }) => [date, source, spendMinor])).toEqual([
    [days[0], 'imported', 950],
    [days[1], 'imported', 950],
    [days[2], 'typed', 100],
  ])
  expect((await open.get('listOrders', {})).rows[0]).toMatchObject({ spentMinor: 2000, linkClicks: 39 })
  expect((await open.get('getOrderMoney', { id })).book.delivered).toBe(2000)

  expect(await undoOf(open, batch.id)).toMatchObject({ restored: 2, kept: 0 })
  const undone = await open.get('getOrder', { id })
  expect(JSON.stringify(undone.deliveries)).toBe(JSON.stringify(before.deliveries))
  expect((await open.get('getOrderMoney', { id })).book).toEqual(money.book)
  // The report before is kept among the versions, and the log tells of each step.
  expect((await open.get('listReports', { id })).filter(({ date }) => date === days[0])).toHaveLength(3)
  const log = await open.get('listLog', { kind: 'import', id: batch.id })
  expect(log.map(({ what }) => what)).toEqual(['importFile', 'undoImport'])
  expect((await open.get('listImports', {})).map(each => [each.id, each.undoneAt !== null])).toEqual(
    expect.arrayContaining([
      [batch.id, true],
      [first.id, false],
    ]),
  )
  const again = await open.get('startImportUndo', { id: batch.id })
  expect(await open.untilRunEnds(again.runId)).toMatchObject({ kind: 'failed', failure: { code: 'refused' } })
  expect(checkWorkspace(open.dataDir)).toMatchObject({ ok: true, value: { ok: true } })
})

const counts = {
  impressions: 100,
  reach: null,
  linkClicks: 1,
  pageViews: null,
  conversions: null,
  spendMinor: 100,
  revenueMinor: null,
}

test('U11, U15: the file wins over a typed day where a person says so, and the day comes back with the undo', async () => {
  const { open, id } = await openWithActive()
  await open.get('recordDeliveries', { id, days: [{ ...counts, date: days[0], source: 'typed' }] })
  const before = (await open.get('getOrder', { id })).deliveries
  const preview = await previewOf(open, importFile([someLine()]))
  expect(preview.days).toMatchObject([
    { status: 'conflict', before: { spendMinor: 100 }, after: { spendMinor: 950 } },
  ])
  const replacing = await planOf(open, preview, { conflicts: 'replace' })
  expect(replacing.summary.left).toEqual([])
  const batch = await commitOf(open, replacing, { conflicts: 'replace' })
  expect((await open.get('getOrder', { id })).deliveries).toMatchObject([
    { spendMinor: 950, source: 'imported' },
  ])
  await undoOf(open, batch.id)
  expect((await open.get('getOrder', { id })).deliveries).toEqual(before)
})

test('U10: rows of nobody are delivery history, a choice is remembered, and the same file again adds nothing', async () => {
  const { open, id } = await openWithActive()
  const content = importFile([
    someLine({ 'names.ad': 'Unknown', 'ids.ad': '1790000000000000002' }),
    someLine({ 'names.ad': 'Unknown', 'ids.ad': '1790000000000000002', from: days[1] }),
    someLine({ 'names.ad': 'Other', 'ids.ad': '1790000000000000003', currency: 'IDR', spend: '15000' }),
  ])
  const preview = await previewOf(open, content)
  expect(preview.units).toMatchObject([
    { key: 'ad:1790000000000000002', target: 'history', by: 'none' },
    { key: 'ad:1790000000000000003', target: 'history', by: 'none' },
  ])
  const choices = [{ key: 'ad:1790000000000000002', target: 'order', orderId: id }] as const
  const chosen = await planOf(open, preview, { choices })
  expect(chosen.summary).toMatchObject({ days: { create: 2 }, orders: 1 })
  const batch = await commitOf(open, chosen, { choices })
  expect(await open.get('listHistories', {})).toMatchObject([
    { id: batch.historyId, rows: 1, currencies: ['IDR'], markets: ['ID'] },
  ])
  const again = await previewOf(open, content)
  expect(again.again).toMatchObject({ who: 'user' })
  expect(again.units.find(({ key }) => key === 'ad:1790000000000000002')).toMatchObject({
    target: 'order',
    by: 'remembered',
    order: { orderId: id },
  })
  expect(again.summary).toMatchObject({
    days: { create: 0, unchanged: 2 },
    left: [{ reason: 'again', rows: 1 }],
  })
  expect(addsUp(again.summary)).toBe(true)
  await undoOf(open, batch.id)
  expect((await open.get('listHistories', {}))[0]?.archivedAt).not.toBe(null)
  expect((await open.get('getOrder', { id })).deliveries).toEqual([])
  expect(checkWorkspace(open.dataDir)).toMatchObject({ ok: true, value: { ok: true } })
})

test('U11, H24, H34: rows that are no day of an order are left out with their reason, and can be fetched', async () => {
  const { open } = await openWithActive()
  const preview = await previewOf(
    open,
    importFile([
      someLine(),
      someLine({ from: days[1], to: days[2] }),
      someLine({ from: days[2], impressions: null }),
      someLine({ from: days[1], spend: 'nine' }),
      someLine({ from: days[1], 'names.ad': '=SUM(A1)', spend: 'x' }),
    ]),
  )
  expect(preview.summary).toMatchObject({
    rows: 5,
    unreadable: 2,
    left: [
      { reason: 'unreadable', rows: 2 },
      { reason: 'period', rows: 1 },
      { reason: 'missing', rows: 1 },
    ],
  })
  const left = preview.problems.filter(({ isLeft }) => isLeft).flatMap(({ first }) => first)
  expect(left.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual([5, 6])
  expect(left.find(({ line }) => line === 5)).toMatchObject({ column: 'spend', found: '"nine"' })
  expect(addsUp(preview.summary)).toBe(true)
  const { importId } = preview
  const file = await exportOf(open, { what: 'leftOut', format: 'csv', importId })
  const lines = file.toString().trimEnd().split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatch(/,line,reason$/)
  expect(lines[1]).toMatch(/,3,"a period of several days/)
  expect(lines[4]).toContain("'=SUM(A1)")
})

test('U10: what changed since the preview is not imported unseen, and a file that is dropped leaves nothing', async () => {
  const { open, id } = await openWithActive()
  const preview = await previewOf(open, importFile([someLine()]))
  await open.get('recordDeliveries', { id, days: [{ ...counts, date: days[0], source: 'typed' }] })
  const started = await open.get('startImportCommit', {
    importId: preview.importId,
    choices: [],
    conflicts: 'keep',
    expected: preview.summary,
  })
  expect(await open.untilRunEnds(started.runId)).toMatchObject({
    kind: 'failed',
    failure: { code: 'conflict' },
  })
  await open.get('closeUpload', { uploadId: preview.importId })
  expect(readdirSync(join(open.dataDir, 'uploads'))).toEqual([])
  expect(await open.get('listImports', {})).toEqual([])
})

test('K24: an import that is cancelled leaves nothing, and commands are refused as busy while one is written', async () => {
  const { open, id } = await openWithActive()
  const many = Array.from({ length: 60_000 }, (_, i) =>
    someLine({ 'ids.ad': String(i % 500), 'names.ad': 'Unknown' }),
  )
  const uploadId = await sendFile(open, 'many.csv', importFile(many))
  const { runId } = await open.get('startImport', { uploadId, reading: null })
  await new Promise(resolve => setTimeout(resolve, 400))
  const at = performance.now()
  await open.get('cancelRun', { runId })
  expect(await open.untilRunEnds(runId)).toMatchObject({ kind: 'failed', failure: { code: 'cancelled' } })
  expect(performance.now() - at).toBeLessThan(1500)
  expect(readdirSync(join(open.dataDir, 'uploads'))).toEqual([uploadId])

  const preview = await previewOf(open, importFile(many))
  const commit = {
    importId: preview.importId,
    choices: [],
    conflicts: 'keep' as const,
    expected: preview.summary,
  }
  const started = await open.get('startImportCommit', commit)
  await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
  const busy = await open.ask('recordDeliveries', {
    id,
    days: [{ ...counts, date: days[0], source: 'typed' }],
  })
  expect(busy).toMatchObject({ ok: false, failure: { code: 'busy' } })
  expect(await open.ask('getOrder', { id })).toMatchObject({ ok: true })
  await open.get('cancelRun', { runId: started.runId })
  expect(await open.untilRunEnds(started.runId)).toMatchObject({ failure: { code: 'cancelled' } })
  expect(await open.get('listImports', {})).toEqual([])
  expect(await open.get('listHistories', {})).toEqual([])
  expect(existsSync(join(open.dataDir, 'uploads', preview.importId))).toBe(true)
  expect(
    await open.ask('recordDeliveries', { id, days: [{ ...counts, date: days[0], source: 'typed' }] }),
  ).toMatchObject({ ok: true })
})
