import type { HistoryTarget } from './history.ts'

/** Probabilities that are told of each forecast. */
export const toldProbabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const
/** Middles of 50 equal parts: the CRPS is twice the mean loss of quantiles over them. */
export const crpsProbabilities = Array.from({ length: 50 }, (_, i) => (i + 0.5) / 50)

/** CRPS by its quantiles: 2 ∫ (1{y < q(p)} − p)(q(p) − y) dp. */
export function crpsOf(quantiles: readonly number[], actual: number): number {
  let sum = 0
  quantiles.forEach((q, i) => {
    sum += ((actual < q ? 1 : 0) - crpsProbabilities[i]!) * (q - actual)
  })
  return (2 * sum) / quantiles.length
}

export type Coverage = { readonly share: number; readonly standardError: number }

export type Scores = {
  readonly n: number
  /** Sum of |actual − median| over the sum of actuals. */
  readonly wape: number
  /** Sum of median − actual over the sum of actuals. */
  readonly bias: number
  readonly coverage50: Coverage
  readonly coverage80: Coverage
  readonly coverage95: Coverage
  /** Mean width of the 80% interval, over the mean actual. */
  readonly meanWidth: number
  /** Interval score of the 80% interval, over the mean actual. */
  readonly intervalScore: number
  /** Continuous ranked probability score, over the mean actual. */
  readonly crps: number
}

/** A forecast as it is scored: the seven quantiles, the CRPS it earned, and what happened. */
export type Scored = {
  readonly target: HistoryTarget
  readonly actual: number
  readonly quantiles: readonly number[]
  readonly crps: number
}

/** Scores of forecasts of one target. Over a sum of actuals of zero the losses are divided by 1. */
export function scoresOf(scored: readonly Scored[]): Scores {
  const sums = { actual: 0, loss: 0, bias: 0, width: 0, interval: 0, crps: 0 }
  for (const { actual, quantiles, crps } of scored) {
    const [, low = 0, , median = 0, , high = 0] = quantiles
    sums.actual += actual
    sums.loss += Math.abs(actual - median)
    sums.bias += median - actual
    sums.width += high - low
    sums.interval += high - low + 10 * (Math.max(0, low - actual) + Math.max(0, actual - high))
    sums.crps += crps
  }
  const scale = sums.actual || 1
  return {
    n: scored.length,
    wape: sums.loss / scale,
    bias: sums.bias / scale,
    coverage50: coverageOf(scored, 2, 4),
    coverage80: coverageOf(scored, 1, 5),
    coverage95: coverageOf(scored, 0, 6),
    meanWidth: sums.width / scale,
    intervalScore: sums.interval / scale,
    crps: sums.crps / scale,
  }
}

function coverageOf(scored: readonly Scored[], low: number, high: number): Coverage {
  const n = scored.length
  let within = 0
  for (const { actual, quantiles } of scored)
    if (actual >= quantiles[low]! && actual <= quantiles[high]!) within++
  const share = n ? within / n : 0
  // One success and one failure more keep the error of a share of 0 or 1 above nothing.
  const safe = (within + 1) / (n + 2)
  return { share, standardError: Math.sqrt((safe * (1 - safe)) / Math.max(1, n)) }
}
