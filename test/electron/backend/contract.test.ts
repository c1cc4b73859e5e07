import fc from 'fast-check'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

import { contract, type Method, type Request } from '../../../core/contract/contract.ts'
import { everyOrder } from '../../../core/contract/orderList.ts'
import { shown } from '../../../core/contract/problems.ts'
import { createRecoverableBackend } from '../../../electron/backend/recoverableBackend.ts'
import { startThread } from '../../../electron/backend/startThread.ts'
import { historyFile } from '../../fixtures/historyFile.ts'
import { auditRequests } from './auditRequests.ts'
import { evidenceRequests } from './evidenceRequests.ts'
import { exportOf, importRequests } from './importRequests.ts'
import { learningRequests } from './learningRequests.ts'
import { heavy, writing } from './methodKinds.ts'
import { sendFile } from './sendFile.ts'
import {
  creatorFields,
  openBackend,
  productFields,
  someNoon,
  type TestBackend,
  temporaryFolder,
  videoFields,
  withDraft,
} from './testBackend.ts'

type Requests = { readonly [M in Method]: Request<M> }

let open: TestBackend
let requests: Requests
beforeAll(async () => {
  open = await openBackend()
  const { creator, product, video, draft, order } = await withDraft(open)
  const forecast = { draft, seed: 1, replicates: 10, key: 'test' }
  const named = { name: 'A', draft }
  const { runId } = await open.get('startForecast', forecast)
  const ended = await open.untilRunEnds(runId)
  const digest =
    ended.kind === 'done' && ended.result?.kind === 'forecast' ? ended.result.forecast.digest : undefined
  const refundable = await open.get('saveDraft', { id: null, draft })
  const paid = { commandId: 'c0', method: 'card', reference: 'R-0', seed: 1, replicates: 10 } as const
  await open.get('payOrder', { ...paid, id: refundable.id, digest: digest ?? '' })
  for (const to of ['active', 'completed'] as const)
    await open.get('moveOrder', { id: refundable.id, to, what: `Now ${to}` })
  const audit = await open.get('startAudit', { from: null, to: null, orderId: null })
  await open.untilRunEnds(audit.runId)
  const { listFindings } = auditRequests({ orderId: '', key: '' })
  const { findings } = await open.get('listFindings', listFindings)
  const other = await open.get('saveCreator', { id: null, fields: { ...creatorFields, handle: '@other' } })
  const saved = await open.get('saveView', { id: null, name: 'Kept', view: everyOrder })
  await open.untilRunEnds((await open.get('backUp', {})).runId)
  const [copy] = (await open.get('listBackups', {})).backups
  const csv = historyFile(20)
  const uploaded = () => sendFile(open, 'history.csv', csv)
  const first = await open.get('startHistoryImport', { uploadId: await uploaded() })
  await open.untilRunEnds(first.runId)
  const [history] = await open.get('listHistories', {})
  const imported = history?.id ?? ''
  const whole = await uploaded()
  const { uploadId: sent } = await open.get('openUpload', { name: 'history.csv', bytes: 7 })
  requests = {
    getWorkspace: {},
    getSettings: {},
    saveSettings: {
      language: 'id',
      theme: 'dark',
      density: 'compact',
      backupEvery: 'day',
      updates: 'on',
      updateFeed: 'https://updates.example/',
    },
    fillDemo: {},
    listCreators: {},
    getCreator: { id: creator.id },
    saveCreator: { id: null, fields: { ...creatorFields, handle: '@another' } },
    listProducts: {},
    saveProduct: { id: product.id, fields: productFields },
    listVideos: {},
    getVideo: { id: video.id },
    saveVideo: { id: null, fields: videoFields(creator.id, [product.id]) },
    listOrders: {},
    previewBulk: { selection: { kind: 'ids', ids: [order.id] }, change: { durationDays: 5 } },
    editBulk: {
      commandId: 'b1',
      selection: { kind: 'view', view: everyOrder, except: [refundable.id] },
      change: { budgetFactor: 1.5, shiftDays: 3 },
    },
    undoBulk: { commandId: 'b1' },
    archiveOrders: { selection: { kind: 'ids', ids: [refundable.id] }, archived: true },
    listViews: {},
    saveView: { id: null, name: 'Mine', view: everyOrder },
    deleteView: { id: saved.id },
    getOrderVerdicts: { id: refundable.id },
    listFacts: { kind: 'creator', id: creator.id },
    recordFact: {
      kind: 'creator',
      id: creator.id,
      fact: 'anchorAccess',
      from: '2026-11-20',
      value: true,
      note: 'Seen in the app',
    },
    removeFact: { kind: 'creator', id: creator.id, fact: 'anchorAccess', from: '2026-11-20' },
    archiveRecords: { kind: 'video', ids: [video.id], archived: true },
    mergeRecords: { kind: 'creator', id: other.id, into: creator.id },
    getOrder: { id: order.id },
    saveDraft: { id: null, draft },
    checkOrder: draft,
    getOrderFile: draft,
    payOrder: {
      id: order.id,
      commandId: 'c1',
      method: 'card',
      reference: 'R-1',
      seed: 1,
      replicates: 10,
      digest: digest ?? '',
    },
    startForecast: forecast,
    startCurve: forecast,
    startComparison: { drafts: [named, named], seed: 1, replicates: 10, key: 'test' },
    startAllocation: {
      drafts: [named, named],
      budgetMinor: 10_000,
      maximise: 'clicks',
      seed: 1,
      replicates: 10,
      key: 'test',
    },
    rerunForecast: { id: refundable.id },
    moveOrder: { id: order.id, to: 'active', what: 'Approved' },
    recordDeliveries: {
      id: order.id,
      days: [
        {
          date: '2026-12-01',
          impressions: 900,
          reach: null,
          linkClicks: 12,
          pageViews: null,
          conversions: null,
          spendMinor: 900,
          revenueMinor: null,
          source: 'typed',
        },
      ],
    },
    simulateDelivery: { id: order.id, seed: 3 },
    getOrderMoney: { id: order.id },
    listReports: { id: order.id },
    listLog: { kind: 'order', id: order.id },
    askRefund: { id: refundable.id, commandId: 'r1', what: 'Unspent', netMinor: 100, taxMinor: 0 },
    answerRefund: { id: refundable.id, commandId: 'r2', what: 'No', outcome: 'refused' },
    playOrder: { draft, seed: 1 },
    ...(await evidenceRequests(open, refundable.id)),
    ...learningRequests({ draft, orderId: order.id, sent, whole, imported }),
    ...(await importRequests(open)),
    ...auditRequests({ orderId: refundable.id, key: findings[0]?.finding.key ?? '' }),
    cancelRun: { runId },
    listBackups: {},
    backUp: {},
    getRecovery: {},
    // Last, because it puts back what was before the others.
    recover: { how: 'backup', name: copy?.name ?? '' },
  }
})
afterAll(() => open.close())

