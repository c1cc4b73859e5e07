import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'

import type { Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { type Context, failed } from './context.ts'
import { dispatch, type Handlers } from './dispatch.ts'
import { createForecastCache } from './forecastCache.ts'
import { forecastHandlers } from './forecastHandlers.ts'
import { orderHandlers } from './orderHandlers.ts'
import { recordHandlers } from './recordHandlers.ts'
import { createRuns } from './runs.ts'
import { createSimulationPool } from './simulationPool.ts'
import { workspaceHandlers } from './workspaceHandlers.ts'

export type BackendOptions = {
  readonly dataDir: string
  /** Starts the simulation thread of the host's build; sources and bundles keep it in different places (K3). */
  readonly startThread: () => Worker
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Simulation threads; the machine's cores when left out, eight at most. */
  readonly threads?: number
}

/** What a host carries requests to. It knows nothing of its host. */
export type Backend = {
  /** Validated both ways; never throws. */
  request(method: string, payload: unknown): Promise<Result<unknown>>
  /** Progress of runs, and which records changed; answers with a way to stop listening. */
  subscribe(listener: (event: PushEvent) => void): () => void
  close(): Promise<void>
}

/** Opens the data folder and starts the simulation threads; a failure names the folder or file and has written nothing. */
export async function createBackend(options: BackendOptions): Promise<Result<Backend>> {
  const opened = openWorkspace({ dataDir: options.dataDir, now: options.now, mode: 'write' })
  if (!opened.ok) return opened
  const db = opened.value
  if (db.readOnly) return failed('read_only', `${options.dataDir} can only be read`)
  const listeners = new Set<(event: PushEvent) => void>()
  const push = (event: PushEvent) => {
    for (const listener of listeners) listener(event)
  }
  const threads = options.threads ?? Math.min(8, availableParallelism())
  const pool = createSimulationPool({ startThread: options.startThread, threads })
  const context: Context = {
    db,
    pool,
    runs: createRuns(push),
    forecasts: createForecastCache(),
    push,
    now: options.now,
  }
  const handlers: Handlers = {
    ...workspaceHandlers(context),
    ...recordHandlers(context),
    ...orderHandlers(context),
    ...forecastHandlers(context),
  }
  let isClosed = false
  return {
    ok: true,
    value: {
      request(method, payload) {
        return isClosed
          ? Promise.resolve(failed('cancelled', 'Foreclick is closing'))
          : dispatch(handlers, method, payload)
      },
      subscribe(listener) {
        listeners.add(listener)
        return () => {
          listeners.delete(listener)
        }
      },
      async close() {
        if (isClosed) return
        isClosed = true
        await context.runs.close()
        await pool.close()
        db.close()
      },
    },
  }
}
