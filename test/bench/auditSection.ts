import { marketProfiles } from '../../core/market/profiles.ts'
import { openReader } from '../../db/connection.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { runAudit } from '../../db/runAudit.ts'
import { forecastOf } from '../../electron/backend/forecastOf.ts'
import { createSimulationPool } from '../../electron/backend/simulationPool.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import { bigWorkspace } from './bigWorkspace.ts'
import type { Figure } from './figures.ts'

const everything = { from: null, to: null, orderId: null }
const forecasts = 40
/** As many as rerunForecasts.ts has under way. */
const atOnce = 4

/** Findings over the big workspace, log included, and frozen forecasts that are run again on two threads. */
export async function benchAudit(): Promise<Figure[]> {
  return [findings(), await reruns()]
}

function findings(): Figure {
  const reader = openReader(dataFolderAt(bigWorkspace()).database)
  try {
    const before = performance.now()
    const worked = process.cpuUsage()
    const { orders, tallies } = runAudit(
      reader.handle,
      { ...everything, now: Date.UTC(2027, 1, 1) },
      () => undefined,
    )
    const seconds = (performance.now() - before) / 1000
    const { user, system } = process.cpuUsage(worked)
    const found = tallies.reduce(
      (sum, { findings: { error, warning, note } }) => sum + error + warning + note,
      0,
    )
    return {
      name: '100,000 orders, 700,000 days: findings',
      value: seconds,
      unit: 's',
      target: { atMost: 20 },
      note: `${orders} paid orders, ${found} findings, ${((user + system) / 1e6).toFixed(1)} s of processor`,
    }
  } finally {
    reader.close()
  }
}

/** Each an ordinary order of 2,000 replicates under a seed of its own. */
async function reruns(): Promise<Figure> {
  const pool = createSimulationPool({ startThread, threads: 2 })
  const profile = marketProfiles.GB
  const run = (seed: number) =>
    forecastOf(pool, { order: britishOrder(), profile, seed, replicates: 2000 }, {})
  try {
    await run(1)
    const before = performance.now()
    let next = 2
    const work = async () => {
      while (next < forecasts + 2) await run(next++)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    const seconds = (performance.now() - before) / 1000
    return {
      name: 'frozen forecasts run again, two threads',
      value: forecasts / seconds,
      unit: 'forecasts/s',
      note: `${forecasts} of 2,000 replicates and 7 days`,
    }
  } finally {
    await pool.close()
  }
}
