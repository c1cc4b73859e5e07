import type { Failure, Result } from '../../core/contract/failure.ts'
import type { Analysis } from '../../core/forecast/analysis.ts'
import type { AnalysisResult } from '../../core/forecast/analysisResult.ts'
import type { DeliveryTable } from '../../core/simulation/deliveryTable.ts'
import { say } from '../../core/words/say.ts'
import { type Shard, ShardPlan, type SimulationPace } from './shardPlan.ts'
import type { ThreadSlot } from './threadSlot.ts'

const progressGapMs = 100
const partialGapMs = 125
/** Partial results may take this share of a thread's time at most. */
const partialShare = 0.2
/** A band of fewer replicates jumps about too much to be worth drawing. */
const fewestToShow = 16

export type AnalysisOptions = {
  readonly signal?: AbortSignal
  /** At most ten times a second, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  /** The answer from the first replicates, of the same shape as the result; at most eight times a second. */
  readonly onPartial?: (result: AnalysisResult) => void
}

/** Something for one thread to do. Settles when it is done, whatever came of it; never rejects. */
export type Work = (slot: ThreadSlot) => Promise<void>

type JobOptions = AnalysisOptions & {
  /** The number of the job in its pool. */
  readonly id: number
  readonly analysis: Analysis
  readonly threads: number
  readonly pace: SimulationPace
}

/** One analysis under way: what is still to do, what is done, and what was last told. */
export class AnalysisJob {
  readonly outcome: Promise<Result<AnalysisResult>>
  private readonly options: JobOptions
  private readonly plan: ShardPlan
  private readonly resolve: (result: Result<AnalysisResult>) => void
  private readonly startedAt = performance.now()
  private readonly assembling = { partial: false, result: false }
  private isOver = false
  private shown = 0
  private nextPartialAt = -Infinity
  private nextProgressAt = -Infinity

  constructor(options: JobOptions) {
    this.options = options
    this.plan = new ShardPlan(options)
    const outcome = Promise.withResolvers<Result<AnalysisResult>>()
    this.outcome = outcome.promise
    this.resolve = outcome.resolve
    const { signal } = options
    if (signal?.aborted === true) this.cancel()
    else signal?.addEventListener('abort', this.cancel, { once: true })
  }

  /** The next thing to do; undefined while everything is being done, and when the job is over. */
  takeWork(): Work | undefined {
    if (this.isOver) return undefined
    const { analysis } = this.options
    if (this.plan.isDone())
      return this.assembling.result ? undefined : this.assemble('result', analysis, this.plan.tables())
    const { count, tables } = this.plan.mainSoFar()
    if (!this.assembling.partial && this.isPartialDue(count))
      return this.assemble('partial', { ...analysis, replicates: count }, tables)
    const shard = this.plan.take()
    return shard === undefined ? undefined : this.simulate(shard)
  }

  fail(failure: Failure): void {
    this.end({ ok: false, failure })
  }

  private readonly cancel = (): void => {
    this.fail({ code: 'cancelled', message: say('cancelled') })
  }

  private end(result: Result<AnalysisResult>): void {
    this.isOver = true
    this.options.signal?.removeEventListener('abort', this.cancel)
    this.resolve(result)
  }

  /** A thread that ends takes its share with it; the share is done again, the same to the last bit. */
  private simulate(shard: Shard): Work {
    return async slot => {
      const answer = await slot.call(thread => thread.simulate(this.options.id, shard))
      if (this.isOver) return
      if (answer === 'thread ended') {
        if (!this.plan.giveBack(shard)) this.fail(threadsEnd(slot))
      } else if (answer.ok) {
        this.plan.add(shard, answer.value.elapsedMs)
        this.tellProgress()
      } else this.fail(answer.failure)
    }
  }

  private assemble(what: 'partial' | 'result', analysis: Analysis, tables: readonly DeliveryTable[]): Work {
    this.assembling[what] = true
    this.shown = analysis.replicates
    return async slot => {
      const start = performance.now()
      const answer = await slot.call(thread => thread.assemble(analysis, tables))
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
    this.options.onProgress?.(this.plan.shareDone())
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
  const message =
    lastWords === ''
      ? say('the simulation threads keep ending; try again in a minute')
      : say('the simulation threads keep ending ({{why}}); try again in a minute', { why: lastWords })
  return { code: 'internal', message }
}