test('K24: every method of the contract answers a right request', async () => {
  expect(Object.keys(requests).toSorted()).toEqual(Object.keys(contract).toSorted())
  for (const [method, payload] of Object.entries(requests))
    expect([method, await open.backend.request(method, payload)]).toMatchObject([method, { ok: true }])
})

/** Nothing but a plain answer may come back: no exception, no stack, no fault of the program. */
async function expectAnswer(method: unknown, payload: unknown): Promise<void> {
  const result = await open.backend.request(method as string, payload)
  if (result.ok) return
  expect(result.failure.message).not.toMatch(/\bat .*\.[tj]s:\d+/)
  const { code, message } = result.failure
  expect(code === 'internal' ? `${shown(method)} ${message}` : '').toBe('')
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withSparseArray: true,
})

test('K24: whatever is asked, the answer is a result and never an exception or a stack', async () => {
  const methods = fc.oneof(
    fc.constantFrom(...Object.keys(contract)),
    fc.constantFrom('__proto__', 'constructor', 'toString', ''),
    fc.string(),
    anything,
  )
  await fc.assert(fc.asyncProperty(methods, anything, expectAnswer), { numRuns: 2000 })
})

test('K24: a right request with anything in one place of it gets a result', async () => {
  const extreme = fc.oneof(
    anything,
    fc.constantFrom(0, -1, 2 ** 53 - 1, -(2 ** 53), 1e-7, 0.5, NaN, Infinity, null, '', [], {}),
    fc.constantFrom('0000-01-01', '9999-12-31', '2026-02-31', '9999-12-31T23:59', '2026-03-29T01:30', 'ID'),
  )
  const methods = fc.constantFrom(...Object.keys(contract).filter(method => !heavy.has(method)))
  await fc.assert(
    fc.asyncProperty(methods, fc.nat(), extreme, async (method, place, value) => {
      const request = structuredClone(Object.entries(requests).find(([name]) => name === method)?.[1] ?? {})
      const places = placesIn(request)
      places[place % places.length]?.(value)
      await expectAnswer(method, request)
    }),
    { numRuns: 1500 },
  )
  for (const method of ['listCreators', 'listProducts', 'listVideos', 'listOrders', 'getWorkspace'] as const)
    expect([method, await open.ask(method, {})]).toMatchObject([method, { ok: true }])
})

