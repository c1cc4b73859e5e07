import { marketProfiles } from '../../core/market/profiles.ts'
import { forecastOf } from '../../electron/backend/forecastOf.ts'
import { createSimulationPool } from '../../electron/backend/simulationPool.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import type { Figure } from './figures.ts'

const replicates = 100_000
const mebibyte = 1024 * 1024

/** How far the memory of the whole process, threads included, rises above idle during one large forecast. */
export async function benchMemory(): Promise<Figure[]> {
  const pool = createSimulationPool({ startThread, threads: 2 })
  const forecast = (count: number) =>
    forecastOf(pool, { order: britishOrder(), profile: marketProfiles.GB, seed: 1, replicates: count }, {})
  // Code is compiled and heaps have their usual size: that is idle.
  await forecast(5_000)
  const idle = process.memoryUsage.rss()
  let most = idle
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  await forecast(replicates)
  const seconds = (performance.now() - start) / 1000
  clearInterval(sampling)
  await pool.close()
  return [
    {
      name: 'memory of 100,000 replicates, 7 days, above idle',
      value: (most - idle) / mebibyte,
      unit: 'MiB',
      target: { atMost: 64 },
      note: `idle ${Math.round(idle / mebibyte)} MiB, ${seconds.toFixed(1)} s`,
    },
  ]
}
