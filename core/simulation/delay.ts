import type { MarketProfile } from '../market/marketProfile.ts'
import type { Stream } from './stream.ts'
import { normalQuantile } from './variates.ts'

/** Click-to-order delay (DE10): a fast and a slow log-normal, both cut at the attribution window. Hours. */
export type DelayMix = {
  /** Chance of the fast part among orders within the window. */
  readonly fastShare: number
  readonly fast: DelayPart
  readonly slow: DelayPart
}
type DelayPart = { readonly mean: number; readonly sigma: number; readonly withinWindow: number }

export function delayMix(profile: MarketProfile): DelayMix {
  const { entries } = profile
  const window = Math.log(entries.attributionDays.value * 24)
  const part = (medianHours: number, sigma: number): DelayPart => {
    const mean = Math.log(medianHours)
    return { mean, sigma, withinWindow: normalShareBelow((window - mean) / sigma) }
  }
  const fast = part(entries.delayFastMedianHours.value, entries.delayFastSigma.value)
  const slow = part(entries.delaySlowMedianHours.value, entries.delaySlowSigma.value)
  const fastMass = entries.delayFastShare.value * fast.withinWindow
  const slowMass = (1 - entries.delayFastShare.value) * slow.withinWindow
  return { fastShare: fastMass / (fastMass + slowMass), fast, slow }
}

export function drawDelayHours(mix: DelayMix, stream: Stream): number {
  const part = stream.uniform() < mix.fastShare ? mix.fast : mix.slow
  return Math.exp(part.mean + part.sigma * normalQuantile(stream.uniform() * part.withinWindow))
}

/** Normal distribution function by bisection of its quantile: set-up only, exact enough and one formula fewer. */
function normalShareBelow(x: number): number {
  let low = 1e-12
  let high = 1 - 1e-12
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (normalQuantile(middle) < x) low = middle
    else high = middle
  }
  return low
}
