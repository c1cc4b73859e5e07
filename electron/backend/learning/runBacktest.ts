import type { Remote } from 'comlink'

import { type BacktestReport, type BacktestSplit, reportOf } from '../../../core/calibration/backtest.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { HistoryReport } from '../../../core/history/historyReport.ts'
import type {
  BacktestAsked,
  BacktestPlan,
  LearningThread,
  PlacedShard,
  ReadHistory,
} from '../learningThread.ts'
import { onThread } from '../onThread.ts'
import { followWork } from './followWork.ts'
import type { HistorySource } from './historySource.ts'
import type { WorkOptions } from './learnFrom.ts'

export type BacktestAnswer = {
  readonly history: HistoryReport | null
  /** Rows of the history. */
  readonly historyRows: number
  readonly split: BacktestSplit
  readonly report: BacktestReport
  /** Market and audience kind of each row of the report. */
  readonly places: readonly (readonly [string, string])[]
}

type Options = WorkOptions & { readonly threads: number }

/** Runs a back-test on several threads, each with a history of its own; the answer is the same on any number of them. */
export async function runBacktest(
  source: HistorySource,
  asked: BacktestAsked,
  { startThread, threads, signal, onProgress }: Options,
): Promise<Result<BacktestAnswer>> {
  const controller = new AbortController()
  const either = signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal])
  const work = new ShardWork(asked, onProgress)
  const workers = asked.split?.kind === 'date' ? 1 : Math.max(1, threads)
  const thread = { start: () => startThread('learning'), name: 'learning', signal: either }
  const ended = await Promise.all(
    Array.from({ length: workers }, async (_, index) => {
      const result = await onThread<LearningThread, ReadHistory>(thread, learning =>
        work.serve(learning, source, index),
      )
      // What the others do is of no use without it.
      if (!result.ok) {
        work.stop()
        controller.abort()
      }
      return result
    }),
  )
  if (signal?.aborted === true) return cancelled
  const failed = ended.find(each => !each.ok && each.failure.code !== 'cancelled')
  if (failed?.ok === false) return failed
  const [first] = ended
  const { plan } = work
  if (first?.ok !== true || plan === undefined) return cancelled
  const found = work.results.toSorted((a, b) => a.index - b.index)
  const { report: history, rows: historyRows } = first.value
  const places = found.flatMap(shard => shard.places)
  return {
    ok: true,
    value: { history, historyRows, split: plan.options.split, report: reportOf(found), places },
  }
}

const cancelled = { ok: false, failure: { code: 'cancelled', message: 'cancelled' } } as const

/** The shards of one back-test, taken by whoever is free. */
class ShardWork {
  readonly results: PlacedShard[] = []
  private readonly asked: BacktestAsked
  private readonly onProgress: ((fraction: number) => void) | undefined
  private readonly found = Promise.withResolvers<BacktestPlan | undefined>()
  plan: BacktestPlan | undefined
  private next = 0

  constructor(asked: BacktestAsked, onProgress: ((fraction: number) => void) | undefined) {
    this.asked = asked
    this.onProgress = onProgress
  }

  stop(): void {
    this.found.resolve(undefined)
  }

  async serve(
    learning: Remote<LearningThread>,
    source: HistorySource,
    index: number,
  ): Promise<Result<ReadHistory>> {
    const read = await followWork(
      async state => learning.read(source, state),
      () => {},
    )
    if (!read.ok) return read
    if (index === 0) {
      const planned = await learning.plan(this.asked)
      if (!planned.ok) return planned
      this.plan = planned.value
      this.found.resolve(this.plan)
    }
    const plan = await this.found.promise
    if (plan === undefined) return read
    const { options, shards } = plan
    for (;;) {
      const shard = shards[this.next++]
      if (shard === undefined) return read
      const result = await followWork(
        async state => learning.runShard(options, shard, state),
        fraction => this.onProgress?.((this.results.length + fraction) / shards.length),
      )
      if (!result.ok) return result
      this.results.push(result.value)
      this.onProgress?.(this.results.length / shards.length)
    }
  }
}
