import { normalQuantile } from '../simulation/variates.ts'

/** A forecast of a count and what came. */
export type Outcome = {
  readonly actual: number
  readonly p025: number
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p975: number
}

export type CoverageShown = {
  readonly level: 50 | 80 | 95
  readonly n: number
  readonly inside: number
  readonly share: number | null
  /** A 95% interval of the share. */
  readonly low: number | null
  readonly high: number | null
}

export type AccuracySummary = {
  readonly n: number
  readonly coverage: CoverageShown[]
  /** Mean of ln(actual + ½) − ln(p50 + ½): above 0 where forecasts were too low. */
  readonly bias: number | null
  readonly biasError: number | null
}

const intervals = [
  { level: 50, low: 'p25', high: 'p75' },
  { level: 80, low: 'p10', high: 'p90' },
  { level: 95, low: 'p025', high: 'p975' },
] as const

/** How often intervals held what they promise, and whether forecasts were too high or too low (CA6). */
export function accuracySummary(outcomes: readonly Outcome[]): AccuracySummary {
  const n = outcomes.length
  const errors = outcomes.map(({ actual, p50 }) => Math.log(actual + 0.5) - Math.log(p50 + 0.5))
  const bias = n === 0 ? null : sumOf(errors) / n
  return {
    n,
    coverage: intervals.map(({ level, low, high }) =>
      coverageOf(
        level,
        outcomes.filter(each => each[low] <= each.actual && each.actual <= each[high]).length,
        n,
      ),
    ),
    bias,
    biasError: bias === null || n < 2 ? null : standardError(errors, bias),
  }
}

function coverageOf(level: CoverageShown['level'], inside: number, n: number): CoverageShown {
  if (n === 0) return { level, n, inside, share: null, low: null, high: null }
  return { level, n, inside, share: inside / n, ...wilson(inside, n) }
}

/** Wilson's 95% interval of a share: it stays between 0 and 1, and holds what it says for a handful of orders too. */
export function wilson(inside: number, n: number): { readonly low: number; readonly high: number } {
  const z = normalQuantile(0.975)
  const share = inside / n
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return {
    low: inside === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: inside === n ? 1 : Math.min(1, (centre + half) / scale),
  }
}

function standardError(values: readonly number[], mean: number): number {
  const squares = sumOf(values.map(value => (value - mean) ** 2))
  return Math.sqrt(squares / (values.length - 1) / values.length)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
