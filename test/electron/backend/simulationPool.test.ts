import { Worker } from 'node:worker_threads'

import { expect, test } from 'vitest'

import type { ForecastInput } from '../../../core/forecast/forecastShards.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { createSimulationPool } from '../../../electron/backend/simulationPool.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { startThread } from './testBackend.ts'

const input = (replicates: number): ForecastInput => ({
  order: britishOrder(),
  profile: marketProfiles.GB,
  seed: 3,
  replicates,
})

async function digestWith(threads: number, start: () => Worker = startThread): Promise<string> {
  const pool = createSimulationPool({ startThread: start, threads })
  try {
    const result = await pool.forecast(input(700), {})
    if (!result.ok) throw new Error(result.failure.message)
    return result.value.digest
  } finally {
    await pool.close()
  }
}

test('FO8: one, two and three threads give the same digest', async () => {
  const digests = [await digestWith(1), await digestWith(2), await digestWith(3)]
  expect(new Set(digests).size).toBe(1)
})

test('K20: a thread that is killed in the middle is replaced, and the digest is the same', async () => {
  const expected = await digestWith(1)
  const started: Worker[] = []
  const killed = await digestWith(2, () => {
    const worker = startThread()
    started.push(worker)
    if (started.length <= 2) setTimeout(() => void worker.terminate(), 250)
    return worker
  })
  expect(killed).toBe(expected)
  expect(started.length).toBeGreaterThan(2)
})

test('K20: a thread that keeps dying ends in a failure instead of waiting for ever', async () => {
  const dying = () => new Worker('process.exit(1)', { eval: true })
  const pool = createSimulationPool({ startThread: dying, threads: 2 })
  const result = await pool.forecast(input(100), {})
  expect(result).toMatchObject({
    ok: false,
    failure: { code: 'internal', message: expect.stringContaining('threads keep ending') },
  })
  await pool.close()
})

test('K21: an error inside a thread arrives as a failure with its words', async () => {
  const pool = createSimulationPool({ startThread, threads: 1 })
  const { entries } = marketProfiles.GB
  const impossible = {
    ...entries,
    priceCtrCorrelation: { ...entries.priceCtrCorrelation, value: 0.99 },
    ctrCvrCorrelation: { ...entries.ctrCvrCorrelation, value: 0.99 },
    priceCvrCorrelation: { ...entries.priceCvrCorrelation, value: -0.99 },
  }
  const result = await pool.forecast(
    { ...input(50), profile: { ...marketProfiles.GB, entries: impossible } },
    {},
  )
  expect(result).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('correlations cannot hold together') },
  })
  expect(await pool.forecast(input(50), {})).toMatchObject({ ok: true })
  await pool.close()
})

test('K24: cancelling ends the work, frees the threads and tells no further progress', async () => {
  const pool = createSimulationPool({ startThread, threads: 2 })
  const controller = new AbortController()
  let told = 0
  const running = pool.forecast(input(100_000), {
    signal: controller.signal,
    onProgress: () => {
      told++
      controller.abort()
    },
  })
  expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(told).toBe(1)
  expect(await pool.forecast(input(50), {})).toMatchObject({ ok: true })
  await pool.close()
})

test('K24: progress rises and comes at most ten times a second', async () => {
  const pool = createSimulationPool({ startThread, threads: 2 })
  const fractions: number[] = []
  const start = performance.now()
  await pool.forecast(input(4000), { onProgress: fraction => fractions.push(fraction) })
  const seconds = (performance.now() - start) / 1000
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
  expect(fractions.length).toBeLessThanOrEqual(seconds * 10 + 1)
  await pool.close()
})
