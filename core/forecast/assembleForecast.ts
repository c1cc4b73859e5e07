import { audienceSize } from '../audience/audienceCells.ts'
import { type DeliveryTable, totalColumn } from '../simulation/deliveryTable.ts'
import { timelineOf } from '../simulation/timeline.ts'
import { digestOf } from './digest.ts'
import { forecastDays } from './forecastDays.ts'
import type { ForecastInput } from './forecastInput.ts'
import type { ForecastResult } from './forecastResult.ts'
import { forecastWarnings } from './forecastWarnings.ts'
import { lossesOf } from './losses.ts'
import { meanAndError } from './meanAndError.ts'
import { modelVersion } from './modelVersion.ts'
import { probabilitiesOf } from './probabilities.ts'
import { quantile, quantileError } from './quantile.ts'
import { quantitiesOf } from './quantities.ts'

/**
 * The forecast of `input` from the deliveries of its order and, once there are any, from those without each constraint
 * (losses.ts). The digest covers every number of the result and the versions and seed behind them, not its texts, so that a
 * warning about today's date does not change it.
 */
export function assembleForecast(
  input: ForecastInput,
  own: DeliveryTable,
  relaxed: readonly DeliveryTable[] = [],
): ForecastResult {
  const { order, profile, replicates } = input
  const clicks = totalColumn(own, 'linkClicks', replicates)
  const sorted = clicks.slice().sort()
  const people = audienceSize(order.audience, profile)
  const numbers = {
    modelVersion,
    profileVersion: profile.version,
    seed: input.seed,
    replicates,
    currency: order.budget.currency,
    totals: quantitiesOf(order, column => totalColumn(own, column, replicates)),
    probability: probabilitiesOf(input, own),
    days: forecastDays(input, own, timelineOf(order, profile)),
    outcomes: Array.from({ length: 50 }, (_, i) => quantile(sorted, (2 * i + 1) / 100)),
    losses: relaxed.length === 0 ? [] : [...lossesOf(input, own, relaxed)],
    monteCarloError: {
      mean: relative(meanAndError(clicks).error, meanAndError(clicks).mean),
      p10: relative(quantileError(sorted, 0.1), quantile(sorted, 0.1)),
      p50: relative(quantileError(sorted, 0.5), quantile(sorted, 0.5)),
      p90: relative(quantileError(sorted, 0.9), quantile(sorted, 0.9)),
    },
    ownDataWeight: profile.learnt?.weight ?? 0,
    audienceSize: people,
  }
  return {
    ...numbers,
    digest: digestOf(numbers),
    assumptions: Object.values(profile.entries),
    warnings: forecastWarnings(order, people),
  }
}

function relative(error: number, level: number): number | null {
  return level > 0 ? error / level : null
}
