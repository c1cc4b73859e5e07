import { Worker } from 'node:worker_threads'

import { marketProfiles } from '../../core/market/profiles.ts'
import { forecastOf } from '../../electron/backend/forecastOf.ts'
import { createSimulationPool } from '../../electron/backend/simulationPool.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import type { Figure } from './figures.ts'

const replicates = 8000

async function secondsFor(threads: number): Promise<number> {
  const startThread = () => new Worker(new URL('../../electron/backend/simulationThread.ts', import.meta.url))
  const pool = createSimulationPool({ startThread, threads })
  const forecast = async (count: number) => {
    const start = performance.now()
    await forecastOf(
      pool,
      { order: britishOrder(), profile: marketProfiles.GB, seed: 1, replicates: count },
      {},
    )
    return (performance.now() - start) / 1000
  }
  await forecast(2000)
  const times = [await forecast(replicates), await forecast(replicates), await forecast(replicates)].toSorted(
    (a, b) => a - b,
  )
  await pool.close()
  return times[1] ?? 0
}

export async function benchThreads(): Promise<Figure[]> {
  const one = await secondsFor(1)
  const two = await secondsFor(2)
  return [
    { name: `${replicates} replicates, 7 days, one thread`, value: one * 1000, unit: 'ms' },
    { name: `${replicates} replicates, 7 days, two threads`, value: two * 1000, unit: 'ms' },
    { name: 'two threads over one', value: one / two, unit: 'times', target: { atLeast: 1.7 } },
  ]
}
