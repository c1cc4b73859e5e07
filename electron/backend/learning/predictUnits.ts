import { type CountForecast, forecastUnit } from '../../../core/calibration/forecastUnit.ts'
import { type HistoryRow, type HistoryTarget } from '../../../core/calibration/history.ts'
import { learn } from '../../../core/calibration/learn.ts'
import type { MarketPrior } from '../../../core/calibration/marketPrior.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { HistoryReport } from '../../../core/history/historyReport.ts'
import { readHistoryFile } from '../history/readHistoryFile.ts'

export type PredictOptions = {
  readonly seed: number
  readonly targets: readonly HistoryTarget[]
  readonly priors: readonly MarketPrior[]
}

export type PredictedRow = CountForecast & {
  readonly unitId: string
  readonly start: number | null
  readonly end: number | null
  readonly target: HistoryTarget
}
export type Prediction = { readonly units: HistoryReport; readonly rows: readonly PredictedRow[] }

const leastHorizon = 7

/** Forecasts every unit of a file, each by every target, from the rows of a history alone; none is left out. */
export async function predictUnits(
  rows: readonly HistoryRow[],
  {
    unitsFile,
    seed,
    targets,
    priors,
    onProgress,
  }: PredictOptions & {
    readonly unitsFile: string
    readonly onProgress: (fraction: number) => void
  },
): Promise<Result<Prediction>> {
  const units: HistoryRow[] = []
  const read = await readHistoryFile(unitsFile, {
    today: undefined,
    isStrict: true,
    onRows: more => {
      for (const row of more) units.push(row)
    },
  })
  if (!read.ok) return read
  const learning = learn(rows, { seed, priors, ...whenOf(rows, units) })
  let step = learning.next()
  while (step.done !== true) {
    onProgress(step.value.fraction)
    step = learning.next()
  }
  const learned = step.value
  const predicted = units.flatMap(row => {
    // Counts that a unit should happen to have are none of the forecast's business.
    const unit = { ...row, impressions: null, reach: null, linkClicks: null, conversions: null }
    const forecast = forecastUnit(learned, unit)
    const { unitId, start, end } = unit
    return targets.map(target => {
      const numbers = forecast.targets[target]
      if (numbers === undefined) throw new Error(`unit ${unitId} has no forecast of ${target}`)
      return { unitId, start, end, target, ...numbers }
    })
  })
  return { ok: true, value: { units: read.value, rows: predicted } }
}

/** From when is forecast: units that start after the history are forecast from their first day on, as a back-test does it. */
function whenOf(rows: readonly HistoryRow[], units: readonly HistoryRow[]) {
  const starts = units.flatMap(({ start, end }) => start ?? end ?? []).toSorted((a, b) => a - b)
  const [asOf] = starts
  if (asOf === undefined) return { isTimeless: true }
  const last = rows.reduce((latest, { start, end }) => Math.max(latest, end ?? start ?? latest), -Infinity)
  if (last >= asOf) return {}
  const ahead = (starts[starts.length >> 1] ?? asOf) - asOf
  return { asOf, horizonDays: Math.max(leastHorizon, ahead) }
}
