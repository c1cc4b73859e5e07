import type { DeliveryDay } from '../contract/orders.ts'
import type { ForecastResult } from '../forecast/forecastResult.ts'
import type { Spread } from '../forecast/spread.ts'

export const places = ['inside', 'above', 'below'] as const

export type Standing = {
  readonly clicks: number
  /** Of the forecast at the end of the last delivered day. */
  readonly spread: Spread
  readonly place: (typeof places)[number]
}

type ForecastDay = Pick<ForecastResult['days'][number], 'date' | 'linkClicksSoFar'>
type Delivered = Pick<DeliveryDay, 'date' | 'linkClicks'>

/** What came so far against the frozen 80% interval of the same days; undefined without a delivered day. */
export function standingOf(
  days: readonly ForecastDay[],
  deliveries: readonly Delivered[],
): Standing | undefined {
  const dates = new Set(deliveries.map(day => day.date))
  const spread = days.findLast(day => dates.has(day.date))?.linkClicksSoFar
  if (spread === undefined) return undefined
  const clicks = deliveries.reduce((sum, day) => sum + day.linkClicks, 0)
  const place = clicks > (spread.p90 ?? Infinity) ? 'above' : clicks < (spread.p10 ?? 0) ? 'below' : 'inside'
  return { clicks, spread, place }
}
