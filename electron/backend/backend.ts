import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'

import type { Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { refusal } from '../../db/refusal.ts'
import { type Context, done } from './context.ts'
import { creatorHandlers } from './creatorHandlers.ts'
import { dispatch, type Handlers } from './dispatch.ts'
import { createForecastCache } from './forecastCache.ts'
import { forecastHandlers } from './forecastHandlers.ts'
import { orderHandlers } from './orderHandlers.ts'
import { orderLifeHandlers } from './orderLifeHandlers.ts'
import { productHandlers } from './productHandlers.ts'
import { createRuns } from './runs.ts'
import { settingsHandlers } from './settingsHandlers.ts'
import { createSimulationPool } from './simulationPool.ts'
import { videoHandlers } from './videoHandlers.ts'
import { workspaceHandlers } from './workspaceHandlers.ts'

export type BackendOptions = {
  readonly dataDir: string
  /** Starts the simulation thread of the host's build; sources and bundles keep it in different places (K3). */
  readonly startThread: () => Worker
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Simulation threads; one per core when left out. */
  readonly threads?: number
  /** `read` opens a folder that another program has locked, or that cannot be written; what writes is then refused. */
  readonly mode?: 'write' | 'read'
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
  const { dataDir, now, startThread, mode = 'write', threads = availableParallelism() } = options
  const opened = openWorkspace({ dataDir, now, mode })
  if (!opened.ok) return opened
  const db = opened.value
  const { push, subscribe } = createListeners()
  const pool = createSimulationPool({ startThread, threads })
  const runs = createRuns(push)
  const context: Context = { db, pool, runs, forecasts: createForecastCache(), push, now }
  const handlers: Handlers = {
    ...workspaceHandlers(context),
    ...settingsHandlers(context),
    ...creatorHandlers(context),
    ...productHandlers(context),
    ...videoHandlers(context),
    ...orderHandlers(context),
    ...orderLifeHandlers(context),
    ...forecastHandlers(context),
  }
  const asked = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    await runs.close()
    await pool.close()
    // A payment that waited for the pool still answers before its database goes.
    await Promise.all(asked)
    db.close()
  }

  return done({
    request(method, payload) {
      if (closing !== undefined) return Promise.resolve(refusal('cancelled', 'Foreclick is closing'))
      const answer = dispatch({ handlers, file: db.reader.file }, method, payload)
      asked.add(answer)
      void answer.then(() => asked.delete(answer))
      return answer
    },
    subscribe,
    close: () => (closing ??= close()),
  })
}

type Listener = (event: PushEvent) => void

function createListeners() {
  const listeners = new Set<Listener>()
  return {
    push: (event: PushEvent): void => {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch {
          // Its page is gone. The request that told of the event has been done all the same.
          listeners.delete(listener)
        }
      }
    },
    subscribe: (listener: Listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
