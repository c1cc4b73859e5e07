import type { OrderDraft } from '../../core/contract/orders.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { request } from './client.ts'
import { createLiveRun, type LiveRun } from './createLiveRun.ts'

/**
 * The forecast that is shown is the one that is frozen at payment, byte for byte, so both use the same replicates and
 * seed: enough of them to keep the error of P10 and P90 under 2% (FO7). They are also the command line's defaults, and the
 * same seed for every order keeps chance out of the difference between two settings of a slider.
 */
export const forecastReplicates = 2000
export const forecastSeed = 1

export type ForecastRun = LiveRun<OrderDraft, ForecastResult>

/** A forecast that follows a draft while it changes; its settled result is the one that may be frozen. */
export function createForecastRun(draft: () => OrderDraft | undefined): ForecastRun {
  return createLiveRun<OrderDraft, ForecastResult>({
    wanted: draft,
    start: (wanted, key) =>
      request('startForecast', {
        draft: wanted,
        seed: forecastSeed,
        replicates: forecastReplicates,
        key,
      }),
    resultOf: shown => (shown.kind === 'forecast' ? shown.forecast : undefined),
  })
}
