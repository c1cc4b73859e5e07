import type { MarketProfile } from '../market/marketProfile.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import type { Stream } from './stream.ts'
import { normal } from './variates.ts'

/** Joint normal of ln price level, ln CTR and ln CVR of an order (RA1): means and the lower Cholesky factor. */
export type RatePrior = {
  readonly mean: readonly [number, number, number]
  /** Rows of the factor: [[a], [b, c], [d, e, f]] flattened to a, b, c, d, e, f. */
  readonly factor: readonly [number, number, number, number, number, number]
}

/** Price per thousand impressions in major units; CTR per impression; CVR per link click. */
export type Rates = { price: number; ctr: number; cvr: number }

/** A rate the user typed for the product replaces the market's median, not the spread between orders. */
export function ratePrior(order: PromoteOrder, profile: MarketProfile): RatePrior {
  const { entries } = profile
  const cvrMedian = order.product.conversionRate ?? entries.cvrMedian.value
  return {
    mean: [Math.log(entries.cpmMedian.value), Math.log(entries.ctrMedian.value), Math.log(cvrMedian)],
    factor: cholesky(
      [entries.cpmSigma.value, entries.ctrSigma.value, entries.cvrSigma.value],
      [entries.priceCtrCorrelation.value, entries.priceCvrCorrelation.value, entries.ctrCvrCorrelation.value],
    ),
  }
}

/** Correlations are (1,2), (1,3), (2,3). Throws when they cannot hold together. */
function cholesky(
  sigma: readonly [number, number, number],
  correlation: readonly [number, number, number],
): RatePrior['factor'] {
  const [r12, r13, r23] = correlation
  const l22 = Math.sqrt(1 - r12 * r12)
  const l32 = l22 > 0 ? (r23 - r12 * r13) / l22 : 0
  const rest = 1 - r13 * r13 - l32 * l32
  if (!(rest >= 0) || !(l22 >= 0))
    throw new RangeError(`correlations cannot hold together: ${correlation.join(', ')}`)
  const [s1, s2, s3] = sigma
  return [s1, s2 * r12, s2 * l22, s3 * r13, s3 * l32, s3 * Math.sqrt(rest)]
}

/** Draws the rates of one replicate into `rates`; a CTR above one half is cut there, a CVR at `cvrCap`. */
export function drawRates(prior: RatePrior, stream: Stream, cvrCap: number, rates: Rates): void {
  const x = normal(stream)
  const y = normal(stream)
  const z = normal(stream)
  const [a, b, c, d, e, f] = prior.factor
  rates.price = Math.exp(prior.mean[0] + a * x)
  rates.ctr = Math.min(0.5, Math.exp(prior.mean[1] + b * x + c * y))
  rates.cvr = Math.min(cvrCap, Math.exp(prior.mean[2] + d * x + e * y + f * z))
}
