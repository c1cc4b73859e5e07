import { hasOrderSignal } from '../simulation/deliveryPlan.ts'
import { type DayColumn, dayColumn, type DeliveryTable } from '../simulation/deliveryTable.ts'
import type { Timeline } from '../simulation/timeline.ts'
import type { ForecastInput } from './forecastInput.ts'
import type { ForecastResult } from './forecastResult.ts'
import { quantitiesOf } from './quantities.ts'
import { spreadOf } from './spreadOf.ts'

/** Every day of an order, and its sums since the start (FO1). */
export function forecastDays(
  { order, replicates }: ForecastInput,
  table: DeliveryTable,
  timeline: Timeline,
): ForecastResult['days'] {
  const hasOrders = hasOrderSignal(order)
  const sums = new Map<DayColumn, Float64Array>()
  const soFar = (day: number, column: DayColumn) => {
    const today = dayColumn(table, day, column, replicates)
    const before = sums.get(column)
    const sum = before === undefined ? today : before.map((value, i) => value + today[i]!)
    sums.set(column, sum)
    return spreadOf(sum)
  }
  return timeline.dates.map((date, day) => ({
    date,
    hours: (timeline.dayStart[day + 1]! - timeline.dayStart[day]!) / 2,
    ...quantitiesOf(order, column => dayColumn(table, day, column, replicates)),
    reachSoFar: spreadOf(dayColumn(table, day, 'reachSoFar', replicates)),
    linkClicksSoFar: soFar(day, 'linkClicks'),
    conversionsSoFar: hasOrders ? soFar(day, 'conversions') : null,
    conversionsSeen: hasOrders ? soFar(day, 'conversionsSeen') : null,
  }))
}
