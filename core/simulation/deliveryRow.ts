/** One delivery as a row of doubles: totals first, then a block per day of the order. Money is major units. */
export const totalColumns = [
  'impressions',
  'reach',
  'linkClicks',
  'pageViews',
  'conversions',
  'spend',
  'revenue',
  'profit',
] as const
/** `conversions` by day of the click; `conversionsSeen` by the day on which a dashboard first shows them (DE10). */
export const dayColumns = ['impressions', 'linkClicks', 'conversions', 'conversionsSeen', 'spend'] as const

export type TotalColumn = (typeof totalColumns)[number]
export type DayColumn = (typeof dayColumns)[number]

export function rowWidth(days: number): number {
  return totalColumns.length + days * dayColumns.length
}

export function totalIndex(column: TotalColumn): number {
  return totalColumns.indexOf(column)
}

export function dayIndex(day: number, column: DayColumn): number {
  return totalColumns.length + day * dayColumns.length + dayColumns.indexOf(column)
}
