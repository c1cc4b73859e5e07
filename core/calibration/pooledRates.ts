import type { FitState } from './fitState.ts'
import { fitShape } from './gammaPoisson.ts'

/** ln of counts over spend relative to the prior of the place, and the variance of an order around it. */
export type PooledRate = { readonly logRate: number; readonly variance: number }

/** Counts over spend of each currency, the recent ones more, with the log variance of the negative binomial around it. */
export function pooledRates(state: FitState, currencies: number): PooledRate[] {
  const { size, counts, offset, share: shares, currency } = state
  const result: PooledRate[] = []
  for (let c = 0; c < currencies; c++) {
    let count = 0
    let total = 0
    const means: number[] = []
    const seen: number[] = []
    for (let i = 0; i < size; i++) {
      if (currency.of[i] !== c) continue
      const share = shares[i]!
      count += share * counts[i]!
      total += share * Math.exp(offset[i]!)
      seen.push(counts[i]!)
      means.push(Math.exp(offset[i]!))
    }
    const rate = total > 0 ? (count + 0.5) / total : 1
    const shape = fitShape(
      seen,
      means.map(mean => mean * rate),
    )
    const between = Math.log(1 + 1 / shape)
    // One order's rate is no more than one order's: the rate is held by the prior as far as its own error is large.
    const error = between / Math.max(1, seen.length) + 1 / (count + 0.5)
    const prior = state.currencyPriors[c]!
    const trust = prior / (prior + error)
    result.push({ logRate: trust * Math.log(rate), variance: between + trust * error })
  }
  return result
}
