import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { contract } from '../../../core/contract/contract.ts'
import { modelVersion } from '../../../core/forecast/modelVersion.ts'
import { createBackend } from '../../../electron/backend/backend.ts'
import {
  creatorFields,
  draftOf,
  openBackend,
  someNoon,
  startThread,
  type TestBackend,
  withDraft,
} from './testBackend.ts'

let open: TestBackend
beforeEach(async () => {
  open = await openBackend()
})
afterEach(() => open.close())

async function forecast(draft: ReturnType<typeof draftOf>, replicates = 100, seed = 1) {
  const { runId } = await open.get('startForecast', { draft, seed, replicates, key: 'test' })
  const ended = await open.untilRunEnds(runId)
  if (ended.kind !== 'done' || ended.forecast === null) throw new Error(JSON.stringify(ended))
  return ended.forecast
}

test('K24: whatever is asked, the answer is a result and never an exception or a stack', async () => {
  const methods = fc.oneof(
    fc.constantFrom(...Object.keys(contract)),
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'toString'),
  )
  await fc.assert(
    fc.asyncProperty(methods, fc.anything(), async (method, payload) => {
      const result = await open.backend.request(method, payload)
      if (result.ok) return
      expect(result.failure.message).not.toMatch(/\bat .*\.ts:\d+/)
      expect(result.failure.code).not.toBe('internal')
    }),
    { numRuns: 2000 },
  )
})

test('K24: an unknown request names the nearest one, a wrong field its path and what came', async () => {
  expect(await open.backend.request('listOrder', {})).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('listOrders') },
  })
  const asked = await open.backend.request('getOrder', { ide: 'x' })
  expect(asked).toMatchObject({
    ok: false,
    failure: {
      code: 'bad_input',
      problems: expect.arrayContaining([expect.objectContaining({ path: 'ide', hint: 'did you mean id?' })]),
    },
  })
})

test('FO2: the console forecasts a draft and tells partial results of the same shape on the way', async () => {
  const { draft } = await withDraft(open)
  const result = await forecast(draft, 1500)
  expect(result.replicates).toBe(1500)
  const partials = open.events.filter(event => event.kind === 'partial')
  expect(partials.length).toBeGreaterThan(0)
  for (const partial of partials) expect(partial.forecast.replicates).toBeLessThan(1500)
  expect(open.events.filter(event => event.kind === 'done')).toHaveLength(1)
})

test('K24: a later run of the same key cancels the earlier one, and each ends exactly once', async () => {
  const { draft } = await withDraft(open)
  const first = await open.get('startForecast', { draft, seed: 1, replicates: 50_000, key: 'drag' })
  const second = await open.get('startForecast', { draft, seed: 2, replicates: 100, key: 'drag' })
  expect(await open.untilRunEnds(second.runId)).toMatchObject({ kind: 'done' })
  expect(await open.untilRunEnds(first.runId)).toMatchObject({
    kind: 'failed',
    failure: { code: 'cancelled' },
  })
  const ends = open.events.filter(event => event.kind === 'done' || event.kind === 'failed')
  expect(ends.map(event => event.runId).toSorted()).toEqual([first.runId, second.runId].toSorted())
})

test('K24: a cancelled run says so and tells nothing afterwards', async () => {
  const { draft } = await withDraft(open)
  const { runId } = await open.get('startForecast', { draft, seed: 1, replicates: 50_000, key: 'one' })
  await open.get('cancelRun', { runId })
  expect(await open.untilRunEnds(runId)).toMatchObject({ failure: { code: 'cancelled' } })
  const told = open.events.length
  await forecast(draft)
  expect(open.events.slice(told).filter(event => event.kind !== 'changed' && event.runId === runId)).toEqual(
    [],
  )
})

const payment = { method: 'card', reference: 'R-1', seed: 1, replicates: 100 } as const

test('FO9: paying freezes the very forecast that was shown, with the payment and its tax', async () => {
  const { draft, order } = await withDraft(open)
  const shown = await forecast(draft)
  const paid = await open.get('payOrder', { id: order.id, commandId: 'c1', digest: shown.digest, ...payment })
  expect(paid.forecast).toEqual(shown)
  expect(paid.forecast?.modelVersion).toBe(modelVersion)
  expect(paid.payment).toMatchObject({
    netMinor: 7000,
    taxMinor: 1400,
    grossMinor: 8400,
    currency: 'GBP',
    paidAt: someNoon,
  })
  expect(paid.row.state).toBe('in_review')
  expect(paid.events.map(event => event.to)).toEqual(['draft', 'awaiting_payment', 'in_review'])
})

test('L2: the same payment command twice pays once and answers the same', async () => {
  const { draft, order } = await withDraft(open)
  const { digest } = await forecast(draft)
  const command = { id: order.id, commandId: 'c1', digest, ...payment }
  const first = await open.get('payOrder', command)
  expect(await open.get('payOrder', command)).toEqual(first)
  expect(await open.ask('payOrder', { ...command, commandId: 'c2' })).toMatchObject({
    ok: false,
    failure: { code: 'conflict' },
  })
})

test('FO9: an order whose forecast is not the one on the screen is not paid', async () => {
  const { draft, order } = await withDraft(open)
  const { digest } = await forecast(draft)
  await open.get('saveDraft', { id: order.id, draft: { ...draft, budgetMinor: 9000 } })
  const refused = await open.ask('payOrder', { id: order.id, commandId: 'c1', digest, ...payment })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect((await open.get('getOrder', { id: order.id })).payment).toBeNull()
})

test('E1: an order that breaks a blocking rule is not paid, and the rule and the way out are named', async () => {
  const { draft, order, creator } = await withDraft(open)
  const { digest } = await forecast(draft)
  await open.get('saveCreator', { id: creator.id, fields: { ...creatorFields, birthDate: '2009-06-01' } })
  const refused = await open.ask('payOrder', { id: order.id, commandId: 'c1', digest, ...payment })
  expect(refused).toMatchObject({
    ok: false,
    failure: { code: 'refused', message: expect.stringContaining('E1') },
  })
})

test('F4: a draft is checked with its verdict, audience, tax and a start in the past', async () => {
  const { draft } = await withDraft(open, { startsAt: '2026-11-01T09:00' })
  const check = await open.get('checkOrder', draft)
  expect(check).toMatchObject({
    netMinor: 7000,
    taxMinor: 1400,
    grossMinor: 8400,
    currency: 'GBP',
    verdict: { allowed: true },
  })
  expect(check.warnings.join()).toMatch(/past/)
  const wrong = await open.ask('checkOrder', { ...draft, durationDays: 400, budgetMinor: 0 })
  const path = (name: string) => expect.objectContaining({ path: name })
  const problems = expect.arrayContaining([path('budget.total'), path('durationDays')])
  expect(wrong).toMatchObject({ ok: false, failure: { code: 'bad_input', problems } })
})

test('C5: the order file of a draft is what the command line forecasts to the same digest', async () => {
  const { draft } = await withDraft(open)
  const { json } = await open.get('getOrderFile', draft)
  expect(JSON.parse(json)).toMatchObject({ market: 'GB', budget: { currency: 'GBP', total: '70.00' } })
})

test('D31: a second backend on the same folder is refused with the folder named', async () => {
  const second = await createBackend({ dataDir: open.dataDir, startThread, now: () => someNoon })
  expect(second).toMatchObject({
    ok: false,
    failure: { code: 'locked', message: expect.stringContaining(open.dataDir) },
  })
})
