/** The smallest of `sorted` (ascending, not empty) that a share `level` of them does not exceed. */
export function quantile(sorted: Float64Array, level: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * level - 1e-9) - 1)]!
}

/**
 * Standard error of a quantile (FO7): a quarter of the distance between the values two standard deviations of the count
 * below it to either side, which assumes nothing of the distribution.
 */
export function quantileError(sorted: Float64Array, level: number): number {
  const count = sorted.length
  const places = (2 * Math.sqrt(count * level * (1 - level))) / count
  const low = quantile(sorted, Math.max(0, level - places))
  const high = quantile(sorted, Math.min(1, level + places))
  return (high - low) / 4
}
