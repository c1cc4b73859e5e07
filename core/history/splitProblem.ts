import type { BacktestSplit } from '../calibration/backtest.ts'
import type { HistoryRow } from '../calibration/history.ts'
import type { SaidProblem } from '../contract/failure.ts'
import { type Said, say } from '../words/say.ts'
import { isoDay } from './calendarDay.ts'

/** Why a history cannot be tested by a split: there is nothing on one of its sides. */
export function splitProblem(rows: readonly HistoryRow[], split: BacktestSplit): SaidProblem | undefined {
  if (split.kind === 'folds') return foldsProblem(rows, split.folds)
  const { train, test, first, last } = sidesOf(rows, split.on)
  if (train > 0 && test > 0) return undefined
  const problem = (expected: Said, received = isoDay(split.on)) => ({ path: 'split', expected, received })
  if (!Number.isFinite(first))
    return problem(say('rows with dates, or folds instead'), say('rows without any date'))
  return train === 0
    ? problem(
        say('a date after rows that end before it; the first starts {{first}}', { first: isoDay(first) }),
      )
    : problem(say('a date with rows from it on; the last ends {{last}}', { last: isoDay(last) }))
}

function foldsProblem(rows: readonly HistoryRow[], folds: number): SaidProblem | undefined {
  const units = new Set(rows.map(({ unitId }) => unitId)).size
  if (units >= folds) return undefined
  return {
    path: 'split',
    expected: say('at most {{units}} folds, one for each unit', { units }),
    received: String(folds),
  }
}

/** Rows that end before a day, rows from it on, the first start and the last end. */
function sidesOf(rows: readonly HistoryRow[], on: number) {
  let [train, test, first, last] = [0, 0, Infinity, -Infinity]
  for (const row of rows) {
    const [start, end] = [row.start ?? row.end, row.end ?? row.start]
    if (end === null || end < on) train++
    else if (start !== null && start >= on) test++
    first = Math.min(first, start ?? first)
    last = Math.max(last, end ?? last)
  }
  return { train, test, first, last }
}
