import { quantile } from './quantile.ts'
import type { Spread } from './spread.ts'

const levels = { p025: 0.025, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p975: 0.975 } as const

/**
 * Mean and quantiles of `values`, one per replicate. Quantiles are values that occurred (inverse of the empirical
 * distribution), so counts stay whole. An infinite value, such as the cost per order of a replicate without orders, sorts
 * last and is told as null. `mean` overrides the plain mean where a ratio of totals is meant.
 */
export function spreadOf(values: Float64Array, mean: number = meanOf(values)): Spread {
  const sorted = values.slice().sort()
  const at = (level: number): number | null => tidy(quantile(sorted, level))
  return {
    mean: tidy(mean),
    p025: at(levels.p025),
    p10: at(levels.p10),
    p25: at(levels.p25),
    p50: at(levels.p50),
    p75: at(levels.p75),
    p90: at(levels.p90),
    p975: at(levels.p975),
  }
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

/** Twelve significant digits: more than any reader needs, and without the noise of the last bits. */
function tidy(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : null
}
