// Exposures per person follow a negative binomial with dispersion k around mean I/N (DE8; domain R7).

/** People reached at least once by `impressions` among `people`. */
export function reachOf(impressions: number, people: number, dispersion: number): number {
  if (impressions <= 0 || people <= 0) return 0
  return people * -expm1(-dispersion * Math.log(1 + impressions / (people * dispersion)))
}

/** Standard deviation of the people reached when exactly `impressions` were shown. */
export function reachSd(impressions: number, people: number, dispersion: number): number {
  if (impressions <= 1 || people <= 0) return 0
  const mean = impressions / people
  const missed = (times: number): number => Math.exp(-dispersion * Math.log(1 + (times * mean) / dispersion))
  // Poisson exposures, less what knowing their sum takes away.
  const free = missed(1) - missed(2)
  const known = mean * Math.exp(-2 * (dispersion + 1) * Math.log(1 + mean / dispersion))
  return Math.sqrt(Math.max(0, people * (free - known)))
}

/**
 * CTR factor of the next impression when each earlier exposure of the same person multiplied it by `factor` (DE9): the
 * next impression finds people in proportion to how often they are met, so their exposures are gamma-Poisson with k + 1.
 */
export function fatigueOf(impressions: number, people: number, dispersion: number, factor: number): number {
  if (impressions <= 0 || people <= 0) return 1
  const load = ((1 - factor) * impressions) / (people * dispersion)
  // To first order while exposures are rare; the next term is below 1e-7.
  if (load < 1e-4) return 1 - (dispersion + 1) * load
  return Math.exp(-(dispersion + 1) * Math.log(1 + load))
}

/** exp(x) - 1 without cancellation near 0, from basic operations only. */
function expm1(x: number): number {
  return Math.abs(x) < 1e-5 ? x * (1 + x / 2 + (x * x) / 6) : Math.exp(x) - 1
}
