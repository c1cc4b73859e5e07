import { expect, onTestFinished, test } from 'vitest'

import type { Analysis, Candidate } from '../../../core/forecast/analysis.ts'
import type { AnalysisResult } from '../../../core/forecast/analysisResult.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { allocate } from '../../../electron/backend/allocate.ts'
import { createSimulationPool } from '../../../electron/backend/simulationPool.ts'
import { startThread } from '../../../electron/backend/startThread.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { wholeAnalysis } from '../../fixtures/wholeForecast.ts'
import { creatorFields, openBackend, productFields, videoFields, withDraft } from './testBackend.ts'

const order = britishOrder({ durationDays: 2 })
const custom = britishOrder({
  durationDays: 2,
  audience: { kind: 'custom', ageBands: ['18-24'], genders: ['female'], interests: [] },
})
const candidates: readonly Candidate[] = [
  { name: 'A', order, subject: 0 },
  { name: 'B', order: custom, subject: 0 },
  { name: 'C', order, subject: 1 },
]
const chance = { profile: marketProfiles.GB, seed: 5, replicates: 60 }
const analyses: readonly Analysis[] = [
  { kind: 'forecast', order, ...chance },
  { kind: 'curve', order, ...chance },
  { kind: 'comparison', candidates, ...chance },
  { kind: 'responses', candidates, budgetMinor: 9_000, ...chance },
  {
    kind: 'allocation',
    candidates,
    budgetMinor: 9_000,
    maximise: 'clicks',
    split: [5_000, 0, 4_000],
    ...chance,
  },
]

function openPool(threads: number) {
  const pool = createSimulationPool({ startThread, threads })
  onTestFinished(() => pool.close())
  return pool
}

test.for([1, 2])('FO8: every analysis has the bytes of a plain loop on %i threads', async threads => {
  const pool = openPool(threads)
  for (const analysis of analyses)
    expect(await pool.run(analysis, {})).toEqual({ ok: true, value: wholeAnalysis(analysis) })
})

test('FO8: a partial answer is that of fewer replicates', async () => {
  const analysis: Analysis = { kind: 'comparison', candidates, ...chance, replicates: 4_000 }
  const partials: AnalysisResult[] = []
  await openPool(2).run(analysis, { onPartial: partial => partials.push(partial) })
  expect(partials.length).toBeGreaterThan(0)
  const [first] = partials
  if (first?.kind !== 'comparison') throw new TypeError(String(first?.kind))
  const { replicates } = first.comparison
  expect(replicates).toBeLessThan(4_000)
  expect(first).toEqual(wholeAnalysis({ ...analysis, replicates }))
})

test('FO6: an allocation learns, splits and delivers, the same on any number of threads', async () => {
  const asked = { candidates, ...chance, budgetMinor: 30_000, maximise: 'clicks' as const }
  const one = await allocate(openPool(1), asked, {})
  expect(one).toMatchObject({ ok: true, value: { kind: 'allocation', allocation: { unspent: 0 } } })
  expect(await allocate(openPool(2), asked, {})).toEqual(one)
})

test('FO6: profit that is not forecast cannot be maximised, and the failure names the order', async () => {
  const linked = britishOrder({ product: { ...order.product, source: 'product_link' } })
  const asked = {
    ...chance,
    candidates: [...candidates, { name: 'D', order: linked, subject: 2 }],
    budgetMinor: 30_000,
    maximise: 'profit' as const,
  }
  expect(await allocate(openPool(2), asked, {})).toMatchObject({
    ok: false,
    failure: { problems: [{ path: 'maximise', expected: expect.stringContaining('D lacks') }] },
  })
})

