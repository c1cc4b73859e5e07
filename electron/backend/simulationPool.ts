import type { Worker } from 'node:worker_threads'

import type { Failure, Result } from '../../core/contract/failure.ts'
import { assembleForecast } from '../../core/forecast/assembleForecast.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { ForecastInput, ForecastShard } from '../../core/forecast/forecastShards.ts'
import { ThreadSlot } from './threadSlot.ts'

/** Replicates per thread of the first wave: enough for a first band, few enough to draw it at once (FO8). */
const firstWave = 32
const shardTargetMs = 20
const progressGapMs = 100
const partialGapMs = 150

export type ForecastOptions = {
  readonly signal?: AbortSignal
  /** At most ten times a second, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  /** The forecast of the replicates done so far, of the same shape as the result. */
  readonly onPartial?: (result: ForecastResult) => void
}

export type SimulationPool = {
  forecast(input: ForecastInput, options: ForecastOptions): Promise<Result<ForecastResult>>
  /** Rows of the replicates themselves: for a demo's deliveries and for playing one out. */
  rows(input: ForecastInput, options: ForecastOptions): Promise<Result<ForecastShard[]>>
  close(): Promise<void>
}

const cancelled: Failure = { code: 'cancelled', message: 'cancelled' }

/**
 * Runs shards of replicates on worker threads. The bytes of a result depend neither on the number of threads nor on how
 * shards were cut, nor on a thread that died on the way: its share is run again.
 */
export function createSimulationPool(options: {
  readonly startThread: () => Worker
  readonly threads: number
}): SimulationPool {
  const slots = Array.from({ length: options.threads }, () => new ThreadSlot(options.startThread))
  let jobs = 0
  const rows: SimulationPool['rows'] = (input, forecastOptions) =>
    new Job(++jobs, input, forecastOptions).run(slots)
  return {
    rows,
    async forecast(input, forecastOptions) {
      const shards = await rows(input, forecastOptions)
      return shards.ok ? { ok: true, value: assembleForecast(input, shards.value) } : shards
    },
    async close() {
      await Promise.all(slots.map(slot => slot.close()))
    },
  }
}

/** One forecast being run: what is still to do, what is done, and what was last told. */
class Job {
  private readonly id: number
  private readonly input: ForecastInput
  private readonly options: ForecastOptions
  private next = 0
  private done = 0
  private readonly shards: ForecastShard[] = []
  private failure: Failure | undefined
  private msPerReplicate = 0
  private toldProgressAt = 0
  private toldPartialAt = -Infinity

  constructor(id: number, input: ForecastInput, options: ForecastOptions) {
    this.id = id
    this.input = input
    this.options = options
  }

  async run(slots: readonly ThreadSlot[]): Promise<Result<ForecastShard[]>> {
    await Promise.all(slots.map(slot => this.work(slot)))
    if (this.isCancelled()) return { ok: false, failure: cancelled }
    return this.failure === undefined
      ? { ok: true, value: this.shards }
      : { ok: false, failure: this.failure }
  }

  private isCancelled(): boolean {
    return this.options.signal?.aborted === true
  }

  private async work(slot: ThreadSlot): Promise<void> {
    for (let range = this.take(); range !== undefined; range = this.take()) {
      const start = performance.now()
      let shard = await slot.simulate(this.id, this.input, range)
      while (shard === 'thread died' && !this.isCancelled())
        shard = await slot.simulate(this.id, this.input, range)
      if (shard === 'thread died' || this.isCancelled()) return
      if (!shard.ok) {
        this.failure = shard.failure
        return
      }
      this.msPerReplicate = (performance.now() - start) / (range.to - range.from)
      this.shards.push(shard.value)
      this.done += range.to - range.from
      this.tell()
    }
  }

  private take(): { readonly from: number; readonly to: number } | undefined {
    const { replicates } = this.input
    if (this.next >= replicates || this.failure !== undefined || this.isCancelled()) return undefined
    const size =
      this.msPerReplicate === 0 ? firstWave : Math.max(1, Math.round(shardTargetMs / this.msPerReplicate))
    const from = this.next
    this.next = Math.min(replicates, from + size)
    return { from, to: this.next }
  }

  private tell(): void {
    const now = performance.now()
    const { onProgress, onPartial } = this.options
    if (onProgress !== undefined && now - this.toldProgressAt >= progressGapMs) {
      this.toldProgressAt = now
      onProgress(this.done / this.input.replicates)
    }
    if (
      onPartial === undefined ||
      this.done === this.input.replicates ||
      now - this.toldPartialAt < partialGapMs
    )
      return
    const { replicates, shards } = this.prefix()
    if (replicates === 0) return
    onPartial(assembleForecast({ ...this.input, replicates }, shards))
    this.toldPartialAt = performance.now()
  }

  /** The shards that cover the first replicates without a gap. */
  private prefix(): { readonly replicates: number; readonly shards: readonly ForecastShard[] } {
    const shards: ForecastShard[] = []
    let replicates = 0
    for (const shard of this.shards.toSorted((a, b) => a.from - b.from)) {
      if (shard.from !== replicates) break
      shards.push(shard)
      replicates = shard.to
    }
    return { replicates, shards }
  }
}
