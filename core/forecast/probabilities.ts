import { toMajor } from '../money/money.ts'
import { hasOrderSignal } from '../simulation/deliveryPlan.ts'
import { type DeliveryTable, type TotalColumn, totalColumn } from '../simulation/deliveryTable.ts'
import type { ForecastInput } from './forecastInput.ts'
import type { ForecastResult } from './forecastResult.ts'

/** An order counts as fully spent from this share of its budget on: the last slot seldom ends on the last penny. */
const fullySpentShare = 0.99

/** Shares of the replicates (FO2); null where there is no order signal, or no profit. */
export function probabilitiesOf(
  { order, replicates }: Pick<ForecastInput, 'order' | 'replicates'>,
  table: DeliveryTable,
): ForecastResult['probability'] {
  const share = (column: TotalColumn, holds: (value: number) => boolean): number =>
    totalColumn(table, column, replicates).reduce((count, value) => count + (holds(value) ? 1 : 0), 0) /
    replicates
  const fullySpent = toMajor(order.budget) * fullySpentShare
  const hasOrders = hasOrderSignal(order)
  const hasProfit = hasOrders && !Number.isNaN(totalColumn(table, 'profit', 1)[0])
  return {
    targetReached: share('linkClicks', clicks => clicks >= order.target.linkClicks),
    budgetFullySpent: share('spend', spend => spend >= fullySpent),
    noConversion: hasOrders ? share('conversions', orders => orders === 0) : null,
    loss: hasProfit ? share('profit', profit => profit < 0) : null,
  }
}
