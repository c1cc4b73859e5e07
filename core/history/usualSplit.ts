import type { BacktestSplit } from '../calibration/backtest.ts'
import type { HistoryRow } from '../calibration/history.ts'

const folds = 5
/** With fewer days a split in time says nothing of time. */
const leastDays = 14
const datedShare = 0.9
const trainShare = 0.7

/** How a history is tested where nobody says: over time where its rows have dates, else by folds. */
export function usualSplit(rows: readonly HistoryRow[]): BacktestSplit {
  const starts = rows.flatMap(({ start, end }) => start ?? end ?? []).toSorted((a, b) => a - b)
  const [first, last] = [starts[0], starts.at(-1)]
  if (first === undefined || last === undefined) return { kind: 'folds', folds }
  if (starts.length < rows.length * datedShare || last - first < leastDays) return { kind: 'folds', folds }
  const on = starts[Math.floor(starts.length * trainShare)] ?? last
  return { kind: 'date', on: Math.max(on, first + 1) }
}
