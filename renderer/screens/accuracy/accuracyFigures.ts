import { accuracySummary } from '../../../core/calibration/coverage.ts'
import type { Accuracy } from '../../../core/contract/accuracy.ts'

export type AccuracyPoint = Accuracy['points'][number]
export type AccuracySummary = Accuracy['real']

/** How the orders did that a filter left; the backend says the same of all of them. */
export const summaryOf: (points: readonly AccuracyPoint[]) => AccuracySummary = accuracySummary

/** Shares of `n` that intervals which keep their word still show in 95 of 100 cases. */
export function luckRange(n: number, promised: number): { readonly low: number; readonly high: number } {
  let logChance = n * Math.log(1 - promised)
  let sum = 0
  let low: number | undefined
  for (let k = 0; k <= n; k++) {
    sum += Math.exp(logChance)
    if (low === undefined && sum > 0.025) low = k
    if (sum >= 0.975) return { low: (low ?? 0) / n, high: k / n }
    logChance += Math.log((n - k) / (k + 1)) + Math.log(promised / (1 - promised))
  }
  return { low: (low ?? 0) / Math.max(1, n), high: 1 }
}

export type CoverageVerdict = 'none' | 'holds' | 'narrow' | 'wide'

/** Whether as many fell inside as was promised, as far as so many orders can tell. */
export function coverageVerdict(coverage: AccuracySummary['coverage'][number] | undefined): CoverageVerdict {
  if (coverage === undefined || coverage.share === null || coverage.n === 0) return 'none'
  const luck = luckRange(coverage.n, coverage.level / 100)
  if (coverage.share < luck.low) return 'narrow'
  return coverage.share > luck.high ? 'wide' : 'holds'
}

/** Half of the orders were further than this from the middle of their forecast, as a factor above 1. */
export function typicalMiss(points: readonly AccuracyPoint[]): number | undefined {
  const sizes = points
    .map(({ actual, p50 }) => Math.abs(Math.log((actual + 0.5) / (p50 + 0.5))))
    .toSorted((a, b) => a - b)
  const [lower, upper] = [sizes[Math.floor((sizes.length - 1) / 2)], sizes[Math.floor(sizes.length / 2)]]
  return lower === undefined || upper === undefined ? undefined : Math.exp((lower + upper) / 2)
}