/** A way to put a value into each place of a JSON value, at any depth. */
function placesIn(value: unknown): ((value: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return []
  const here = value as Record<string, unknown>
  return Object.keys(here).flatMap(key => [
    (put: unknown) => {
      here[key] = put
    },
    ...placesIn(here[key]),
  ])
}

test('K24: an unknown request names the nearest one, a wrong field its path and what came', async () => {
  expect(await open.backend.request('listOrder', {})).toEqual({
    ok: false,
    failure: { code: 'bad_input', message: 'unknown request "listOrder"; did you mean listOrders?' },
  })
  expect(await open.backend.request('getOrder', { ide: 'x' })).toMatchObject({
    ok: false,
    failure: {
      code: 'bad_input',
      problems: expect.arrayContaining([expect.objectContaining({ path: 'ide', hint: 'did you mean id?' })]),
    },
  })
})

test('D31: a folder that is open elsewhere opens for reading, and what writes is refused', async () => {
  const reading = await openBackend({ dataDir: open.dataDir, mode: 'read' })
  onTestFinished(() => reading.backend.close())
  expect(await reading.get('getWorkspace', {})).toMatchObject({ readOnly: true })
  for (const method of writing)
    expect([method, await reading.backend.request(method, requests[method])]).toMatchObject([
      method,
      { ok: false, failure: { code: 'read_only' } },
    ])
  // A download is known to the backend that made it.
  const others = new Set<string>([...writing, 'recover', 'readDownload'])
  const reads = Object.entries(requests).filter(([method]) => !others.has(method))
  for (const [method, payload] of reads)
    expect([method, await reading.backend.request(method, payload)]).toMatchObject([method, { ok: true }])
  const exported = await exportOf(reading, { what: 'creators', format: 'csv' })
  expect(exported.toString()).toContain(creatorFields.handle)
})

test('D31: a second backend that would write to the same folder is refused with the folder named', async () => {
  const second = await createRecoverableBackend({ dataDir: open.dataDir, startThread, now: () => someNoon })
  expect(second).toMatchObject({
    ok: false,
    failure: { code: 'locked', message: expect.stringContaining(open.dataDir) },
  })
})

test('K24: a closed backend answers that it is closing, however often it is closed', async () => {
  const closed = await openBackend({ dataDir: temporaryFolder() })
  await Promise.all([closed.backend.close(), closed.close()])
  expect(await closed.backend.request('listOrders', {})).toMatchObject({ failure: { code: 'cancelled' } })
})
