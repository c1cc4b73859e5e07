import type { BandRow } from './bandRow.ts'
import { niceTicks } from './niceTicks.ts'

/** Ticks of the value axis: from zero to just above everything drawn. */
export function valueTicks(
  rows: readonly BandRow[],
  target: number | undefined,
  isWhole: boolean,
): readonly number[] {
  const most = Math.max(0, ...rows.map(row => Math.max(row.spread.p975 ?? 0, row.actual ?? 0)), target ?? 0)
  return niceTicks(0, most, { count: 3, isWhole })
}
