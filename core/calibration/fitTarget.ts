import type { Encoded } from './encode.ts'
import { type FitRequest, type FitState, makeState } from './fitState.ts'
import { sweepCurrencies, sweepLevel, sweepSlopes, sweepTrends } from './fitSweeps.ts'
import type { LearnProgress } from './learned.ts'
import { settings } from './settings.ts'
import { structuralZeros } from './structuralZeros.ts'

/** Rounds of the fit: effects have settled to a few thousandths by then. */
const rounds = 20

/**
 * y ~ Poisson(exp η), η = ln spend + prior of the place + currency + slopes + trend + levels + e, e ~ N(0, σ² exp(γ s)): by turns
 * the most likely η of each row, one sweep over effects given a normal observation of each η, and the variances given
 * effects (an EM step). Counts are observations: of a row with few clicks the working variance σ² + 1/exp η is mostly the second.
 */
export function* fitTarget(data: Encoded, request: FitRequest): Generator<LearnProgress, FitState> {
  const zeros = yield* structuralZeros(data, request)
  yield { fraction: 0, note: 'fitting' }
  const state = makeState(data, request, zeros)
  for (let round = 0; round < rounds; round++) {
    yield { fraction: round / rounds, note: 'fitting' }
    updateRows(state)
    sweepCurrencies(state)
    sweepSlopes(state)
    if (round >= 2) sweepTrends(state)
    for (const level of state.levels) if (level) sweepLevel(state, level)
    if (state.weekday) sweepLevel(state, state.weekday)
    if (state.unit) sweepLevel(state, state.unit)
    updateNoise(state)
  }
  return state
}

/** The most likely η of each row given what its effects say, and the normal observation that stands for its count. */
function updateRows(state: FitState): void {
  const { size, counts, weight, fitted, eta, offset, residual, precision, spend } = state
  for (let i = 0; i < size; i++) {
    const noise = state.noise * Math.exp(state.noiseSlope * spend[i]!)
    const center = fitted[i]! + offset[i]!
    const y = counts[i]!
    let x = eta[i]!
    let rate = 0
    for (let step = 0; step < 2; step++) {
      rate = Math.exp(x)
      const move = (y - rate - (x - center) / noise) / (rate + 1 / noise)
      x += Math.max(-2, Math.min(2, move))
    }
    rate = Math.exp(x)
    eta[i] = x
    const variance = noise + 1 / rate
    residual[i] = x + (y - rate) / rate - center
    precision[i] = weight[i]! / variance
  }
}

/** σ² and γ given effects: expected squares of e, with the prior as so many more orders. */
function updateNoise(state: FitState): void {
  const { size, weight, fitted, eta, offset, spend } = state
  let sum = settings.noiseWorth * state.noisePrior
  let total = settings.noiseWorth as number
  let slope = 0
  let curvature = 0
  for (let i = 0; i < size; i++) {
    const scale = Math.exp(state.noiseSlope * spend[i]!)
    const noise = state.noise * scale
    const error = eta[i]! - fitted[i]! - offset[i]!
    const square = error * error + 1 / (1 / noise + Math.exp(eta[i]!))
    sum += (weight[i]! * square) / scale
    total += weight[i]!
    slope -= 0.5 * weight[i]! * spend[i]! * (1 - square / noise)
    curvature += 0.5 * weight[i]! * spend[i]! * spend[i]! * (square / noise)
  }
  state.noise = sum / total
  const pull = 1 / settings.noiseSlopeDeviation ** 2
  const move = (slope - pull * (state.noiseSlope - settings.noiseSlope)) / (curvature + pull)
  state.noiseSlope = Math.max(-0.6, Math.min(0.3, state.noiseSlope + Math.max(-0.1, Math.min(0.1, move))))
}
