import { normalQuantile } from '../simulation/variates.ts'
import { centralEnd } from './centralEnd.ts'
import { normalCdf } from './specialFunctions.ts'

/**
 * A count whose mean is log-normal, and that is never anything but zero with probability `zeroShare`. Widths are stretched
 * by what the back-test taught: a quantile at z of the normal is taken at z times the factor there.
 */
export type CountDistribution = {
  readonly logMean: number
  readonly variance: number
  readonly zeroShare: number
  readonly widths: readonly [number, number, number]
  /** Standard deviations that the middle is moved by, and by which part the upper side is wider, the lower narrower. */
  readonly shift: number
  readonly lean: number
}

/** The part of a distribution that is not stretched. */
export type PlainCount = Pick<CountDistribution, 'logMean' | 'variance' | 'zeroShare'>

/** Up to this count the distribution is summed exactly; above it ln(k + ½) is normal with the Poisson variance at k. */
const exactTo = 60
const nodes = 81
const nodeZ = Float64Array.from({ length: nodes }, (_, i) => -5 + (10 * i) / (nodes - 1))
const nodeWeight = nodeZ.map(z => Math.exp((-z * z) / 2))
const nodeSum = nodeWeight.reduce((sum, weight) => sum + weight, 0)
for (let i = 0; i < nodes; i++) nodeWeight[i]! /= nodeSum

/** Quantiles at the given probabilities, in rising order: whole numbers that never fall. */
export function countQuantiles(distribution: CountDistribution, probabilities: ArrayLike<number>): number[] {
  const table = tableOf(distribution)
  return rising(probabilities, p => quantileAt(distribution, table, p))
}

/** The same, but for those below and above a half the ends of the central intervals between them (`centralEnd`). */
export function countEnds(distribution: CountDistribution, probabilities: ArrayLike<number>): number[] {
  const table = tableOf(distribution)
  return rising(probabilities, p => {
    const k = quantileAt(distribution, table, p)
    const middle = (cdfAt(distribution, table, k - 1) + cdfAt(distribution, table, k)) / 2
    return centralEnd(p, k, middle - p)
  })
}

function rising(probabilities: ArrayLike<number>, at: (p: number) => number): number[] {
  let last = 0
  return Array.from(probabilities, p => (last = Math.max(last, at(p))))
}

/** P(count ≤ k). */
export function countCdf(distribution: CountDistribution, k: number): number {
  return cdfAt(distribution, k <= exactTo ? cdfTable(distribution) : null, k)
}

/** Where a count lies in the distribution, drawn within its step: uniform where the distribution is right. */
export function countTransform(distribution: PlainCount, k: number, drawn: number): number {
  const { zeroShare } = distribution
  if (k > exactTo) {
    const below = tailCdf(distribution, k - 1)
    return zeroShare + (1 - zeroShare) * (below + drawn * (tailCdf(distribution, k) - below))
  }
  const table = cdfTable(distribution, k)
  const below = k > 0 ? zeroShare + (1 - zeroShare) * table[k - 1]! : 0
  return below + drawn * (zeroShare + (1 - zeroShare) * table[k]! - below)
}

type Stretch = Pick<CountDistribution, 'widths' | 'shift' | 'lean'>

/** z of the quantile to take for z: the factors of the 50, 80 and 95% widths, with straight lines between them. */
export function stretch(z: number, { widths, shift, lean }: Stretch): number {
  const size = Math.abs(z)
  const [inner, middle, outer] = widths
  let factor = outer
  if (size < 0.6745) factor = inner
  else if (size < 1.2816) factor = inner + ((middle - inner) * (size - 0.6745)) / 0.6071
  else if (size < 1.96) factor = middle + ((outer - middle) * (size - 1.2816)) / 0.6784
  return shift + z * factor * (z > 0 ? 1 + lean : 1 - lean)
}

/** z whose stretch is the given one. */
function unstretch(stretched: number, shape: Stretch): number {
  let low = -40
  let high = 40
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (stretch(middle, shape) < stretched) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Mean of the rate itself over its stretched quantiles: finite however wide. */
export function countMean(distribution: CountDistribution): number {
  const { logMean, variance, zeroShare } = distribution
  const sd = Math.sqrt(variance)
  let sum = 0
  for (let i = 0; i < 64; i++)
    sum += Math.exp(logMean + sd * stretch(normalQuantile((i + 0.5) / 64), distribution))
  return ((1 - zeroShare) * sum) / 64
}

function tableOf(distribution: CountDistribution): Float64Array | null {
  const { logMean, variance } = distribution
  return logMean - 5 * Math.sqrt(variance) < Math.log(exactTo) + 1 ? cdfTable(distribution) : null
}

function quantileAt(distribution: CountDistribution, table: Float64Array | null, p: number): number {
  const { zeroShare } = distribution
  const plain = (p - zeroShare) / (1 - zeroShare)
  if (!(plain > 0)) return 0
  const within = normalCdf(stretch(normalQuantile(plain), distribution))
  if (table && within <= table[exactTo]!) {
    let low = 0
    let high = exactTo
    while (low < high) {
      const middle = (low + high) >> 1
      if (table[middle]! >= within) high = middle
      else low = middle + 1
    }
    return low
  }
  return tailQuantile(distribution, Math.min(within, 1 - 1e-12))
}

function cdfAt(distribution: CountDistribution, table: Float64Array | null, k: number): number {
  if (k < 0) return 0
  const { zeroShare } = distribution
  const within = table && k <= exactTo ? table[k]! : tailCdf(distribution, k)
  const z = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-300, within)))
  return zeroShare + (1 - zeroShare) * normalCdf(unstretch(z, distribution))
}

function tailQuantile({ logMean, variance }: CountDistribution, p: number): number {
  const z = normalQuantile(p)
  let x = logMean + z * Math.sqrt(variance)
  for (let i = 0; i < 6; i++) x = logMean + z * Math.sqrt(variance + Math.exp(-Math.max(x, 0)))
  return Math.max(0, Math.ceil(Math.exp(Math.min(x, 34)) - 0.5))
}

function tailCdf({ logMean, variance }: PlainCount, k: number): number {
  return normalCdf((Math.log(k + 0.5) - logMean) / Math.sqrt(variance + 1 / (k + 0.5)))
}

/** P(count ≤ k) for k up to `exactTo`, without the zero share: Poisson probabilities over nodes of the normal. */
function cdfTable({ logMean, variance }: PlainCount, upTo: number = exactTo): Float64Array {
  const table = new Float64Array(upTo + 1)
  const sd = Math.sqrt(variance)
  for (let i = 0; i < nodes; i++) {
    const lambda = Math.exp(logMean + sd * nodeZ[i]!)
    let mass = nodeWeight[i]! * Math.exp(-lambda)
    let sum = 0
    for (let k = 0; k <= upTo && sum < nodeWeight[i]!; k++) {
      if (k > 0) mass *= lambda / k
      sum += mass
      table[k]! += mass
    }
  }
  for (let k = 1; k <= upTo; k++) table[k]! += table[k - 1]!
  return table
}
