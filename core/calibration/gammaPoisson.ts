import { centralEnd } from './centralEnd.ts'
import { gammaCdf, logGamma } from './specialFunctions.ts'

/** A count whose mean is gamma with the given mean and shape: the negative binomial. */
export type GammaPoisson = { readonly mean: number; readonly shape: number }

/** Up to this count probabilities are summed; above it the gamma distribution of the mean is taken at k + ½. */
const exactTo = 300

export function gammaPoissonQuantiles(forecast: GammaPoisson, probabilities: ArrayLike<number>): number[] {
  return quantilesBy(forecast, probabilities, (_, k) => k)
}

/** Ends of central intervals (`centralEnd`), and the quantile at a half. */
export function gammaPoissonEnds(forecast: GammaPoisson, probabilities: ArrayLike<number>): number[] {
  return quantilesBy(forecast, probabilities, centralEnd)
}

function quantilesBy(
  { mean, shape }: GammaPoisson,
  probabilities: ArrayLike<number>,
  told: typeof centralEnd,
): number[] {
  const result: number[] = []
  if (!(mean > 0)) return Array.from(probabilities, () => 0)
  const odds = mean / (mean + shape)
  let mass = Math.exp(shape * Math.log(shape / (mean + shape)))
  let sum = mass
  let k = 0
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!
    if (mean >= exactTo) {
      const middle = (mean / shape) * gammaQuantile(shape, p)
      k = Math.max(k, Math.ceil(middle - 0.5))
      result.push(told(p, k, k - middle))
      continue
    }
    for (; sum < p && k < 20 * exactTo; k++) {
      mass *= ((shape + k) / (k + 1)) * odds
      sum += mass
    }
    result.push(told(p, k, sum - mass / 2 - p))
  }
  return result
}

const known = new Map<number, Map<number, number>>()

function gammaQuantile(shape: number, p: number): number {
  const ofShape = known.get(shape) ?? new Map<number, number>()
  known.set(shape, ofShape)
  const quantile = ofShape.get(p) ?? findGammaQuantile(shape, p)
  ofShape.set(p, quantile)
  return quantile
}

function findGammaQuantile(shape: number, p: number): number {
  let low = -60
  let high = Math.log(shape + 20 * Math.sqrt(shape) + 40)
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (gammaCdf(shape, Math.exp(middle)) < p) low = middle
    else high = middle
  }
  return Math.exp(high)
}

/** Shapes that are tried: variances of ln mean from about 4 down to 0.01. */
const shapes = Array.from({ length: 17 }, (_, i) => 0.15 * 2 ** (i / 2))

/** The shape that makes the counts most likely, given their means; a weak preference for one keeps few counts from running off. */
export function fitShape(counts: ArrayLike<number>, means: ArrayLike<number>): number {
  const step = Math.max(1, Math.ceil(counts.length / 2000))
  let best = 1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const shape of shapes) {
    const atShape = logGamma(shape)
    let score = -(Math.log(shape / 2) ** 2) / 2
    for (let i = 0; i < counts.length; i += step) {
      const y = counts[i]!
      const mean = means[i]!
      if (!(mean > 0)) continue
      score += logGamma(y + shape) - atShape + shape * Math.log(shape / (mean + shape))
      score += y * Math.log(mean / (mean + shape))
    }
    if (score <= bestScore) continue
    bestScore = score
    best = shape
  }
  return best
}
