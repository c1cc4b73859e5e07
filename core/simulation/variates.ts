import type { Stream } from './stream.ts'

// Only +, -, *, /, sqrt, exp and log are used: the first five are exact by IEEE 754, exp and log come from the same
// portable code in every build of the engine, so results do not depend on the machine.

/** ln k! : a table for small k, Stirling's series (error below 1e-13) above. */
const logFactorials = new Float64Array(256)
for (let k = 2; k < 256; k++) logFactorials[k] = logFactorials[k - 1]! + Math.log(k)

export function logFactorial(k: number): number {
  if (k < 256) return logFactorials[k]!
  const x = k + 1
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + (1 / 12 - 1 / (360 * x * x)) / x
}

/** Standard normal quantile, p in (0, 1): Acklam's rational approximation, relative error below 1.2e-9. */
export function normalQuantile(p: number): number {
  if (p < 0.02425) return tailQuantile(p)
  if (p > 0.97575) return -tailQuantile(1 - p)
  const q = p - 0.5
  const r = q * q
  const numerator =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239
  const denominator =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return (numerator * q) / denominator
}

function tailQuantile(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p))
  const numerator =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
      q +
      4.374664141464968) *
      q +
    2.938163982698783
  const denominator =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q +
    1
  return numerator / denominator
}

/** A standard normal from one uniform: under common random numbers a draw moves smoothly with its uniform. */
export function normal(stream: Stream): number {
  return normalQuantile(stream.uniform())
}

/** 1 / k: a product is much faster than a quotient where one waits for the other. */
const reciprocals = Float64Array.from({ length: 101 }, (_, k) => 1 / k)

/** A Poisson count of mean `mean` >= 0: inversion below 12, Hormann's PTRS (1993) above. */
export function poisson(stream: Stream, mean: number): number {
  if (!(mean > 0)) return 0
  if (mean < 12) {
    const u = stream.uniform()
    let term = Math.exp(-mean)
    let sum = term
    let k = 0
    while (u > sum && k < 100) {
      k++
      term *= mean * reciprocals[k]!
      sum += term
    }
    return k
  }
  const root = Math.sqrt(mean)
  const b = 0.931 + 2.53 * root
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const vr = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = stream.uniform() - 0.5
    const v = stream.uniform()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= vr) return k
    if (k < 0 || (us < 0.013 && v > us)) continue
    const bound = k * Math.log(mean) - mean - logFactorial(k)
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= bound) return k
  }
}

/** A binomial count of `n` trials with chance `p`: inversion for small means, Hormann's BTRS (1993) above. */
export function binomial(stream: Stream, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(stream, n, 1 - p)
  if (n * p >= 12) return binomialByRejection(stream, n, p)
  const u = stream.uniform()
  const odds = p / (1 - p)
  let term = Math.exp(n * Math.log(1 - p))
  let sum = term
  let k = 0
  while (u > sum && k < n) {
    k++
    term *= (odds * (n - k + 1)) / k
    sum += term
    if (term < 1e-18 * sum) break
  }
  return k
}

function binomialByRejection(stream: Stream, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const center = n * p + 0.5
  const vr = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const logOdds = Math.log(p / (1 - p))
  const mode = Math.floor((n + 1) * p)
  const height = logFactorial(mode) + logFactorial(n - mode)
  for (;;) {
    const u = stream.uniform() - 0.5
    const v = stream.uniform()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + center)
    if (k < 0 || k > n) continue
    if (us >= 0.07 && v <= vr) return k
    const bound = height - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k
  }
}
