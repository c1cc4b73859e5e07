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

export type Standing = {
  readonly clicks: number
  /** Of the forecast at the end of the last delivered day. */
  readonly spread: Spread
  readonly place: 'inside' | 'above' | 'below'
}

/** What came so far against the frozen 80% interval of the same days; undefined without a delivered day. */
export function standingOf(
  forecast: ForecastResult,
  deliveries: readonly DeliveryDay[],
): Standing | undefined {
  const dates = new Set(deliveries.map(day => day.date))
  const spread = forecast.days.findLast(day => dates.has(day.date))?.linkClicksSoFar
  if (spread === undefined) return undefined
  const clicks = deliveries.reduce((sum, day) => sum + day.linkClicks, 0)
  const place = clicks > (spread.p90 ?? Infinity) ? 'above' : clicks < (spread.p10 ?? 0) ? 'below' : 'inside'
  return { clicks, spread, place }
}
