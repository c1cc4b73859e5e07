import type { Coded, Encoded } from './encode.ts'
import type { HistoryTarget } from './history.ts'
import { type LevelName, levelNames } from './learned.ts'
import { settings } from './settings.ts'
import type { StructuralZeros } from './structuralZeros.ts'
import { takeFloats, takeInts } from './take.ts'
import { smoothTrend } from './trend.ts'

/** Which rows to learn one target from, and how age counts. */
export type FitRequest = {
  readonly target: HistoryTarget
  readonly rows: Int32Array
  /** Age is measured from here; null where it does not matter. */
  readonly asOf: number | null
  readonly halfLife: number
  /** Between-order variance that is held before any row, and variance of a currency's level around its prior. */
  readonly noisePrior: number
  readonly currencyPriors: readonly number[]
  readonly center: Float64Array
}

export type LevelState = {
  /** Value of each row, −1 for none. */
  readonly of: Int32Array
  readonly effects: Float64Array
  readonly variances: Float64Array
  readonly prior: number
  spread: number
  readonly isFixed: boolean
  readonly sums: Float64Array
  readonly weights: Float64Array
}

export type TrendState = {
  readonly from: number
  readonly width: number
  /** Step of each row, −1 for rows of another currency or without a date. */
  readonly of: Int32Array
  means: Float64Array
  variances: Float64Array
  squaredSteps: number
}

export type FitState = {
  readonly size: number
  readonly rows: Int32Array
  readonly counts: Float64Array
  /** Weight of a row by its age and whether it delivers, and with its spend besides. */
  readonly share: Float64Array
  readonly weight: Float64Array
  /** ln spend from the median of its currency. */
  readonly spend: Float64Array
  readonly offset: Float64Array
  readonly design: readonly Float64Array[]
  readonly fitted: Float64Array
  readonly eta: Float64Array
  readonly residual: Float64Array
  readonly precision: Float64Array
  readonly currency: LevelState
  readonly currencyPriors: readonly number[]
  readonly slopes: Float64Array
  readonly slopeVariances: Float64Array
  readonly levels: readonly (LevelState | null)[]
  readonly weekday: LevelState | null
  readonly unit: LevelState | null
  readonly trends: readonly (TrendState | null)[]
  readonly zeros: StructuralZeros
  readonly noisePrior: number
  /** Mean age of what is learnt from, in days. */
  readonly age: number
  noise: number
  noiseSlope: number
  driftPerDay: number
}

export const slopeCount = 3
/** Steps of time in a trend, at most. */
const mostSteps = 150
/** Fewer orders than this many per value and a level cannot be told from the orders themselves. */
const fewestRowsPerValue = 1.25

export function makeState(data: Encoded, request: FitRequest, zeros: StructuralZeros): FitState {
  const { rows, target } = request
  const size = rows.length
  const pick = (column: Float64Array) => takeFloats(column, rows)
  const priorMean = data.priorMean[target]
  const spend = pick(data.logSpend)
  const offset = pick(priorMean)
  const spendDesign = new Float64Array(size)
  const bulk = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    offset[i]! += spend[i]!
    const away = spend[i]! - request.center[data.currencies.of[rows[i]!]!]!
    spendDesign[i] = Math.max(-settings.slopeReach, Math.min(settings.slopeReach, away))
    spend[i] = Math.max(-settings.spendReach, Math.min(settings.spendReach, away))
    bulk[i] = Math.exp(settings.spendPower * spend[i]!)
  }
  const counts = pick(data.counts[target])
  const remembered = sharesOf(data, request)
  const share = remembered.map((one, i) => one * (1 - zeros.rows[i]!))
  return {
    size,
    rows,
    counts,
    share,
    weight: share.map((one, i) => one * bulk[i]!),
    spend,
    offset,
    design: [spendDesign, pick(data.lnDays), pick(data.hasNoEnd)],
    fitted: new Float64Array(size),
    eta: counts.map((y, i) => (y > 0 ? Math.log(y) : Math.min(0, offset[i]!))),
    residual: new Float64Array(size),
    precision: new Float64Array(size),
    currency: levelState(data.currencies, rows, 1),
    currencyPriors: request.currencyPriors,
    slopes: new Float64Array(slopeCount),
    slopeVariances: new Float64Array(slopeCount).fill(settings.slopeDeviation ** 2),
    levels: data.levels.map((coded, l) => usefulLevel(coded, rows, deviationOf(levelNames[l]!, target))),
    weekday: weekdayState(data, rows),
    unit: repeats(data.units.of, rows) ? levelState(data.units, rows, settings.unitDeviation) : null,
    trends: data.currencies.names.map((_, c) => trendState(data, rows, c)),
    zeros,
    noisePrior: request.noisePrior,
    age: meanAge(data, request, remembered),
    noise: request.noisePrior,
    noiseSlope: settings.noiseSlope,
    driftPerDay: settings.driftPerDay,
  }
}

