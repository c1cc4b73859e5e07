import { assembleForecast } from '../../core/forecast/assembleForecast.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { simulateShard } from '../../core/forecast/simulateShard.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'

/** A real forecast, of few replicates. */
export function someForecast(order: PromoteOrder, replicates = 60): ForecastResult {
  const input = { order, profile: marketProfiles[order.market], seed: 1, replicates }
  return assembleForecast(input, [simulateShard(input, 0, replicates)])
}
