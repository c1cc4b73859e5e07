import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import type { Method, Request } from '../../../core/contract/contract.ts'
import type { RunResult } from '../../../core/contract/runs.ts'
import { historyFile } from '../../fixtures/historyFile.ts'
import { sendFile } from './sendFile.ts'
import { openBackend, type TestBackend, withDraft } from './testBackend.ts'

async function open(options: Parameters<typeof openBackend>[0] = {}) {
  const backend = await openBackend(options)
  onTestFinished(() => backend.close())
  return backend
}

type Starts = Extract<Method, `start${string}`>
async function resultOf<M extends Starts>(
  { ask, untilRunEnds }: TestBackend,
  method: M,
  request: Request<M>,
) {
  const started = await ask(method, request)
  if (!started.ok) throw new Error(started.failure.message)
  const ended = await untilRunEnds(started.value.runId)
  if (ended.kind === 'failed') throw new Error(ended.failure.message)
  return ended.result
}

function kindOf<K extends RunResult['kind']>(result: RunResult | null, kind: K) {
  if (result?.kind !== kind) throw new Error(`expected ${kind}, got ${JSON.stringify(result)?.slice(0, 200)}`)
  return result as Extract<RunResult, { kind: K }>
}

async function importFile(backend: TestBackend, content: string) {
  const uploadId = await sendFile(backend, 'history.csv', content, 10_000)
  return kindOf(await resultOf(backend, 'startHistoryImport', { uploadId }), 'history').history
}

const learn = async (backend: TestBackend) =>
  kindOf(await resultOf(backend, 'startLearning', {}), 'learned').learned

const delivered = (date: string, linkClicks: number) => ({
  date,
  impressions: 1000,
  reach: null,
  linkClicks,
  pageViews: null,
  conversions: 0,
  spendMinor: 900,
  revenueMinor: null,
  source: 'typed' as const,
})

/** An order that was paid and delivered some days. */
async function withDelivered(backend: TestBackend, days: readonly ReturnType<typeof delivered>[]) {
  const made = await withDraft(backend)
  const { digest } = await backend.forecast(made.draft)
  const { id } = made.order
  const paid = { commandId: 'c', method: 'card', reference: 'R', seed: 1, replicates: 100, digest } as const
  await backend.get('payOrder', { id, ...paid })
  await backend.get('moveOrder', { id, to: 'active', what: 'Approved' })
  await backend.get('recordDeliveries', { id, days: [...days] })
  return made
}

test('CA1, U10: a file comes in pieces, is imported as a run, and its upload is gone afterwards', async () => {
  const backend = await open()
  const history = await importFile(backend, historyFile(400))
  expect(history).toMatchObject({ name: 'history.csv', rows: 400, units: 400, leftOut: 0, archivedAt: null })
  expect(await backend.get('listHistories', {})).toEqual([history])
  const { uploadId } = await backend.get('openUpload', { name: 'x.csv', bytes: 9 })
  expect(existsSync(join(backend.dataDir, 'uploads', uploadId))).toBe(true)
  await backend.get('closeUpload', { uploadId })
  expect(existsSync(join(backend.dataDir, 'uploads', uploadId))).toBe(false)
})

test('U10: pieces come in their order, no more than was said, and a file is used when it is whole', async () => {
  const { get, ask } = await open()
  const { uploadId } = await get('openUpload', { name: 'x.csv', bytes: 6 })
  const data = Buffer.from('abc').toString('base64')
  expect(await get('sendUpload', { uploadId, offset: 0, data })).toEqual({ received: 3 })
  expect(await ask('sendUpload', { uploadId, offset: 0, data })).toMatchObject({
    failure: { problems: [{ path: 'offset', expected: '3, what was received so far', received: '0' }] },
  })
  expect(await ask('startHistoryImport', { uploadId })).toMatchObject({
    failure: { code: 'refused', message: 'Expected all 6 bytes of x.csv, got 3.' },
  })
  const more = Buffer.from('abcd').toString('base64')
  expect(await ask('sendUpload', { uploadId, offset: 3, data: more })).toMatchObject({
    failure: { problems: [{ path: 'data' }] },
  })
  expect(await ask('openUpload', { name: 'x.csv', bytes: 2 ** 33 })).toMatchObject({
    failure: { problems: [{ expected: 'a file of at most 4 GiB' }] },
  })
})

