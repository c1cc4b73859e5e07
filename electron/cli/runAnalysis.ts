import type { Result } from '../../core/contract/failure.ts'
import { createSimulationPool, type SimulationPool } from '../backend/simulationPool.ts'
import { startThread } from '../backend/startThread.ts'
import { progressLine } from './progressLine.ts'

/** Has `work` done on a pool of its own, with progress on the terminal. */
export async function runAnalysis<T>(
  threads: number,
  what: string,
  work: (pool: SimulationPool, onProgress: (fraction: number) => void) => Promise<Result<T>>,
): Promise<Result<T>> {
  const pool = createSimulationPool({ startThread, threads })
  const progress = progressLine(what)
  try {
    return await work(pool, progress.show)
  } finally {
    progress.clear()
    await pool.close()
  }
}
