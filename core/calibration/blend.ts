import { normalQuantile } from '../simulation/variates.ts'
import { mix } from './mix.ts'
import { countTransform } from './poissonLogNormal.ts'
import { settings } from './settings.ts'
import type { Checked } from './validate.ts'

/** Both parts of a forecast in one log-normal: quantiles on the log scale are averaged, so that one hump stays one. */
export function blend(
  part: Pick<Checked, 'mean' | 'variance' | 'pooledMean' | 'pooledVariance'>,
  pooledWeight: number,
): { mean: number; variance: number } {
  const own = 1 - pooledWeight
  return {
    mean: own * part.mean + pooledWeight * part.pooledMean,
    variance: (own * Math.sqrt(part.variance) + pooledWeight * Math.sqrt(part.pooledVariance)) ** 2,
  }
}

/** ln density of what came, with ln(y + ½) normal; one order costs at most 8. */
export function blendedScore(checked: readonly Checked[], pooledWeight: number): number {
  let sum = 0
  for (const one of checked) {
    if (one.actual === 0 && one.zeroShare > 0.2) continue
    const { mean, variance } = blend(one, pooledWeight)
    const spread = variance + 1 / (Math.exp(mean) + 0.5)
    const z = (Math.log(one.actual + 0.5) - mean) ** 2 / spread
    sum -= Math.min(8, 0.5 * (z + Math.log(spread)))
  }
  return sum
}

/** The weight of the pooled rate that forecast the checked orders best, with a preference that fades as they add up. */
export function choosePooledWeight(checked: readonly Checked[], orders: number): number {
  const prior = settings.pooledWorth / (settings.pooledWorth + orders)
  const worth = Math.min(1, settings.checksWorth / Math.max(1, checked.length))
  let best = prior
  let bestScore = Number.NEGATIVE_INFINITY
  for (const weight of [...settings.pooledGrid, prior]) {
    const score = worth * blendedScore(checked, weight) - settings.pooledPenalty * Math.abs(weight - prior)
    if (score <= bestScore) continue
    bestScore = score
    best = weight
  }
  return best
}

const centers = [0.6745, 1.2816, 1.96] as const
const shares = [0.5, 0.8, 0.95] as const

/**
 * Factors that make the 50, 80 and 95% intervals of the checked orders cover what they say (split conformal prediction,
 * Vovk), recent orders more, shrunk to 1 while few were checked.
 */
export function fitWidths(checked: readonly Checked[], pooledWeight: number): [number, number, number] {
  const sizes: { readonly z: number; readonly weight: number }[] = []
  const latest = checked.reduce((latest, { age }) => Math.max(latest, age), 0)
  checked.forEach((one, i) => {
    const { mean, variance } = blend(one, pooledWeight)
    const distribution = { logMean: mean, variance, zeroShare: one.zeroShare }
    const drawn = countTransform(distribution, one.actual, (mix(i + 1) + 0.5) / 4294967296)
    const plain = (drawn - one.zeroShare) / (1 - one.zeroShare)
    const leaning = normalQuantile(Math.min(1 - 1e-7, Math.max(1e-7, plain))) - one.shift
    const z = Math.abs(leaning) / (leaning > 0 ? 1 + one.lean : 1 - one.lean)
    if (plain <= 0) return
    sizes.push({ z, weight: 2 ** ((one.age - latest) / settings.halfLife) })
  })
  sizes.sort((a, b) => a.z - b.z)
  const total = sizes.reduce((sum, { weight }) => sum + weight, 0)
  const factor = (k: 0 | 1 | 2): number => {
    if (total === 0) return 1
    const raw = Math.log(Math.max(1e-3, quantileOf(sizes, shares[k] * (total + 1))) / centers[k])
    const [low, high] = settings.widthBounds
    return Math.max(low, Math.min(high, Math.exp((raw * total) / (total + settings.widthWorth[k]))))
  }
  return risingWidths(factor(0), factor(1), factor(2))
}

/** Stretched quantiles must not cross: each of the three stays outside the one before. */
function risingWidths(inner: number, middle: number, outer: number): [number, number, number] {
  const second = Math.max(middle, (inner * centers[0] * 1.02) / centers[1])
  const third = Math.max(outer, (second * centers[1] * 1.02) / centers[2])
  return [inner, second, third]
}

function quantileOf(sizes: readonly { readonly z: number; readonly weight: number }[], rank: number): number {
  let sum = 0
  for (const { z, weight } of sizes) {
    sum += weight
    if (sum >= rank) return z
  }
  return sizes.at(-1)?.z ?? 1
}
