import type { MarketProfile } from '../market/marketProfile.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'

/** Everything a forecast depends on: the same input gives the same bytes on any number of threads. */
export type ForecastInput = {
  readonly order: PromoteOrder
  readonly profile: MarketProfile
  /** Whole number from 0 to 2^53 - 1. */
  readonly seed: number
  readonly replicates: number
}
