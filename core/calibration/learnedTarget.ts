import type { Encoded, Unpaid } from './encode.ts'
import type { FitRequest, FitState, LevelState } from './fitState.ts'
import type { LearnedCurrency, LearnedLevel, LearnedTarget, LearnedUnits } from './learned.ts'
import { pooledRates } from './pooledRates.ts'
import { residualLean } from './residualShape.ts'
import { settings } from './settings.ts'

/** What a fit found, as plain data; values keep the indices of the encoding, and those never seen have no units. */
export function learnedTarget(data: Encoded, request: FitRequest, state: FitState): LearnedTarget {
  const { rows } = state
  const orders = new Set<number>()
  for (const row of rows) orders.add(data.units.of[row]!)
  const unitsOf = (of: Int32Array, n: number) =>
    orders.size === rows.length ? countRows(of, n) : countUnits(data.units.of, rows, of, n)
  const level = (one: LevelState, names: readonly string[]): LearnedLevel => ({
    names,
    effects: Array.from(one.effects),
    variances: Array.from(one.variances),
    units: unitsOf(one.of, one.effects.length),
    spread: one.spread,
  })
  return {
    currencies: currenciesOf(data, request, state),
    levels: state.levels.map((one, l) => one && level(one, data.levels[l]!.names)),
    units: unitEffects(data, state),
    slopes: Array.from(state.slopes),
    slopeVariances: Array.from(state.slopeVariances),
    weekday: state.weekday ? Array.from(state.weekday.effects) : [],
    noise: state.noise,
    unitShare: settings.unitShare,
    unitSpread: state.unit?.spread ?? 0,
    noiseSlope: state.noiseSlope,
    driftPerDay: state.driftPerDay,
    halfLifeDays: request.halfLife,
    rowDays: state.unit ? medianDays(data, rows) : 0,
    zeroShare: state.zeros.share,
    videoZeros: Array.from(state.zeros.videos),
    ...residualLean(state),
    pooledWeight: 0,
    widths: [1, 1, 1],
    checkedOn: 0,
    rows: rows.length,
    orders: orders.size,
  }
}

function countRows(of: Int32Array, n: number): number[] {
  const counts = new Int32Array(n)
  for (const value of of) if (value >= 0) counts[value]!++
  return Array.from(counts)
}

/** Units behind each value; each row counts its unit once per value. */
function countUnits(units: Int32Array, rows: Int32Array, of: Int32Array, n: number): number[] {
  const counts = Array.from({ length: n }, () => 0)
  const seen = new Set<number>()
  for (let i = 0; i < rows.length; i++) {
    const value = of[i]!
    if (value < 0) continue
    const key = units[rows[i]!]! * n + value
    if (seen.has(key)) continue
    seen.add(key)
    counts[value]!++
  }
  return counts
}

function currenciesOf(data: Encoded, request: FitRequest, state: FitState): LearnedCurrency[] {
  const { currency, trends, rows } = state
  const units = countUnits(data.units.of, rows, currency.of, currency.effects.length)
  const pooled = pooledRates(state, currency.effects.length)
  const spends = spendsOf(data, request)
  const perSpend = pooled.map(({ logRate }, c) => logRate + priorMeanOf(data, request, c))
  return data.currencies.names.map((name, c) => {
    const trend = trends[c]
    return {
      name,
      units: units[c]!,
      effect: currency.effects[c]!,
      variance: currency.variances[c]!,
      priorVariance: request.currencyPriors[c]!,
      logSpend: request.center[c]!,
      logSpendVariance: spends[c]!.variance,
      ...zeroSpend(data.unpaid[request.target][c]!, spends[c]!.least, perSpend[c]!),
      trend: trend
        ? {
            from: trend.from,
            width: trend.width,
            means: Array.from(trend.means),
            variances: Array.from(trend.variances),
          }
        : null,
      pooledLogRate: pooled[c]!.logRate,
      pooledVariance: pooled[c]!.variance,
    }
  })
}

/** Effects of units: fitted where rows are periods of them, else the part of their residual that stays with a unit. */
function unitEffects(data: Encoded, state: FitState): LearnedUnits {
  const { unit, rows, precision, residual, weight, noise, noiseSlope, spend } = state
  const n = data.units.names.length
  if (unit)
    return {
      names: data.units.names,
      effects: Array.from(unit.effects),
      variances: Array.from(unit.variances),
    }
  const effects = new Float64Array(n)
  const variances = new Float64Array(n)
  for (let i = 0; i < rows.length; i++) {
    // Surely never delivers: its count tells nothing of its rate.
    if (!(weight[i]! > 0)) continue
    const u = data.units.of[rows[i]!]!
    const own = noise * Math.exp(noiseSlope * spend[i]!)
    const prior = variances[u]! > 0 ? variances[u]! : settings.unitShare * own
    const seen = weight[i]! / precision[i]! - settings.unitShare * own
    const gain = prior / (prior + Math.max(seen, 1e-6))
    effects[u]! += gain * (residual[i]! - effects[u]!)
    variances[u] = prior * (1 - gain)
  }
  return { names: data.units.names, effects: Array.from(effects), variances: Array.from(variances) }
}

function medianDays(data: Encoded, rows: Int32Array): number {
  const lnDays = Float64Array.from(rows, row => data.lnDays[row]!).sort()
  return Math.exp(lnDays[lnDays.length >> 1] ?? 0)
}

function priorMeanOf(data: Encoded, { rows, target }: FitRequest, currency: number): number {
  const first = rows.find(row => data.currencies.of[row] === currency)
  return first === undefined ? 0 : data.priorMean[target][first]!
}

/** Least ln spend of each currency and the variance of ln spend around its median, with one order of variance 1 before any. */
function spendsOf(data: Encoded, { rows, center }: FitRequest) {
  return data.currencies.names.map((_, c) => {
    let least = center[c]!
    let squares = 1
    let orders = 1
    for (const row of rows) {
      if (data.currencies.of[row] !== c) continue
      least = Math.min(least, data.logSpend[row]!)
      squares += (data.logSpend[row]! - center[c]!) ** 2
      orders++
    }
    return { least, variance: squares / orders }
  })
}

/**
 * What a spend of zero is worth: files round to whole units, so that such rows deliver a little. The mean and the spread of
 * their own counts tell, with five rows of a fifth of the least spend before any.
 */
function zeroSpend({ rows, count, squares }: Unpaid, least: number, logRate: number) {
  const held = 5 * 0.2 * Math.exp(least)
  const logMean = Math.log((held + count * Math.exp(-logRate)) / (5 + rows))
  const mean = count / Math.max(1, rows)
  const extra = squares / Math.max(1, rows) - mean * mean - mean
  const own = mean > 0 ? Math.log(1 + Math.max(0, extra) / (mean * mean)) : 1
  const variance = (5 + rows * Math.min(4, own)) / (5 + rows)
  return { logZeroSpend: logMean - variance / 2, zeroSpendVariance: variance }
}
