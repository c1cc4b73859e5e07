import type { Spread } from '../../core/forecast/spread.ts'

/** One day of a forecast chart. */
export type BandRow = {
  /** ISO date. */
  readonly date: string
  /** 23 or 25 where the clocks are changed; 24 when left out (U62). */
  readonly hours?: number
  readonly spread: Spread
  /** What really came; absent where it is not known (yet). */
  readonly actual?: number | undefined
}

/** The day with the most of a quantity, by its median; undefined without days. */
export function highestDay(rows: readonly BandRow[]): BandRow | undefined {
  return rows.reduce<BandRow | undefined>(
    (best, row) => (best === undefined || (row.spread.p50 ?? 0) > (best.spread.p50 ?? 0) ? row : best),
    undefined,
  )
}
