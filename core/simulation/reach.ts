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
 * People who saw the ad at least 1, 2, 3 … times when `impressions` of it `reached` so many of `people`: the first is
 * `reached`, and all add up to `impressions`, as each exposure is somebody's first, second or later one. What is left
 * below half a person is in the last place.
 */
export function exposedAtLeast(
  { impressions, reached }: { readonly impressions: number; readonly reached: number },
  people: number,
  dispersion: number,
): number[] {
  if (impressions <= 0 || people <= 0) return []
  const mean = impressions / people
  const odds = mean / (mean + dispersion)
  let exactly = Math.exp(-dispersion * Math.log(1 + mean / dispersion))
  let atLeast = 1 - exactly
  const repeated = impressions - people * atLeast
  // What was drawn may lie beside what was expected: later exposures share the difference alike.
  const scale = repeated > 0 ? (impressions - reached) / repeated : 0
  const exposed = [reached]
  let last = reached
  let rest = impressions - reached
  for (let times = 1; rest > 1e-9; times++) {
    exactly *= (odds * (dispersion + times - 1)) / times
    atLeast -= exactly
    const next = people * atLeast * scale
    last = Math.min(rest, last, next >= 0.5 ? next : rest)
    exposed.push(last)
    rest -= last
  }
  return exposed
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
