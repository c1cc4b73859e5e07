import { marketProfiles } from '../../core/market/profiles.ts'
import { forecastOf } from '../../electron/backend/forecastOf.ts'
import { createSimulationPool } from '../../electron/backend/simulationPool.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import type { Figure } from './figures.ts'

const replicates = 8000

async function secondsFor(threads: number): Promise<number> {
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

/** A thousand replicates, as one waits for them. */
async function waited(): Promise<Figure> {
  const pool = createSimulationPool({ startThread, threads: 2 })
  const times: number[] = []
  const firsts: number[] = []
  for (let run = 0; run < 9; run++) {
    const start = performance.now()
    let first = 0
    const onPartial = () => {
      first ||= performance.now() - start
    }
    // Another order each time: nothing is remembered but what neighbouring drafts share.
    const budget = { currency: 'GBP', minor: 7000 + run } as const
    const input = { order: britishOrder({ budget }), profile: marketProfiles.GB, seed: 1, replicates: 1000 }
    await forecastOf(pool, input, { onPartial })
    times.push(performance.now() - start)
    firsts.push(first)
  }
  await pool.close()
  const middle = (values: readonly number[]) => values.slice(2).toSorted((a, b) => a - b)[3] ?? Number.NaN
  return {
    name: '1,000 replicates, 7 days, two threads, losses included',
    value: middle(times),
    unit: 'ms',
    target: { atMost: 500 },
    note: `first band after ${Math.round(middle(firsts))} ms`,
  }
}

export async function benchThreads(): Promise<Figure[]> {
  const one = await secondsFor(1)
  const two = await secondsFor(2)
  return [
    await waited(),
    { name: `${replicates} replicates, 7 days, one thread`, value: one * 1000, unit: 'ms' },
    { name: `${replicates} replicates, 7 days, two threads`, value: two * 1000, unit: 'ms' },
    { name: 'two threads over one', value: one / two, unit: 'times', target: { atLeast: 1.7 } },
  ]
}
