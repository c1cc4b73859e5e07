import { normalQuantile } from '../simulation/variates.ts'
import type { FitState } from './fitState.ts'
import { mix } from './mix.ts'
import { countTransform } from './poissonLogNormal.ts'
import { settings } from './settings.ts'

/** How orders depart from a normal on the log scale: the middle is moved, and one side is wider than the other. */
export type Lean = { readonly shift: number; readonly lean: number }

const mostRows = 2000

/**
 * From the probability transforms of the counts that were fitted (drawn within the step of a count), so that a drift after them
 * cannot move it: cheap orders are rarer than dear ones are frequent, and a mean of logarithms is not the median.
 */
export function residualLean(state: FitState): Lean {
  const { size, counts, fitted, offset, noise, noiseSlope, spend, weight } = state
  const step = Math.max(1, Math.ceil(size / mostRows))
  const found: { readonly z: number; readonly weight: number }[] = []
  for (let i = 0; i < size; i += step) {
    if (weight[i]! < 1e-3) continue
    const variance = noise * Math.exp(noiseSlope * spend[i]!)
    const distribution = { logMean: fitted[i]! + offset[i]!, variance, zeroShare: 0 }
    const u = countTransform(distribution, counts[i]!, (mix(i + 1) + 0.5) / 4294967296)
    found.push({ z: normalQuantile(Math.min(1 - 1e-6, Math.max(1e-6, u))), weight: weight[i]! })
  }
  found.sort((a, b) => a.z - b.z)
  const total = found.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return { shift: 0, lean: 0 }
  const at = (p: number) => {
    let sum = 0
    for (const { z, weight } of found) {
      sum += weight
      if (sum >= p * total) return z
    }
    return 0
  }
  const trust = total / (total + settings.leanWorth)
  const middle = at(0.5)
  const below = middle - at(0.1)
  const above = at(0.9) - middle
  const lean = below + above > 0 ? (above - below) / (above + below) : 0
  return {
    shift: trust * Math.max(-0.6, Math.min(0.6, middle)),
    lean: trust * Math.max(-0.5, Math.min(0.5, lean)),
  }
}
