import * as v from 'valibot'

import { spread } from '../forecast/spread.ts'
import { concerns } from '../order/concern.ts'
import { places } from '../order/standing.ts'
import * as f from './fields.ts'
import { orderRow } from './orders.ts'

/** A paid order that is not ended, as it stands today in its market. */
const orderUnderWay = v.strictObject({
  row: orderRow,
  /** Days of its calendar that have begun; 0 before the first. */
  daysBegun: f.count,
  lastReported: v.nullable(f.isoDate),
  /** Clicks of the reported days that are over, against the frozen forecast of the same days; null before the first. */
  standing: v.nullable(v.strictObject({ clicks: f.count, spread, place: v.picklist(places) })),
  concern: v.nullable(v.picklist(concerns)),
  /** What forbids it today; null where nothing does. */
  forbidden: v.nullable(v.string()),
})
export type OrderUnderWay = v.InferOutput<typeof orderUnderWay>

const monthMoney = v.strictObject({
  currency: f.currency,
  /** Net amounts of what was paid this month, by the calendar of the currency's market. */
  committedMinor: f.minor,
  /** Spend of the delivery days of this month. */
  spentMinor: f.minor,
})
export type MonthMoney = v.InferOutput<typeof monthMoney>

/** The most that are looked at, those that begin first; more are told by `total` alone. */
export const mostUnderWay = 100

export const overview = v.strictObject({
  /** Those with a concern first, the most urgent ahead; then by their start. */
  underWay: v.pipe(v.array(orderUnderWay), v.maxLength(mostUnderWay)),
  total: f.count,
  /** Today's month, as 2026-11; at its turn, when Jakarta is a month ahead, London's is told. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/, 'a month, YYYY-MM')),
  money: v.array(monthMoney),
})
export type Overview = v.InferOutput<typeof overview>
