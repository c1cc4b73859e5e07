import { Worker } from 'node:worker_threads'

import { expect, onTestFinished, test } from 'vitest'

import type { ForecastInput } from '../../../core/forecast/forecastInput.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { forecastOf } from '../../../electron/backend/forecastOf.ts'
import { createSimulationPool, type SimulationPool } from '../../../electron/backend/simulationPool.ts'
import { startThread } from '../../../electron/backend/startThread.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { partialForecast, wholeForecast } from '../../fixtures/wholeForecast.ts'

const input = (replicates: number): ForecastInput => ({
  order: britishOrder(),
  profile: marketProfiles.GB,
  seed: 3,
  replicates,
})

const plainForecast = (replicates: number) => wholeForecast(input(replicates))

type PoolOptions = Partial<Parameters<typeof createSimulationPool>[0]>

function openPool(options: PoolOptions = {}): SimulationPool {
  const pool = createSimulationPool({ startThread, threads: 2, ...options })
  onTestFinished(() => pool.close())
  return pool
}

/** The first `count` threads fail at their given call, those after them are sound. */
function failing(failure: 'exit' | 'throw' | 'hang', { count = 2, atCall = 2 } = {}) {
  const started: Worker[] = []
  const start = () => {
    const isFaulty = started.length < count
    const worker = isFaulty
      ? new Worker(new URL('faultyThread.ts', import.meta.url), { workerData: { failure, atCall } })
      : startThread('simulation')
    started.push(worker)
    return worker
  }
  return { started, startThread: start }
}

/** The longest that a timer can wait. */
const never = 2 ** 31 - 1

async function digestOf(pool: SimulationPool, replicates = 300): Promise<string> {
  const result = await forecastOf(pool, input(replicates), {})
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.digest
}

test.for([1, 2, 3])('FO8: %i threads give the bytes of a plain loop', async threads => {
  expect(await digestOf(openPool({ threads }))).toBe(plainForecast(300).digest)
})

test.for(['exit', 'throw', 'hang'] as const)(
  'K20: threads that %s in the middle are replaced, and the digest is the same',
  async failure => {
    const faulty = failing(failure)
    const pool = openPool({
      startThread: faulty.startThread,
      callTimeoutMs: failure === 'hang' ? 5_000 : never,
    })
    expect(await digestOf(pool)).toBe(plainForecast(300).digest)
    expect(faulty.started.length).toBeGreaterThan(2)
  },
)

test('K20: a thread that died while it had nothing to do is replaced by the next forecast', async () => {
  const started: Worker[] = []
  const pool = openPool({
    threads: 1,
    startThread: () => {
      const worker = startThread('simulation')
      started.push(worker)
      return worker
    },
  })
  await digestOf(pool)
  await started[0]?.terminate()
  expect(await digestOf(pool)).toBe(plainForecast(300).digest)
  expect(started).toHaveLength(2)
})

test('K24: threads that keep ending are not started for ever, and the failure says why they end', async () => {
  let started = 0
  const pool = openPool({
    startThread: () => {
      started++
      return new Worker('throw new Error("no such model")', { eval: true })
    },
  })
  for (let attempt = 0; attempt < 12; attempt++) {
    expect(await forecastOf(pool, input(100), {})).toMatchObject({
      ok: false,
      failure: { code: 'internal', message: expect.stringContaining('no such model') },
    })
  }
  expect(started).toBe(20)
})

test('K24: a thread that cannot even be started is a failure, not an exception', async () => {
  const pool = openPool({
    startThread: () => {
      throw new Error('no memory for a thread')
    },
  })
  expect(await forecastOf(pool, input(100), {})).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('no memory for a thread') },
  })
})

test('K21: an error inside a thread arrives as a failure with its words, and the thread lives on', async () => {
  const { entries } = marketProfiles.GB
  const impossible = {
    ...entries,
    priceCtrCorrelation: { ...entries.priceCtrCorrelation, value: 0.99 },
    ctrCvrCorrelation: { ...entries.ctrCvrCorrelation, value: 0.99 },
    priceCvrCorrelation: { ...entries.priceCvrCorrelation, value: -0.99 },
  }
  const pool = openPool({ threads: 1 })
  const wrong = { ...input(50), profile: { ...marketProfiles.GB, entries: impossible } }
  expect(await forecastOf(pool, wrong, {})).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('correlations cannot hold together') },
  })
  expect(await digestOf(pool, 50)).toBe(plainForecast(50).digest)
})

test('K21: an input that cannot cross to a thread is a failure, and the thread lives on', async () => {
  const pool = openPool({ threads: 1 })
  const uncopiable = { ...input(50), order: { ...britishOrder(), notes: (() => '') as unknown as string } }
  expect(await forecastOf(pool, uncopiable, {})).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('could not be cloned') },
  })
  expect(await digestOf(pool, 50)).toBe(plainForecast(50).digest)
})

test('K24: cancelling answers at once and newer work does not wait, even for a thread that hangs', async () => {
  const faulty = failing('hang', { count: 1, atCall: 1 })
  const pool = openPool({ startThread: faulty.startThread, callTimeoutMs: never })
  const controller = new AbortController()
  let told = 0
  const cancelled = await forecastOf(pool, input(100_000), {
    signal: controller.signal,
    onProgress: () => {
      told++
      controller.abort()
    },
  })
  expect(cancelled).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(await digestOf(pool)).toBe(plainForecast(300).digest)
  expect(told).toBe(1)
})

test('K24: a forecast that was cancelled before it began runs nothing', async () => {
  const pool = openPool()
  const result = await forecastOf(pool, input(100), { signal: AbortSignal.abort() })
  expect(result).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})

test('K24: closing ends what is running, and what is asked afterwards', async () => {
  const pool = openPool()
  const running = forecastOf(pool, input(100_000), {})
  await pool.close()
  expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(await forecastOf(pool, input(10), {})).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})

test('K24: forecasts under way take turns, so that a short one ends before a long one', async () => {
  const pool = openPool()
  const ends: string[] = []
  const long = forecastOf(pool, input(2_000), {}).then(() => ends.push('long'))
  const short = forecastOf(pool, input(100), {}).then(() => ends.push('short'))
  await Promise.all([long, short])
  expect(ends).toEqual(['short', 'long'])
})

test('FO8: a partial result is the forecast of its first replicates, and each has more than the last', async () => {
  const partials: ForecastResult[] = []
  const result = await forecastOf(openPool(), input(1_500), { onPartial: partial => partials.push(partial) })
  const counts = partials.map(partial => partial.replicates)
  expect(counts.length).toBeGreaterThan(0)
  expect(counts).toEqual([...new Set(counts)].toSorted((a, b) => a - b))
  for (const partial of partials) expect(partial).toEqual(partialForecast(input(partial.replicates)))
  expect(result).toEqual({ ok: true, value: plainForecast(1_500) })
})

test('K24: progress rises and comes at most ten times a second, partial results eight times', async () => {
  const fractions: number[] = []
  let partials = 0
  const start = performance.now()
  await forecastOf(openPool(), input(3_000), {
    onProgress: fraction => fractions.push(fraction),
    onPartial: () => partials++,
  })
  const seconds = (performance.now() - start) / 1000
  expect(fractions.length).toBeGreaterThan(0)
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
  expect(fractions.length).toBeLessThanOrEqual(seconds * 10 + 1)
  expect(partials).toBeLessThanOrEqual(seconds * 8 + 1)
})
