import { randomUUID } from 'node:crypto'

import type { Result } from '../../core/contract/failure.ts'
import type { PushEvent, RunEvent } from '../../core/contract/runs.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'

/** What a run may tell on its way. */
export type RunTools = {
  readonly signal: AbortSignal
  readonly progress: (fraction: number, note: string) => void
  readonly partial: (forecast: ForecastResult) => void
}

export type Runs = {
  /** Starts `work`; a run of the same key that is still going is cancelled first. */
  start(key: string, work: (tools: RunTools) => Promise<Result<ForecastResult | null>>): string
  cancel(runId: string): void
  /** Cancels all and waits for their end. */
  close(): Promise<void>
}

type Running = { readonly key: string; readonly controller: AbortController; readonly ended: Promise<void> }

/** Keeps long work apart from requests: every run ends in exactly one `done` or `failed`. */
export function createRuns(push: (event: PushEvent) => void): Runs {
  const running = new Map<string, Running>()

  function start(key: string, work: (tools: RunTools) => Promise<Result<ForecastResult | null>>): string {
    for (const other of running.values()) if (other.key === key) other.controller.abort()
    const runId = randomUUID()
    const controller = new AbortController()
    const { signal } = controller
    const tell = (event: RunEvent) => {
      if (!signal.aborted) push(event)
    }
    const tools: RunTools = {
      signal,
      progress: (fraction, note) => {
        tell({ kind: 'progress', runId, fraction, note })
      },
      partial: forecast => {
        tell({ kind: 'partial', runId, forecast })
      },
    }
    const ended = (async () => {
      // The reply that names the run leaves before its first event.
      await new Promise<void>(resolve => setImmediate(resolve))
      const result = await attempt(() => work(tools))
      running.delete(runId)
      if (signal.aborted)
        push({ kind: 'failed', runId, failure: { code: 'cancelled', message: 'cancelled' } })
      else if (result.ok) push({ kind: 'done', runId, forecast: result.value })
      else push({ kind: 'failed', runId, failure: result.failure })
    })()
    running.set(runId, { key, controller, ended })
    return runId
  }

  return {
    start,
    cancel(runId) {
      running.get(runId)?.controller.abort()
    },
    async close() {
      const all = [...running.values()]
      for (const run of all) run.controller.abort()
      await Promise.all(all.map(run => run.ended))
    },
  }
}

async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, failure: { code: 'internal', message: `the work failed: ${message}` } }
  }
}
