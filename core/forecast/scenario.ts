import { type DeliveryTable, deliveryTable } from '../simulation/deliveryTable.ts'
import type { ForecastInput } from './forecastInput.ts'

/**
 * One order to be delivered many times within an analysis. Scenarios of the same `subject`, a video with its product,
 * meet the same chance (common random numbers), so that their difference is that of the orders; other subjects draw their
 * own, for what is not known of one video says nothing of another.
 */
export type Scenario = ForecastInput & { readonly subject: number }

/** Memory for the deliveries of a scenario, shared by all who work on it. */
export function scenarioTable({ order, replicates }: Scenario): DeliveryTable {
  return deliveryTable(order.durationDays, replicates)
}
