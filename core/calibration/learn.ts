import { compactTarget } from './compact.ts'
import { type Departures, residualCorrelations } from './correlations.ts'
import { dayNoiseOf } from './dayNoise.ts'
import { type Encoded, encode } from './encode.ts'
import { type HistoryRow, type HistoryTarget, historyTargets } from './history.ts'
import type { Learned, LearnedTarget, LearnProgress } from './learned.ts'
import { learnTarget } from './learnTarget.ts'
import type { MarketPrior } from './marketPrior.ts'
import { within } from './progress.ts'

export type LearnOptions = {
  readonly seed: number
  /** Day from which is forecast; a row that starts after it is an error. */
  readonly asOf?: number
  /** How far ahead forecasts will be; 7 days unless given. */
  readonly horizonDays?: number
  readonly targets?: readonly HistoryTarget[]
  readonly priors?: readonly MarketPrior[]
  /** Orders to forecast are of the same time as those of the history, so that age does not matter. */
  readonly isTimeless?: boolean
}

/** Learns from delivery history; says how far it has come at least every few tenths of a second of work. */
export function* learn(
  rows: readonly HistoryRow[],
  options: LearnOptions,
): Generator<LearnProgress, Learned> {
  yield { fraction: 0, note: 'reading' }
  const priors = options.priors ?? []
  refuseLater(rows, options.asOf)
  const data = yield* within(encode(rows, priors), 0, 0.1)
  const wanted = (options.targets ?? historyTargets).filter(target =>
    data.counts[target].some(count => !Number.isNaN(count)),
  )
  const departures: { [T in HistoryTarget]?: Departures } = {}
  const lastDays = lastDayByUnit(data)
  yield { fraction: 0.1, note: 'reading' }
  const targets: { [T in HistoryTarget]?: LearnedTarget } = {}
  for (const target of wanted) {
    const asOf = options.asOf ?? lastDay(data.end)
    const request = {
      target,
      asOf,
      horizonDays: options.horizonDays ?? 7,
      isTimeless: options.isTimeless ?? false,
      priors,
      seed: options.seed,
    }
    const at = 0.1 + (0.9 * wanted.indexOf(target)) / wanted.length
    const fit = yield* within(learnTarget(data, request), at, at + 0.9 / wanted.length)
    yield { fraction: at + 0.9 / wanted.length, note: 'fitting' }
    targets[target] = compactTarget(fit.learned, lastDays)
    departures[target] = fit.departures
  }
  return {
    version: 1,
    asOf: options.asOf ?? null,
    rows: rows.length,
    units: new Set(rows.map(row => row.unitId)).size,
    priors,
    targets,
    ...residualCorrelations(departures),
    dayNoise: dayNoiseOf(rows),
  }
}

function lastDayByUnit(data: Encoded): Float64Array {
  const last = new Float64Array(data.units.names.length).fill(Number.NaN)
  for (let i = 0; i < data.size; i++) {
    const unit = data.units.of[i]!
    if (!(last[unit]! >= data.end[i]!)) last[unit] = data.end[i]!
  }
  return last
}

function refuseLater(rows: readonly HistoryRow[], asOf: number | undefined): void {
  const later = asOf === undefined ? undefined : rows.find(({ start }) => start !== null && start > asOf)
  if (later) throw new RangeError(`a row starts on day ${later.start}, after day ${asOf}`)
}

function lastDay(end: Float64Array): number | null {
  let last: number | null = null
  for (const day of end) if (!Number.isNaN(day) && (last === null || day > last)) last = day
  return last
}
