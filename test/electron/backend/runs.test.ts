import { expect, onTestFinished, test } from 'vitest'

import type { Result } from '../../../core/contract/failure.ts'
import type { PushEvent } from '../../../core/contract/runs.ts'
import { createRuns } from '../../../electron/backend/runs.ts'
import { openBackend, withDraft } from './testBackend.ts'

async function openWithDraft() {
  const open = await openBackend()
  onTestFinished(() => open.close())
  return { open, ...(await withDraft(open)) }
}

const endsOf = (events: readonly PushEvent[]) =>
  events.filter(event => event.kind === 'done' || event.kind === 'failed')

test('FO2: the console forecasts a draft and tells partial results of the same shape on the way', async () => {
  const { open, draft } = await openWithDraft()
  const result = await open.forecast(draft, 1500)
  expect(result.replicates).toBe(1500)
  const partials = open.events.filter(event => event.kind === 'partial')
  expect(partials.length).toBeGreaterThan(0)
  for (const { result: partial } of partials)
    expect(partial).toMatchObject({ kind: 'forecast', forecast: { losses: [], assumptions: [] } })
  expect(result.losses).toHaveLength(5)
  expect(endsOf(open.events)).toHaveLength(1)
})

test('K24: a later run of the same key cancels the earlier one, and each ends exactly once', async () => {
  const { open, draft } = await openWithDraft()
  const first = await open.get('startForecast', { draft, seed: 1, replicates: 50_000, key: 'drag' })
  const other = await open.get('startForecast', { draft, seed: 3, replicates: 20, key: 'other' })
  const second = await open.get('startForecast', { draft, seed: 2, replicates: 100, key: 'drag' })
  expect(await open.untilRunEnds(second.runId)).toMatchObject({ kind: 'done' })
  expect(await open.untilRunEnds(other.runId)).toMatchObject({ kind: 'done' })
  expect(await open.untilRunEnds(first.runId)).toMatchObject({
    kind: 'failed',
    failure: { code: 'cancelled' },
  })
  const ended = endsOf(open.events).map(event => event.runId)
  expect(ended.toSorted()).toEqual([first.runId, other.runId, second.runId].toSorted())
})

test('K24: a cancelled run says so and tells nothing afterwards', async () => {
  const { open, draft } = await openWithDraft()
  const { runId } = await open.get('startForecast', { draft, seed: 1, replicates: 50_000, key: 'one' })
  await open.get('cancelRun', { runId })
  expect(await open.untilRunEnds(runId)).toMatchObject({ failure: { code: 'cancelled' } })
  const told = open.events.length
  await open.forecast(draft)
  const later = open.events.slice(told).filter(event => event.kind !== 'changed' && event.runId === runId)
  expect(later).toEqual([])
})

test('K24: closing the backend cancels what is running and says so', async () => {
  const { open, draft } = await openWithDraft()
  const { runId } = await open.get('startForecast', { draft, seed: 1, replicates: 50_000, key: 'one' })
  await open.backend.close()
  expect(endsOf(open.events)).toMatchObject([{ kind: 'failed', runId, failure: { code: 'cancelled' } }])
})

test('FO9: what was forecast is remembered, to the same bytes', async () => {
  const { open, draft } = await openWithDraft()
  const first = await open.forecast(draft)
  const told = open.events.length
  expect(await open.forecast(draft)).toEqual(first)
  expect(open.events.slice(told).map(event => event.kind)).toEqual(['done'])
})

test('K24: too few or too many replicates are refused with the field named', async () => {
  const { open, draft } = await openWithDraft()
  for (const replicates of [0, 9, 100_001])
    expect(await open.ask('startForecast', { draft, seed: 1, replicates, key: 'one' })).toMatchObject({
      failure: { code: 'bad_input', problems: [{ path: 'replicates', received: String(replicates) }] },
    })
})

test('K24: a page that fails to listen does not fail the request that it would have heard of', async () => {
  const { open, creator } = await openWithDraft()
  let heard = 0
  open.backend.subscribe(() => {
    heard++
    throw new Error('the page is gone')
  })
  const { id, handle, displayName, market, accountType, birthDate, anchorAccess } = creator
  const { termsAccepted, political, barred } = creator
  const fields = { handle, displayName, market, accountType, birthDate, anchorAccess }
  const facts = { termsAccepted, political, barred }
  expect(await open.ask('saveCreator', { id, fields: { ...fields, ...facts } })).toMatchObject({ ok: true })
  expect(heard).toBe(1)
})

test('K24: what a saved record changes elsewhere is told too', async () => {
  const { open } = await openWithDraft()
  const told = new Set(open.events.flatMap(event => (event.kind === 'changed' ? [event.what] : [])))
  expect([...told].toSorted()).toEqual(['creators', 'orders', 'products', 'videos', 'workspace'])
})

/** A run that goes on until it is cancelled. */
const untilCancelled = ({ signal }: { readonly signal: AbortSignal }) =>
  new Promise<Result<null>>(resolve => {
    signal.addEventListener('abort', () => {
      resolve({ ok: false, failure: { code: 'cancelled', message: 'cancelled' } })
    })
  })

test('K24: a seventeenth run at once is refused as busy, unless it takes the place of one', async () => {
  const runs = createRuns(() => {})
  for (let key = 0; key < 16; key++)
    expect(runs.start(String(key), untilCancelled)).toMatchObject({ ok: true })
  expect(runs.start('one more', untilCancelled)).toMatchObject({ failure: { code: 'busy' } })
  expect(runs.start('3', untilCancelled)).toMatchObject({ ok: true })
  await runs.close()
})

test('K24: a run that throws ends as failed, once, without a stack', async () => {
  const events: PushEvent[] = []
  const runs = createRuns(event => events.push(event))
  const started = runs.start('one', () => Promise.reject(new Error('a mistake')))
  await expect.poll(() => events).toHaveLength(1)
  await runs.close()
  expect(events).toEqual([
    {
      kind: 'failed',
      runId: started.ok ? started.value.runId : '',
      failure: { code: 'internal', message: 'the work failed: a mistake' },
    },
  ])
})

test('K24: progress of any run is told at most ten times a second', async () => {
  const events: PushEvent[] = []
  const runs = createRuns(event => events.push(event))
  const start = performance.now()
  runs.start('busy', async ({ progress }) => {
    for (let i = 0; i < 3000; i++) {
      progress(i / 3000, '')
      if (i % 100 === 0) await new Promise(resolve => setTimeout(resolve, 5))
    }
    return { ok: true, value: null }
  })
  await expect.poll(() => endsOf(events), { timeout: 30_000 }).toHaveLength(1)
  const seconds = (performance.now() - start) / 1000
  expect(events.length - 1).toBeGreaterThan(0)
  expect(events.length - 1).toBeLessThanOrEqual(seconds * 10 + 1)
})
