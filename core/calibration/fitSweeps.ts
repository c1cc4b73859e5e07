import type { FitState, LevelState } from './fitState.ts'
import { settings } from './settings.ts'
import { smoothTrend } from './trend.ts'

/** Each currency's level around the prior of its place. */
export function sweepCurrencies(state: FitState): void {
  const { currency, currencyPriors } = state
  gather(state, currency)
  for (let c = 0; c < currency.effects.length; c++) {
    const total = currency.weights[c]! + 1 / currencyPriors[c]!
    currency.effects[c] = currency.sums[c]! / total
    currency.variances[c] = 1 / total
  }
  spreadOut(state, currency)
}

/** Shrunken means of one level, and the spread between its values (an EM step with the prior as so many more values). */
export function sweepLevel(state: FitState, level: LevelState): void {
  const { effects, variances, sums, weights, spread } = level
  gather(state, level)
  const floor = settings.valueShared + settings.valueDrift * state.age * spread
  let squares = settings.levelsWorth * level.prior
  let values = settings.levelsWorth as number
  for (let v = 0; v < effects.length; v++) {
    const held = 1 / (1 + floor * weights[v]!)
    const total = weights[v]! * held + 1 / spread
    effects[v] = (sums[v]! * held) / total
    variances[v] = 1 / total
    if (!(weights[v]! > 0)) continue
    squares += Math.min(settings.levelsWidest ** 2, effects[v]! ** 2 + 1 / total)
    values++
  }
  if (!level.isFixed) level.spread = Math.max(1e-4, squares / values)
  spreadOut(state, level)
}

/** Takes the level's own effect back into the residuals and sums them by value. */
function gather({ size, residual, precision, fitted }: FitState, level: LevelState): void {
  const { of, effects, sums, weights } = level
  sums.fill(0)
  weights.fill(0)
  for (let i = 0; i < size; i++) {
    const value = of[i]!
    if (value < 0) continue
    const effect = effects[value]!
    fitted[i]! -= effect
    residual[i]! += effect
    sums[value]! += precision[i]! * residual[i]!
    weights[value]! += precision[i]!
  }
}

function spreadOut({ size, residual, fitted }: FitState, { of, effects }: LevelState): void {
  for (let i = 0; i < size; i++) {
    const value = of[i]!
    if (value < 0) continue
    const effect = effects[value]!
    fitted[i]! += effect
    residual[i]! -= effect
  }
}

/** Ridge slopes, one after another. */
export function sweepSlopes(state: FitState): void {
  const { size, design, residual, precision, fitted, slopes, slopeVariances } = state
  design.forEach((column, k) => {
    const before = slopes[k]!
    let weighted = 0
    let total = 1 / settings.slopeDeviation ** 2
    for (let i = 0; i < size; i++) {
      const x = column[i]!
      weighted += precision[i]! * x * (residual[i]! + before * x)
      total += precision[i]! * x * x
    }
    const after = weighted / total
    slopes[k] = after
    slopeVariances[k] = 1 / total
    const change = after - before
    for (let i = 0; i < size; i++) {
      fitted[i]! += change * column[i]!
      residual[i]! -= change * column[i]!
    }
  })
}

/** The level of each currency over time, and how fast it drifts. */
export function sweepTrends(state: FitState): void {
  const { size, residual, precision, fitted } = state
  let squares = settings.driftWorth * settings.driftPerDay
  let steps = settings.driftWorth as number
  for (const trend of state.trends) {
    if (!trend) continue
    const n = trend.means.length
    const sums = { precision: new Float64Array(n), weighted: new Float64Array(n) }
    for (let i = 0; i < size; i++) {
      const t = trend.of[i]!
      if (t < 0) continue
      fitted[i]! -= trend.means[t]!
      residual[i]! += trend.means[t]!
      sums.precision[t]! += precision[i]!
      sums.weighted[t]! += precision[i]! * residual[i]!
    }
    Object.assign(trend, smoothTrend(sums, state.driftPerDay * trend.width))
    for (let i = 0; i < size; i++) {
      const t = trend.of[i]!
      if (t < 0) continue
      fitted[i]! += trend.means[t]!
      residual[i]! -= trend.means[t]!
    }
    squares += trend.squaredSteps / trend.width
    steps += n - 1
  }
  state.driftPerDay = Math.max(settings.driftFloor, squares / steps)
}
