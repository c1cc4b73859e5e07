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

/**
 * Replicates `from` (included) to `to` (excluded) of a forecast, a row each (core/simulation/deliveryRow.ts), in a buffer
 * that can be transferred between threads.
 */
export type ForecastShard = {
  readonly from: number
  readonly to: number
  readonly values: Float64Array<ArrayBuffer>
}
