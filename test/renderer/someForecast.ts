import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { wholeForecast } from '../fixtures/wholeForecast.ts'

/** A real forecast, of few replicates. */
export function someForecast(order: PromoteOrder, replicates = 60): ForecastResult {
  return wholeForecast({ order, profile: marketProfiles[order.market], seed: 1, replicates })
}
