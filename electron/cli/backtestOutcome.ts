import type { BacktestReport, BacktestSplit } from '../../core/calibration/backtest.ts'
import type { Failure } from '../../core/contract/failure.ts'
import { isoDay } from '../../core/history/calendarDay.ts'
import { forecastLine, forecastRowsHeader } from '../../core/history/forecastRows.ts'
import { targetColumns } from '../../core/history/targetColumns.ts'
import { shippedPriors } from '../../core/market/marketPriorOf.ts'
import { type BacktestAnswer, runBacktest } from '../backend/learning/runBacktest.ts'
import { startThread } from '../backend/startThread.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { backtestLines, splitWords } from './backtestLines.ts'
import { readSeed } from './chanceOptions.ts'
import { historyReportLines } from './historyReportLines.ts'
import { optionFailure, readSplit, readTargets, readThreads, today } from './learningOptions.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { outputProblem, piecesOf, writeWhole } from './outputFile.ts'
import { progressLine } from './progressLine.ts'

type Options = {
  readonly history: string
  readonly 'split-on'?: string | undefined
  readonly folds?: string | undefined
  readonly rolling?: string | undefined
  readonly targets?: string | undefined
  readonly rows?: string | undefined
  readonly seed: string
  readonly threads?: string | undefined
}

/** Tests forecasts on units of a history that they had not seen. */
export async function backtestOutcome(options: Options, json: boolean): Promise<Outcome> {
  const { history, rows: out } = options
  const refuse = (subject: string, failure: Failure) => refusal({ subject, failure }, json)
  const asked = readOptions(options)
  if (!asked.ok) return refuse('foreclick backtest', asked.failure)
  const { threads, ...backtest } = asked.value
  const progress = progressLine('Testing')
  const tested = await runBacktest({ kind: 'file', file: history, today: today() }, backtest, {
    startThread,
    threads,
    signal: stopSignal(),
    onProgress: progress.show,
  })
  progress.clear()
  if (!tested.ok) return refuse(tested.failure.code === 'bad_input' ? history : '', tested.failure)
  const { report, split } = tested.value
  if (report.rows.length === 0) return refuse(history, optionFailure(nothingCounted(options.targets)))
  const written =
    out === undefined
      ? undefined
      : writeWhole(out, piecesOf(forecastRowsHeader, report.rows.map(forecastLine)))
  if (written?.ok === false) return refuse('', written.failure)
  const value = valueOf(tested.value, { rows: out ?? null, seed: backtest.seed })
  const lines = [
    ...(tested.value.history === null ? [] : historyReportLines(tested.value.history)),
    '',
    splitWords(split, options['split-on'] === undefined && options.folds === undefined),
    ...backtestLines(report),
    ...(out === undefined ? [] : ['', `${report.rows.length} forecasts in ${out}`]),
    '',
  ]
  return answer({ status: 0, value, report: lines.join('\n') }, json)
}

function readOptions(options: Options) {
  const targets = readTargets(options.targets)
  if (!targets.ok) return targets
  const split = readSplit(options)
  if (!split.ok) return split
  const threads = readThreads(options.threads)
  if (!threads.ok) return threads
  const seed = readSeed(options.seed)
  if (!seed.ok) return { ok: false, failure: optionFailure(seed.problem) } as const
  const place =
    options.rows === undefined ? undefined : outputProblem('--rows', options.rows, [options.history])
  if (place !== undefined) return { ok: false, failure: optionFailure(place) } as const
  return {
    ok: true,
    value: {
      seed: seed.value,
      split: split.value,
      threads: threads.value,
      priors: shippedPriors,
      ...(targets.value === undefined ? {} : { targets: targets.value }),
    },
  } as const
}

function nothingCounted(targets: string | undefined) {
  return {
    path: '--targets',
    expected: 'something that the tested rows have counts of',
    received: targets ?? 'rows without counts',
  }
}

function valueOf(
  { history, report, split }: BacktestAnswer,
  { rows, seed }: { readonly rows: string | null; readonly seed: number },
) {
  const { trainRows, leftOutRows, targets } = report
  return {
    history,
    split: splitValue(split),
    seed,
    trainRows,
    leftOutRows,
    testRows: report.rows.length,
    targets: targets.map(({ target, ...scores }: BacktestReport['targets'][number]) => ({
      target: targetColumns[target],
      ...scores,
    })),
    rows,
  }
}

function splitValue(split: BacktestSplit) {
  return split.kind === 'folds' ? split : { ...split, on: isoDay(split.on) }
}