test('FO3, FO5: the console runs curves and comparisons of drafts, and refuses two markets in one', async () => {
  const open = await openBackend()
  onTestFinished(() => open.close())
  const { draft } = await withDraft(open)
  const run = async (started: { readonly runId: string }) => {
    const ended = await open.untilRunEnds(started.runId)
    if (ended.kind !== 'done' || ended.result === null) throw new Error(JSON.stringify(ended))
    return ended.result
  }
  const base = { seed: 1, replicates: 30, key: 'k' }
  const curve = await run(await open.get('startCurve', { draft, ...base }))
  expect(curve).toMatchObject({ kind: 'curve', curve: { replicates: 30, seed: 1 } })
  const drafts = [
    { name: 'short', draft: { ...draft, durationDays: 3 } },
    { name: 'long', draft },
  ]
  const comparison = await run(await open.get('startComparison', { drafts, ...base }))
  expect(comparison).toMatchObject({
    kind: 'comparison',
    comparison: {
      differences: [{ name: 'long' }],
      scenarios: [{ sharesChance: true }, { sharesChance: true }],
    },
  })
  const refused = await open.backend.request('startComparison', { drafts: drafts.slice(1), ...base })
  expect(refused).toMatchObject({ ok: false, failure: { problems: [{ path: 'drafts' }] } })
})

test('CM5: one possible delivery is the first replicate of the forecast, day by day and half hour by half hour', async () => {
  const open = await openBackend()
  onTestFinished(() => open.close())
  const { draft } = await withDraft(open)
  const { delivery, halfHours } = await open.get('playOrder', { draft, seed: 9 })
  expect(delivery.days).toHaveLength(draft.durationDays)
  expect(halfHours.linkClicks.at(-1)).toBe(delivery.totals.linkClicks)
  expect(halfHours.spend.at(-1)).toBe(delivery.totals.spend)
  expect(halfHours.spend).toEqual(halfHours.spend.toSorted((a, b) => a - b))
  expect(await open.get('playOrder', { draft, seed: 9 })).toEqual({ delivery, halfHours })
  expect((await open.get('playOrder', { draft, seed: 10 })).delivery.digest).not.toBe(delivery.digest)
})

test('FO5: orders of two markets are refused with the market that was expected', async () => {
  const open = await openBackend()
  onTestFinished(() => open.close())
  const { draft } = await withDraft(open)
  const market = 'ID' as const
  const creator = await open.get('saveCreator', {
    id: null,
    fields: { ...creatorFields, handle: '@lain', market },
  })
  const product = await open.get('saveProduct', {
    id: null,
    fields: { ...productFields, market, priceMinor: 189_000 },
  })
  const video = await open.get('saveVideo', { id: null, fields: videoFields(creator.id, [product.id]) })
  const other = { ...draft, videoId: video.id, productId: product.id, budgetMinor: 700_000 }
  const drafts = [
    { name: 'GB', draft },
    { name: 'ID', draft: other },
  ]
  const refused = await open.backend.request('startComparison', { drafts, seed: 1, replicates: 30, key: 'k' })
  expect(refused).toMatchObject({
    ok: false,
    failure: {
      problems: [{ path: 'drafts.1.market', expected: expect.stringContaining('GB'), received: 'ID' }],
    },
  })
})

test('FO9: a paid order’s forecast is run again from what was frozen, and gives the same digest', async () => {
  const open = await openBackend()
  onTestFinished(() => open.close())
  const { draft, order: row } = await withDraft(open)
  const { digest } = await open.forecast(draft, 80)
  const paid = await open.get('payOrder', {
    id: row.id,
    commandId: 'c-1',
    method: 'card',
    reference: 'R-1',
    seed: 1,
    replicates: 80,
    digest,
  })
  const { runId } = await open.get('rerunForecast', { id: paid.row.id })
  expect(await open.untilRunEnds(runId)).toMatchObject({
    kind: 'done',
    result: { kind: 'forecast', forecast: { digest } },
  })
  expect(await open.ask('rerunForecast', { id: 'none' })).toMatchObject({
    ok: false,
    failure: { code: 'not_found' },
  })
})
