/**
 * Where a central interval of a count ends. Between its quantiles an interval of whole numbers holds at least its level, and of
 * small counts far more; so the mid-distribution function P(count < k) + P(count = k) / 2 decides (Parzen): of a count that
 * straddles the end, the middle of its probability says whether it is inside. `quantile` is the least k with P(count ≤ k) ≥ p,
 * `excess` has the sign of the mid-distribution function there less p. The median is left as it is.
 */
export function centralEnd(p: number, quantile: number, excess: number): number {
  if (p < 0.5 && excess < 0) return quantile + 1
  if (p > 0.5 && excess > 0) return quantile - 1
  return quantile
}
