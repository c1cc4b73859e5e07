import type { Worker } from 'node:worker_threads'

import type { Result } from '../../core/contract/failure.ts'
import type { Analysis } from '../../core/forecast/analysis.ts'
import type { AnalysisResult } from '../../core/forecast/analysisResult.ts'
import { say } from '../../core/words/say.ts'
import { AnalysisJob, type AnalysisOptions, threadsEnd, type Work } from './analysisJob.ts'
import type { SimulationPace } from './shardPlan.ts'
import { ThreadSlot } from './threadSlot.ts'

/** A shard is cut to take milliseconds; one that takes this long is stuck. */
const usualCallTimeoutMs = 30_000
/** An ordinary order on an ordinary machine; the first shard tells better. */
const usualPace: SimulationPace = { msPerReplicateDay: 0.1 }

export type SimulationPool = {
  /** At least one replicate. Fails with `cancelled` as soon as the signal is aborted or the pool is closed. */
  run(analysis: Analysis, options: AnalysisOptions): Promise<Result<AnalysisResult>>
  close(): Promise<void>
}

/**
 * Runs analyses on worker threads, which start at once. Those under way take turns, shard by shard. The bytes of a
 * result depend neither on the number of threads nor on how shards were cut, nor on a thread that died on the way.
 */
export function createSimulationPool(options: {
  readonly startThread: (name: 'simulation') => Worker
  readonly threads: number
  readonly callTimeoutMs?: number
}): SimulationPool {
  const { startThread, threads, callTimeoutMs = usualCallTimeoutMs } = options
  const slots = Array.from(
    { length: threads },
    () => new ThreadSlot(() => startThread('simulation'), callTimeoutMs),
  )
  const free = new Set(slots)
  const pace = { ...usualPace }
  let jobs: AnalysisJob[] = []
  let lastId = 0
  let isClosed = false

  /** Of the job that has waited longest. */
  function takeWork(): Work | undefined {
    for (const job of jobs) {
      const work = job.takeWork()
      if (work === undefined) continue
      jobs = [...jobs.filter(other => other !== job), job]
      return work
    }
    return undefined
  }

  async function serve(slot: ThreadSlot): Promise<void> {
    free.delete(slot)
    while (slot.canWork()) {
      const work = takeWork()
      if (work === undefined) break
      await work(slot)
      // What a thread lost may wake the others.
      wake()
    }
    free.add(slot)
    if (slots.some(each => each.canWork())) return
    for (const job of jobs) job.fail(threadsEnd(slot))
  }

  function wake(): void {
    for (const slot of slots) if (free.has(slot)) void serve(slot)
  }

  return {
    async run(analysis, analysisOptions) {
      if (isClosed)
        return { ok: false, failure: { code: 'cancelled', message: say('the simulation has ended') } }
      const job = new AnalysisJob({ ...analysisOptions, analysis, threads, pace, id: ++lastId })
      jobs.push(job)
      wake()
      const result = await job.outcome
      jobs = jobs.filter(other => other !== job)
      return result
    },
    async close() {
      isClosed = true
      for (const job of jobs) job.fail({ code: 'cancelled', message: say('the simulation has ended') })
      await Promise.all(slots.map(slot => slot.close()))
    },
  }
}
