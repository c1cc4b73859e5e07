import type { Encoded } from './encode.ts'
import type { FitRequest } from './fitState.ts'
import { fitTarget } from './fitTarget.ts'
import type { LearnProgress } from './learned.ts'
import { learnedTarget } from './learnedTarget.ts'
import { mix } from './mix.ts'
import { type Features, leanOf, predictLog } from './predict.ts'
import { within } from './progress.ts'

/** A unit that was forecast from others: what both parts of the forecast said, and what came. */
export type Checked = {
  readonly mean: number
  readonly variance: number
  readonly pooledMean: number
  readonly pooledVariance: number
  readonly actual: number
  readonly zeroShare: number
  readonly shift: number
  readonly lean: number
  /** Days since, for weights by recency. */
  readonly age: number
}

/** Learns from `train`, forecasts the units of `test` (their rows summed), both given as row numbers. */
export function* checkOn(
  data: Encoded,
  request: FitRequest,
  test: Int32Array,
): Generator<LearnProgress, Checked[]> {
  const target = learnedTarget(data, request, yield* fitTarget(data, request))
  const actuals = data.counts[request.target]
  const known = new Set<number>()
  for (const row of request.rows) known.add(data.units.of[row]!)
  const byUnit = new Map<number, number[]>()
  for (const row of test) {
    const unit = data.units.of[row]!
    const rows = byUnit.get(unit)
    if (rows) rows.push(row)
    else byUnit.set(unit, [row])
  }
  const checked: Checked[] = []
  for (const [unit, rows] of byUnit) {
    const x = featuresOf(data, request, rows, known.has(unit))
    const currency = target.currencies[x.currency]!
    if (currency.units === 0) continue
    const forecast = predictLog(target, x)
    let actual = 0
    for (const row of rows) actual += actuals[row]!
    const day = data.day[rows[0]!]!
    checked.push({
      mean: forecast.mean,
      variance: forecast.levelVariance + forecast.noise,
      pooledMean: x.logSpend + x.priorMean + currency.pooledLogRate - currency.pooledVariance / 2,
      pooledVariance: currency.pooledVariance,
      actual,
      zeroShare: forecast.zeroShare,
      ...leanOf(target, forecast),
      age: Number.isNaN(day) ? 0 : day,
    })
  }
  return checked
}

function featuresOf(data: Encoded, request: FitRequest, rows: readonly number[], isKnown: boolean): Features {
  const first = rows[0]!
  let spend = 0
  let start = data.start[first]!
  let end = data.end[first]!
  for (const row of rows) {
    spend += Math.exp(data.logSpend[row]!)
    start = Math.min(start, data.start[row]!)
    end = Math.max(end, data.end[row]!)
  }
  const days = end - start + 1
  return {
    currency: data.currencies.of[first]!,
    levels: data.levels.map(level => level.of[first]!),
    unit: isKnown ? data.units.of[first]! : -2,
    logSpend: Math.log(spend),
    isUnpaid: false,
    lnDays: rows.length === 1 || !(days >= 1) ? data.lnDays[first]! : Math.log(days),
    hasNoEnd: data.hasNoEnd[first]!,
    day: rows.length === 1 ? data.day[first]! : start + (Math.min(days, 14) - 1) / 2,
    start,
    end,
    priorMean: data.priorMean[request.target][first]!,
  }
}

export type Validation = { readonly requests: readonly FitRequest[]; readonly tests: readonly Int32Array[] }

/** Shares of the dates at which a history is cut to be forecast from what was before. */
const cuts = [0.55, 0.7, 0.85]

/** Origins inside a history whose days matter. */
export function originsOf(data: Encoded, request: FitRequest, horizonDays: number): Validation {
  const days = Float64Array.from(request.rows, row => data.start[row]!)
    .filter(day => !Number.isNaN(day))
    .sort()
  const requests: FitRequest[] = []
  const tests: Int32Array[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const cut of cuts) {
    const on = Math.ceil(days[Math.floor(cut * days.length)] ?? Number.NaN)
    if (!(on > before)) continue
    before = on
    const reach = Math.max(horizonDays, (days.at(-1)! - days[0]!) * 0.15)
    const train = request.rows.filter(row => !(data.end[row]! >= on))
    const test = request.rows.filter(row => data.start[row]! >= on && data.start[row]! < on + reach)
    if (train.length < 5 || test.length < 2) continue
    requests.push({ ...request, rows: train, asOf: on })
    tests.push(test)
  }
  return { requests, tests }
}

const folds = 3

/** Thirds of the units, each forecast from the others, where days do not matter. */
export function foldsOf(data: Encoded, request: FitRequest, seed: number): Validation {
  const requests: FitRequest[] = []
  const tests: Int32Array[] = []
  for (let fold = 0; fold < folds; fold++) {
    const isTest = (row: number) => mix(data.units.of[row]! ^ mix(seed + 1)) % folds === fold
    const test = request.rows.filter(isTest)
    const train = request.rows.filter(row => !isTest(row))
    if (train.length < 5 || test.length < 2) continue
    requests.push({ ...request, rows: train })
    tests.push(test)
  }
  return { requests, tests }
}

/** Forecasts every test of a validation; hands back control between fits. */
export function* runValidation(
  data: Encoded,
  { requests, tests }: Validation,
  halfLife: number,
): Generator<LearnProgress, Checked[]> {
  const checked: Checked[] = []
  for (let i = 0; i < requests.length; i++) {
    const n = requests.length
    const found = yield* within(checkOn(data, { ...requests[i]!, halfLife }, tests[i]!), i / n, (i + 1) / n)
    for (const one of found) checked.push(one)
  }
  return checked
}