test('CM4, U10: a bad file and a cancelled import leave nothing', async () => {
  const backend = await open()
  const bad = await sendFile(backend, 'bad.csv', 'a,b\n1,2\n')
  const { runId } = await backend.get('startHistoryImport', { uploadId: bad })
  expect(await backend.untilRunEnds(runId)).toMatchObject({ kind: 'failed', failure: { code: 'bad_input' } })
  const large = await sendFile(backend, 'large.csv', historyFile(30_000))
  const second = await backend.get('startHistoryImport', { uploadId: large })
  await backend.get('cancelRun', { runId: second.runId })
  expect(await backend.untilRunEnds(second.runId)).toMatchObject({ failure: { code: 'cancelled' } })
  expect(await backend.get('listHistories', {})).toEqual([])
  expect(await backend.get('listLog', { kind: 'workspace', id: 'settings' })).toEqual([])
})

test('RA2: without any history a forecast is what the assumptions say, byte for byte', async () => {
  const backend = await open()
  const { draft } = await withDraft(backend)
  const before = await backend.forecast(draft)
  expect(await backend.get('getLearning', {})).toEqual({ isLearning: false, learned: null, failure: null })
  expect(await resultOf(backend, 'startLearning', {})).toBeNull()
  expect(before).toMatchObject({ ownDataWeight: 0, profileVersion: 'GB-2026.11.1' })
  expect(await backend.get('getForecastBasis', { draft })).toEqual({
    ownDataWeight: 0,
    levels: [],
    orders: [],
  })
})

test('RA2, CA2: an imported history moves forecasts, says why, and put away it moves none', async () => {
  const backend = await open()
  const { draft } = await withDraft(backend)
  const before = await backend.forecast(draft)
  const history = await importFile(backend, historyFile(300, { clicks: 30 }))
  const learned = await learn(backend)
  expect(learned).toMatchObject({ rows: 300, units: 300, ownOrders: 0, asOf: '2026-11-23' })
  expect(learned.entries.find(({ id }) => id === 'ctr')).toMatchObject({ currency: 'GBP', unit: 'share' })
  const after = await backend.forecast(draft)
  expect(after.ownDataWeight).toBeGreaterThan(0.2)
  expect(after.totals.linkClicks.p50!).toBeGreaterThan(before.totals.linkClicks.p50!)
  const basis = await backend.get('getForecastBasis', { draft })
  expect(basis.ownDataWeight).toBe(after.ownDataWeight)
  expect(basis.orders).toHaveLength(50)
  expect(basis.orders[0]).toMatchObject({ orderId: null, historyId: history.id, title: 'history.csv' })
  expect(basis.orders[0]!.shared).toContain('market')
  await backend.get('removeHistory', { id: history.id })
  expect(await resultOf(backend, 'startLearning', {})).toBeNull()
  expect(await backend.forecast(draft)).toEqual(before)
  await backend.get('restoreHistory', { id: history.id })
  await learn(backend)
  expect(await backend.forecast(draft)).toEqual(after)
})

test('FO9: an order that was paid on what was learnt is forecast again with the same digest, whatever is learnt later', async () => {
  const backend = await open()
  await importFile(backend, historyFile(200))
  await learn(backend)
  const { order } = await withDelivered(backend, [delivered('2026-11-20', 14)])
  const paid = await backend.get('getOrder', { id: order.id })
  expect(paid.forecast?.profileVersion).toContain('~')
  await importFile(backend, historyFile(300, { clicks: 40 }))
  await learn(backend)
  const { runId } = await backend.get('rerunForecast', { id: order.id })
  const again = await backend.untilRunEnds(runId)
  expect(again).toMatchObject({ kind: 'done', result: { forecast: { digest: paid.forecast?.digest } } })
})

