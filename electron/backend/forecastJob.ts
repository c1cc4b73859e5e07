import type { Failure, Result } from '../../core/contract/failure.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { ForecastInput } from '../../core/forecast/forecastShards.ts'
import { type Prefix, type Range, ShardPlan, type SimulationPace } from './shardPlan.ts'
import type { ThreadSlot } from './threadSlot.ts'

const progressGapMs = 100
const partialGapMs = 125
/** Partial results may take this share of a thread's time at most. */
const partialShare = 0.2
/** A band of fewer replicates jumps about too much to be worth drawing. */
const fewestToShow = 16

export type ForecastOptions = {
  readonly signal?: AbortSignal
  /** At most ten times a second, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  /** The forecast of the first replicates, of the same shape as the result; at most eight times a second. */
  readonly onPartial?: (result: ForecastResult) => void
}

/** Something for one thread to do. Settles when it is done, whatever came of it; never rejects. */
export type Work = (slot: ThreadSlot) => Promise<void>

type JobOptions = ForecastOptions & {
  /** The number of the job in its pool. */
  readonly id: number
  readonly input: ForecastInput
  readonly threads: number
  readonly pace: SimulationPace
}

/** One forecast under way: what is still to do, what is done, and what was last told. */
export class ForecastJob {
  readonly outcome: Promise<Result<ForecastResult>>
  private readonly options: JobOptions
  private readonly plan: ShardPlan
  private readonly resolve: (result: Result<ForecastResult>) => void
  private readonly startedAt = performance.now()
  private readonly assembling = { partial: false, result: false }
  private isOver = false
  private shown = 0
  private nextPartialAt = -Infinity
  private nextProgressAt = -Infinity

  constructor(options: JobOptions) {
    this.options = options
    this.plan = new ShardPlan(options)
    const outcome = Promise.withResolvers<Result<ForecastResult>>()
    this.outcome = outcome.promise
    this.resolve = outcome.resolve
    const { signal } = options
    if (signal?.aborted === true) this.cancel()
    else signal?.addEventListener('abort', this.cancel, { once: true })
  }

  /** The next thing to do; undefined while everything is being done, and when the job is over. */
  takeWork(): Work | undefined {
    if (this.isOver) return undefined
    const prefix = this.plan.prefix()
    if (prefix.count === this.options.input.replicates)
      return this.assembling.result ? undefined : this.assemble('result', prefix)
    if (!this.assembling.partial && this.isPartialDue(prefix.count)) return this.assemble('partial', prefix)
    const range = this.plan.take()
    return range === undefined ? undefined : this.simulate(range)
  }

  fail(failure: Failure): void {
    this.end({ ok: false, failure })
  }

  private readonly cancel = (): void => {
    this.fail({ code: 'cancelled', message: 'cancelled' })
  }

  private end(result: Result<ForecastResult>): void {
    this.isOver = true
    this.options.signal?.removeEventListener('abort', this.cancel)
    this.resolve(result)
  }

  /** A thread that ends takes its share with it; the share is done again, the same to the last bit. */
  private simulate(range: Range): Work {
    const { id, input } = this.options
    return async slot => {
      const answer = await slot.call(thread => thread.simulate(id, input, range))
      if (this.isOver) return
      if (answer === 'thread ended') {
        if (!this.plan.giveBack(range)) this.fail(threadsEnd(slot))
      } else if (answer.ok) {
        this.plan.add(answer.value)
        this.tellProgress()
      } else this.fail(answer.failure)
    }
  }

  private assemble(what: 'partial' | 'result', { shards, count }: Prefix): Work {
    const input = { ...this.options.input, replicates: count }
    this.assembling[what] = true
    this.shown = count
    return async slot => {
      const start = performance.now()
      const answer = await slot.call(thread => thread.assemble(input, shards))
      this.nextPartialAt = start + Math.max(partialGapMs, (performance.now() - start) / partialShare)
      this.assembling[what] = false
      if (this.isOver) return
      if (answer === 'thread ended') {
        if (!this.plan.mayTryAgain()) this.fail(threadsEnd(slot))
      } else if (!answer.ok) this.fail(answer.failure)
      else if (what === 'partial') this.options.onPartial?.(answer.value)
      else this.end(answer)
    }
  }

  private tellProgress(): void {
    const now = performance.now()
    if (now < this.nextProgressAt) return
    this.nextProgressAt = now + progressGapMs
    this.options.onProgress?.(this.plan.done / this.options.input.replicates)
  }

  private isPartialDue(count: number): boolean {
    if (this.options.onPartial === undefined || count <= this.shown) return false
    const now = performance.now()
    if (this.shown > 0) return now >= this.nextPartialAt
    const hasWaited = now - this.startedAt >= partialGapMs
    return count >= this.plan.firstWave || (count >= fewestToShow && hasWaited)
  }
}

/** What is said when the threads do not stay alive long enough to do anything. */
export function threadsEnd({ lastWords }: { readonly lastWords: string }): Failure {
  const why = lastWords === '' ? '' : ` (${lastWords})`
  return { code: 'internal', message: `the simulation threads keep ending${why}; try again in a minute` }
}
