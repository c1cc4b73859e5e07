import { randomUUID } from 'node:crypto'

import type { Failure, Result } from '../../core/contract/failure.ts'
import type { PushEvent, RunEvent, RunResult } from '../../core/contract/runs.ts'
import type { ShownResult } from '../../core/forecast/analysisResult.ts'
import { say } from '../../core/words/say.ts'

const progressGapMs = 100
/** More at once would only make each of them slow (K24). */
const mostRuns = 16

/** What a run may tell on its way, and whether it is still wanted. */
export type RunTools = {
  readonly signal: AbortSignal
  /** Told at most ten times a second; what comes sooner is left out. */
  readonly progress: (fraction: number, note: string) => void
  readonly partial: (result: ShownResult) => void
}

type RunWork = (tools: RunTools) => Promise<Result<RunResult | null>>

export type Runs = {
  /** Starts `work`; a run of the same key that is still going is cancelled first. `busy` when too many are going. */
  start(key: string, work: RunWork): Result<{ readonly runId: string }>
  /** A run that has ended, or never was, is no fault. */
  cancel(runId: string): void
  /** Cancels all and waits for their end. */
  close(): Promise<void>
}

type Running = { readonly key: string; readonly controller: AbortController; readonly ended: Promise<void> }

/** Keeps long work apart from requests: every run ends in exactly one `done` or `failed`. */
export function createRuns(push: (event: PushEvent) => void): Runs {
  const running = new Map<string, Running>()

  function start(key: string, work: RunWork): ReturnType<Runs['start']> {
    for (const run of running.values()) if (run.key === key) run.controller.abort()
    const others = [...running.values()].filter(run => !run.controller.signal.aborted)
    if (others.length >= mostRuns) return { ok: false, failure: tooMany(others.length) }
    const runId = randomUUID()
    const controller = new AbortController()
    const ended = run(runId, controller.signal, work)
    running.set(runId, { key, controller, ended })
    return { ok: true, value: { runId } }
  }

  async function run(runId: string, signal: AbortSignal, work: RunWork): Promise<void> {
    // The reply that names the run leaves before its first event.
    await new Promise<void>(resolve => setImmediate(resolve))
    const result = signal.aborted ? cancelled : await attempt(() => work(toolsOf(runId, signal)))
    running.delete(runId)
    push(
      result.ok
        ? { kind: 'done', runId, result: result.value }
        : { kind: 'failed', runId, failure: result.failure },
    )
  }

  function toolsOf(runId: string, signal: AbortSignal): RunTools {
    let nextProgressAt = -Infinity
    const tell = (event: RunEvent) => {
      if (!signal.aborted) push(event)
    }
    return {
      signal,
      progress(fraction, note) {
        if (performance.now() < nextProgressAt) return
        nextProgressAt = performance.now() + progressGapMs
        tell({ kind: 'progress', runId, fraction, note })
      },
      partial(result) {
        tell({ kind: 'partial', runId, result })
      },
    }
  }

  return {
    start,
    cancel(runId) {
      running.get(runId)?.controller.abort()
    },
    async close() {
      const all = [...running.values()]
      for (const { controller } of all) controller.abort()
      await Promise.all(all.map(({ ended }) => ended))
    },
  }
}

const cancelled = { ok: false, failure: { code: 'cancelled', message: 'cancelled' } } as const

function tooMany(runs: number): Failure {
  return {
    code: 'busy',
    message: say('{{count}} runs are going on already; wait for one, or cancel it', { count: runs }),
  }
}

async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      failure: { code: 'internal', message: say('the work failed: {{reason}}', { reason: message }) },
    }
  }
}