/** Last day of each currency. */
function lastDays(data: Encoded, rows: Int32Array): Float64Array {
  const last = new Float64Array(data.currencies.names.length).fill(Number.NEGATIVE_INFINITY)
  for (const row of rows) {
    const c = data.currencies.of[row]!
    if (data.day[row]! > last[c]!) last[c] = data.day[row]!
  }
  return last
}

/**
 * How much of a row still counts. Age is told against the last day of its currency: that the currency has rested since
 * is no reason to forget it, and the drift of its level says how little is known of it by now.
 */
function sharesOf(data: Encoded, { rows, asOf, halfLife }: FitRequest): Float64Array {
  const last = lastDays(data, rows)
  return Float64Array.from(rows, row => {
    const age = last[data.currencies.of[row]!]! - data.day[row]!
    return asOf === null || Number.isNaN(age) ? 1 : 2 ** (-age / halfLife)
  })
}

/**
 * Mean age of what is learnt from, in days, by the weight that age leaves it; 0 where age does not matter. An import of
 * another currency from long ago does not make what was delivered last week any older.
 */
function meanAge(data: Encoded, { rows, asOf }: FitRequest, shares: Float64Array): number {
  if (asOf === null) return 0
  const last = lastDays(data, rows)
  const freshest = last.indexOf(Math.max(...last))
  let sum = 0
  let total = 0
  rows.forEach((row, i) => {
    const age = asOf - data.day[row]!
    if (Number.isNaN(age) || data.currencies.of[row] !== freshest) return
    sum += shares[i]! * Math.max(0, age)
    total += shares[i]!
  })
  return total > 0 ? sum / total : 0
}

function levelState(coded: Coded, rows: Int32Array, deviation: number): LevelState {
  const n = coded.names.length
  return {
    of: takeInts(coded.of, rows),
    effects: new Float64Array(n),
    variances: new Float64Array(n).fill(deviation ** 2),
    prior: deviation ** 2,
    spread: deviation ** 2,
    isFixed: false,
    sums: new Float64Array(n),
    weights: new Float64Array(n),
  }
}

function deviationOf(level: LevelName, target: HistoryTarget): number {
  return level === 'video' ? settings.videos[target] : settings.levels[level]
}

function usefulLevel(coded: Coded, rows: Int32Array, deviation: number): LevelState | null {
  const seen = new Uint8Array(coded.names.length)
  let values = 0
  let told = 0
  for (const row of rows) {
    const value = coded.of[row]!
    if (value < 0) continue
    told++
    if (!seen[value]) values++
    seen[value] = 1
  }
  return told < fewestRowsPerValue * values || told === 0 ? null : levelState(coded, rows, deviation)
}

/** Units are told apart where most rows are one of several of their unit. */
function repeats(units: Int32Array, rows: Int32Array): boolean {
  const seen = new Set<number>()
  for (const row of rows) seen.add(units[row]!)
  return rows.length > 1.5 * seen.size
}

function weekdayState(data: Encoded, rows: Int32Array): LevelState | null {
  const days = new Set<number>()
  for (const row of rows) if (data.weekday[row]! >= 0) days.add(data.start[row]!)
  if (days.size < 14) return null
  const names = ['0', '1', '2', '3', '4', '5', '6']
  const level = levelState({ names, of: data.weekday }, rows, settings.weekdayDeviation)
  return { ...level, isFixed: true }
}

function trendState(data: Encoded, rows: Int32Array, currency: number): TrendState | null {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    const day = data.day[row]!
    if (data.currencies.of[row] !== currency || Number.isNaN(day)) continue
    from = Math.min(from, day)
    to = Math.max(to, day)
  }
  if (!(to >= from)) return null
  const width = Math.max(1, Math.ceil((to - from + 1) / mostSteps))
  const steps = Math.floor((to - from) / width) + 1
  const of = rows.map(row => {
    const day = data.day[row]!
    return data.currencies.of[row] !== currency || Number.isNaN(day) ? -1 : Math.floor((day - from) / width)
  })
  const nothing = { precision: new Float64Array(steps), weighted: new Float64Array(steps) }
  return { from, width, of, ...smoothTrend(nothing, settings.driftPerDay * width) }
}
