import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import {
  type BacktestOptions,
  type BacktestShard,
  type BacktestSplit,
  backtestShards,
  runShard,
  type ShardResult,
} from '../../core/calibration/backtest.ts'
import type { HistoryRow } from '../../core/calibration/history.ts'
import { learn, type LearnOptions } from '../../core/calibration/learn.ts'
import type { Learned, LearnProgress } from '../../core/calibration/learned.ts'
import type { Problem, Result } from '../../core/contract/failure.ts'
import type { HistoryReport } from '../../core/history/historyReport.ts'
import { splitProblem } from '../../core/history/splitProblem.ts'
import { usualSplit } from '../../core/history/usualSplit.ts'
import { say } from '../../core/words/say.ts'
import { type HistorySource, readSource, type SourceRows } from './learning/historySource.ts'
import { type Prediction, type PredictOptions, predictUnits } from './learning/predictUnits.ts'
import { tellFraction, type WorkState } from './learning/workState.ts'

export type ReadHistory = {
  readonly rows: number
  readonly ownOrders: number
  readonly report: HistoryReport | null
  /** Of the rows and what the learning starts from: the same digest, the same answer. */
  readonly digest: string
}
/** What a shard found, with the market and audience kind of each of its rows. */
export type PlacedShard = ShardResult & { readonly places: readonly (readonly [string, string])[] }

/** Without a split the usual one. */
export type BacktestAsked = Omit<BacktestOptions, 'split'> & { readonly split?: BacktestSplit | undefined }
export type BacktestPlan = { readonly options: BacktestOptions; readonly shards: readonly BacktestShard[] }

/** What was read; the thread has one history in its life. */
let history: SourceRows = { rows: [], ownOrders: 0, report: null }

/** Learning and back-tests, which take seconds. The history is read once and stays in the thread. */
const learningThread = {
  read(source: HistorySource, state: WorkState): Promise<Result<ReadHistory>> {
    return attempt(async () => {
      const read = await readSource(source, fraction => tellFraction(state, fraction))
      if (!read.ok) return read
      history = read.value
      const { rows, ownOrders, report } = history
      return { ok: true, value: { rows: rows.length, ownOrders, report, digest: digestOfRows(rows) } }
    })
  },
  learn(options: LearnOptions, state: WorkState): Promise<Result<Learned>> {
    return attempt(() => ({ ok: true, value: toEnd(learn(history.rows, options), state) }))
  },
  /** Forecasts the units of a file from the history that was read. */
  predict(unitsFile: string, asked: PredictOptions, state: WorkState): Promise<Result<Prediction>> {
    return attempt(() =>
      predictUnits(history.rows, {
        ...asked,
        unitsFile,
        onProgress: fraction => tellFraction(state, fraction),
      }),
    )
  },
  /** The parts of a back-test, and how it is split where that is not asked. */
  plan(asked: BacktestAsked): Promise<Result<BacktestPlan>> {
    return attempt(() => {
      const options = { ...asked, split: asked.split ?? usualSplit(history.rows) }
      const problem = splitProblem(history.rows, options.split)
      if (problem !== undefined)
        return {
          ok: false,
          failure: { code: 'bad_input', message: lineOf(problem), problems: [problem] },
        }
      return { ok: true, value: { options, shards: backtestShards(history.rows, options) } }
    })
  },
  runShard(options: BacktestOptions, shard: BacktestShard, state: WorkState): Promise<Result<PlacedShard>> {
    return attempt(() => {
      const result = toEnd(runShard(history.rows, options, shard), state)
      const unitPlaces = placesOf(history.rows)
      const places = result.rows.map(({ unitId }) => unitPlaces.get(unitId) ?? (['', ''] as const))
      return { ok: true, value: { ...result, places } }
    })
  },
}
export type LearningThread = typeof learningThread

function toEnd<T>(work: Generator<LearnProgress, T>, state: WorkState): T {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    tellFraction(state, step.value.fraction)
  }
}

function lineOf({ path, expected, received }: Problem): string {
  return say('{{path}}: expected {{expected}}, got {{received}}.', { path, expected, received })
}

function placesOf(rows: readonly HistoryRow[]): ReadonlyMap<string, readonly [string, string]> {
  return new Map(rows.map(({ unitId, market, audienceKind }) => [unitId, [market, audienceKind]]))
}

function digestOfRows(rows: readonly HistoryRow[]): string {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
  return hash.digest('hex')
}

/** comlink loses an error's class and fields, so a failure crosses as a value (K21). */
async function attempt<T>(work: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      failure: { code: 'internal', message: say('learning failed: {{reason}}', { reason: message }) },
    }
  }
}

if (parentPort === null) throw new Error('the learning thread runs inside a worker only')
expose(learningThread, nodeEndpoint(parentPort))
