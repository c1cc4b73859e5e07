/** Columns of a delivery as a whole. Money is major units; what the order gives no signal for is NaN. */
export const totalAt = {
  impressions: 0,
  reach: 1,
  linkClicks: 2,
  pageViews: 3,
  conversions: 4,
  spend: 5,
  profit: 6,
} as const
export const totalWidth = 7

/**
 * Columns of a day. `reach` counts the people of that day, `reachSoFar` those met by its end. `conversions` are booked on
 * the day of the click, `conversionsSeen` on the day on which a dashboard first shows them (DE10).
 */
export const dayAt = {
  impressions: 0,
  reach: 1,
  reachSoFar: 2,
  linkClicks: 3,
  pageViews: 4,
  conversions: 5,
  conversionsSeen: 6,
  spend: 7,
  profit: 8,
} as const
export const dayWidth = 9

export type TotalColumn = keyof typeof totalAt
export type DayColumn = keyof typeof dayAt

/** Days are kept of this many replicates at most, so that memory does not grow with replicates times days. */
const mostDayRows = 5_000

/** Deliveries of one order, a row each: totals of all of them, days of the first. Threads share its memory. */
export type DeliveryTable = {
  readonly replicates: number
  readonly dayRows: number
  readonly days: number
  readonly totals: Float64Array
  readonly dayValues: Float64Array
}

export function deliveryTable(days: number, replicates: number): DeliveryTable {
  const dayRows = Math.min(replicates, mostDayRows)
  return {
    replicates,
    dayRows,
    days,
    totals: shared(replicates * totalWidth),
    dayValues: shared(dayRows * days * dayWidth),
  }
}

/** One value per replicate, of the first `count`. */
export function totalColumn(table: DeliveryTable, column: TotalColumn, count: number): Float64Array {
  return strided(table.totals, totalAt[column], totalWidth, count)
}

/** One value per replicate, of the first `count` whose days are kept. */
export function dayColumn(table: DeliveryTable, day: number, column: DayColumn, count: number): Float64Array {
  const first = day * dayWidth + dayAt[column]
  return strided(table.dayValues, first, table.days * dayWidth, Math.min(count, table.dayRows))
}

function strided(values: Float64Array, first: number, step: number, count: number): Float64Array {
  const column = new Float64Array(count)
  for (let i = 0, at = first; i < count; i++, at += step) column[i] = values[at]!
  return column
}

function shared(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
}
