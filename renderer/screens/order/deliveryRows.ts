import type { DeliveryDay } from '../../../core/contract/orders.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import type { Spread } from '../../../core/forecast/spread.ts'
import type { BandRow } from '../../charts/bandRow.ts'

type Day = ForecastResult['days'][number]

/**
 * The frozen bands of a quantity by days with what came. Days without a delivery have no actual: not delivered yet is not
 * the same as nothing came. Empty when the forecast does not tell the quantity.
 */
export function deliveryRows(
  forecast: ForecastResult,
  deliveries: readonly DeliveryDay[],
  pick: {
    readonly spread: (day: Day) => Spread | null
    readonly actual: (day: DeliveryDay) => number | null
  },
): readonly BandRow[] {
  const delivered = new Map(deliveries.map(day => [day.date, day]))
  return forecast.days.flatMap(day => {
    const spread = pick.spread(day)
    if (spread === null) return []
    const came = delivered.get(day.date)
    const actual = came === undefined ? null : pick.actual(came)
    const row = { date: day.date, hours: day.hours, spread }
    return [actual === null ? row : { ...row, actual }]
  })
}
