import { historyTargets } from '../../core/calibration/history.ts'
import type { Failure } from '../../core/contract/failure.ts'
import { forecastLine, forecastRowsHeader } from '../../core/history/forecastRows.ts'
import { targetColumns } from '../../core/history/targetColumns.ts'
import { shippedPriors } from '../../core/market/marketPriorOf.ts'
import { predictFrom } from '../backend/learning/predictFrom.ts'
import { startThread } from '../backend/startThread.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { readSeed } from './chanceOptions.ts'
import { historyReportLines } from './historyReportLines.ts'
import { optionFailure, readTargets, today } from './learningOptions.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { outputProblem, piecesOf, writeWhole } from './outputFile.ts'
import { progressLine } from './progressLine.ts'

type Options = {
  readonly history: string
  readonly units: string
  readonly rows: string
  readonly targets?: string | undefined
  readonly seed: string
}

/** Forecasts the units of a file and writes a line for each and each target. */
export async function predictOutcome(options: Options, json: boolean): Promise<Outcome> {
  const { history, units, rows: out } = options
  const refuse = (subject: string, failure: Failure) => refusal({ subject, failure }, json)
  const asked = readTargets(options.targets)
  if (!asked.ok) return refuse('foreclick predict', asked.failure)
  const seed = readSeed(options.seed)
  if (!seed.ok) return refuse('foreclick predict', optionFailure(seed.problem))
  const place = outputProblem('--rows', out, [history, units])
  if (place !== undefined) return refuse('foreclick predict', optionFailure(place))
  const targets = asked.value ?? historyTargets
  const progress = progressLine('Forecasting')
  const predicted = await predictFrom(
    { kind: 'file', file: history, today: today() },
    { unitsFile: units, seed: seed.value, targets, priors: shippedPriors },
    { startThread, signal: stopSignal(), onProgress: progress.show },
  )
  progress.clear()
  if (!predicted.ok) return refuse(predicted.file ?? '', predicted.failure)
  const { report, prediction } = predicted.value
  const written = writeWhole(out, piecesOf(forecastRowsHeader, prediction.rows.map(forecastLine)))
  if (!written.ok) return refuse('', written.failure)
  const names = targets.map(target => targetColumns[target])
  const value = {
    history: report,
    units: prediction.units,
    targets: names,
    rows: out,
    forecasts: prediction.rows.length,
    seed: seed.value,
  }
  const lines = [
    `Learnt from ${history}:`,
    ...historyReportLines(report),
    '',
    `${prediction.units.kept} units, ${names.join(', ')}: ${prediction.rows.length} forecasts in ${out}`,
    ...prediction.units.warnings.map(warning => `Warning: ${units}: ${warning}`),
    '',
  ]
  return answer({ status: 0, value, report: lines.join('\n') }, json)
}