test('FO9: what was shown is what is paid on, also when something was learnt in between; not when an assumption was edited', async () => {
  const backend = await open()
  await importFile(backend, historyFile(200))
  await learn(backend)
  const { draft, order } = await withDraft(backend)
  const { digest } = await backend.forecast(draft)
  await importFile(backend, historyFile(300, { clicks: 40 }))
  await learn(backend)
  const command = { id: order.id, method: 'card', reference: 'R', seed: 1, replicates: 100, digest } as const
  const edit = { source: 'Own', date: '2026-11', grade: 'C', reason: 'Why not' } as const
  await backend.get('editProfileEntry', { market: 'GB', entry: 'pageViewRate', value: 0.5, ...edit })
  expect(await backend.ask('payOrder', { ...command, commandId: 'a' })).toMatchObject({
    failure: { code: 'conflict' },
  })
  await backend.get('editProfileEntry', { market: 'GB', entry: 'pageViewRate', value: null, ...edit })
  expect(await backend.get('payOrder', { ...command, commandId: 'b' })).toMatchObject({
    forecast: { digest },
  })
})

test('RA2: the days that an order has delivered move its own forecast', async () => {
  const backend = await open()
  await importFile(backend, historyFile(200))
  const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map(date => delivered(date, 60))
  const { draft, order } = await withDelivered(backend, days)
  await learn(backend)
  const basis = await backend.get('getForecastBasis', { draft, orderId: order.id })
  expect(basis.orders.map(({ orderId }) => orderId)).toContain(order.id)
  expect(basis.levels.some(({ level }) => level === 'unit')).toBe(true)
})

test('CA1: simulated days of a workspace that is no demo teach nothing', async () => {
  const backend = await open()
  await withDelivered(backend, [{ ...delivered('2026-11-20', 14), source: 'simulated' as never }])
  expect(await resultOf(backend, 'startLearning', {})).toBeNull()
})

test('CA2: recorded deliveries are learnt from in the background', async () => {
  const backend = await open()
  await withDelivered(backend, [delivered('2026-11-20', 14)])
  const isLearnt = async () => (await backend.get('getLearning', {})).learned?.ownOrders === 1
  while (!(await isLearnt())) await new Promise(resolve => setTimeout(resolve, 50))
  expect(backend.events).toContainEqual({ kind: 'changed', what: 'learned' })
})

test('CA4: a back-test of an imported history tells scores beside those of simple forecasts', async () => {
  const backend = await open()
  const { id } = await importFile(backend, historyFile(300))
  const request = {
    source: { kind: 'history', id },
    split: { kind: 'folds', folds: 3 },
    targets: ['linkClicks', 'conversions'],
  } satisfies Request<'startBacktest'>
  const tested = kindOf(await resultOf(backend, 'startBacktest', request), 'backtest')
  expect(tested.report.targets.map(({ target, scores }) => [target, scores.n])).toEqual([
    ['linkClicks', 300],
    ['conversions', 300],
  ])
  expect(tested.rows).toHaveLength(600)
  expect(tested.rows[0]).toMatchObject({
    market: 'GB',
    audienceKind: expect.stringMatching(/custom|automatic/),
  })
  const again = kindOf(await resultOf(backend, 'startBacktest', request), 'backtest')
  expect(again).toEqual(tested)
  const bad = { ...request, split: { kind: 'date', on: '2026-01-01' } } as const
  const { runId } = await backend.get('startBacktest', bad)
  expect(await backend.untilRunEnds(runId)).toMatchObject({
    failure: { code: 'bad_input', problems: [{ path: 'split', received: '2026-01-01' }] },
  })
  expect(
    await backend.ask('startBacktest', { ...request, source: { kind: 'history', id: 'x' } }),
  ).toMatchObject({
    failure: { code: 'not_found' },
  })
})

test('CA6: frozen forecasts of finished orders stand beside what came, simulated deliveries apart', async () => {
  const backend = await open()
  const { order } = await withDelivered(backend, [delivered('2026-11-20', 14), delivered('2026-11-21', 20)])
  expect((await backend.get('getAccuracy', {})).points).toEqual([])
  await backend.get('moveOrder', { id: order.id, to: 'completed', what: 'Done' })
  const { points, real, simulated } = await backend.get('getAccuracy', {})
  expect(points).toMatchObject([
    { orderId: order.id, creator: '@ayu.makes', completedOn: '2026-11-21', actual: 34, isSimulated: false },
  ])
  expect(real.coverage.map(({ level, n }) => [level, n])).toEqual([
    [50, 1],
    [80, 1],
    [95, 1],
  ])
  expect(simulated).toMatchObject({ n: 0, bias: null })
})
