/** Observations of a level per step of time: their precision, and the sum of precision times value. */
export type TrendSums = { readonly precision: Float64Array; readonly weighted: Float64Array }

export type TrendFit = {
  readonly means: Float64Array
  readonly variances: Float64Array
  /** Expected sum of squared steps, for the next estimate of the drift. */
  readonly squaredSteps: number
}

/** Variance of the level's first step around the level of the whole history. */
const startVariance = 0.25

/**
 * A random walk seen through noise: Kalman filter forwards, Rauch, Tung and Striebel's smoother backwards. A step without
 * observations costs nothing but width.
 */
export function smoothTrend({ precision, weighted }: TrendSums, stepVariance: number): TrendFit {
  const n = precision.length
  const means = new Float64Array(n)
  const variances = new Float64Array(n)
  let mean = 0
  let variance = startVariance
  for (let t = 0; t < n; t++) {
    if (t > 0) variance += stepVariance
    const updated = 1 / (1 / variance + precision[t]!)
    mean = updated * (mean / variance + weighted[t]!)
    variance = updated
    means[t] = mean
    variances[t] = variance
  }
  let squaredSteps = 0
  for (let t = n - 2; t >= 0; t--) {
    const ahead = variances[t]! + stepVariance
    const gain = variances[t]! / ahead
    const nextMean = means[t + 1]!
    const nextVariance = variances[t + 1]!
    const smoothedMean = means[t]! + gain * (nextMean - means[t]!)
    const smoothedVariance = variances[t]! + gain * gain * (nextVariance - ahead)
    squaredSteps += (nextMean - smoothedMean) ** 2 + nextVariance + smoothedVariance - 2 * gain * nextVariance
    means[t] = smoothedMean
    variances[t] = smoothedVariance
  }
  return { means, variances, squaredSteps }
}
