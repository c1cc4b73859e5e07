import type { Forecast } from './distribution.ts'
import type { Learned } from './learned.ts'
import { type PlacePrior, toRates } from './marketPrior.ts'
import { stretch } from './poissonLogNormal.ts'

/** Joint normal of ln CPM, ln CTR and ln CVR; the covariance row by row. */
export type JointRates = {
  readonly mean: readonly [number, number, number]
  readonly covariance: readonly number[]
}

/** Units at which a correlation of the history weighs as much as that of the prior. */
const correlationWorth = 20

/**
 * The three marginal forecasts as one draw (RA1): medians and 80% widths are theirs, correlations those of residuals on the same
 * units, shrunk to the prior's. What never delivers is not in it.
 */
export function jointRatesOf(
  learned: Learned,
  prior: PlacePrior,
  forecasts: readonly Forecast[],
): JointRates {
  const distributions = forecasts.map(({ distribution, spendVariance }) => ({
    ...distribution,
    variance: distribution.variance - spendVariance,
  }))
  const isPrior = distributions.every((_, t) => isPriorAlone(forecasts[t]!, prior.covariance[4 * t]!))
  if (isPrior) return toRates(prior.mean, prior.covariance)
  const mean = distributions.map(
    (one, t) => one.logMean + Math.sqrt(one.variance) * stretch(0, one) - forecasts[t]!.logSpend,
  )
  const sigmas = distributions.map(one => {
    const width = stretch(1.2816, one) - stretch(-1.2816, one)
    return (Math.sqrt(one.variance) * width) / (2 * 1.2816)
  })
  const correlations = blendedCorrelations(learned, prior)
  const covariance = Array.from({ length: 9 }, (_, k) => {
    const i = Math.floor(k / 3)
    const j = k % 3
    return (i === j ? 1 : correlations[i + j - 1]!) * sigmas[i]! * sigmas[j]!
  })
  return toRates(mean, covariance)
}

function isPriorAlone({ own, distribution, spendVariance }: Forecast, variance: number): boolean {
  return own === null && distribution.variance === variance + spendVariance
}

export function blendedCorrelations(learned: Learned, prior: PlacePrior): readonly number[] {
  const held = [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([i, j]) => {
    const variance = (k: number) => prior.covariance[4 * k]!
    return prior.covariance[3 * i! + j!]! / Math.sqrt(variance(i!) * variance(j!))
  })
  const own = learned.correlations.map((rho, k) => {
    const units = learned.correlationUnits[k]!
    return (units * rho + correlationWorth * held[k]!) / (units + correlationWorth)
  })
  // Pairs that were counted on different units need not fit together; the prior's do.
  for (let step = 0; step < 10; step++) {
    const share = step / 10
    const mixed = own.map((rho, k) => (1 - share) * rho + share * held[k]!)
    if (determinant(mixed) > 1e-3) return mixed
  }
  return held
}

function determinant(rho: readonly number[]): number {
  const [a = 0, b = 0, c = 0] = rho
  return 1 + 2 * a * b * c - a * a - b * b - c * c
}
