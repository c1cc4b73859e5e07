import { type HistoryTarget, historyTargets } from '../../../core/calibration/history.ts'
import type { BacktestAsked } from '../../../core/contract/accuracy.ts'
import type { History } from '../../../core/contract/learning.ts'

export const splitKinds = ['date', 'folds', 'rolling'] as const
export type SplitKind = (typeof splitKinds)[number]

export type BacktestForm = {
  readonly split: SplitKind
  readonly on: string
  readonly days: number | null
  readonly folds: number | null
  readonly targets: readonly HistoryTarget[]
}

/** Forecast from the first seven tenths of the days; without days, from the other parts of five. */
export function usualBacktest(histories: readonly History[]): BacktestForm {
  const from = histories.flatMap(history => (history.from === null ? [] : [history.from])).toSorted()[0]
  const to = histories
    .flatMap(history => (history.to === null ? [] : [history.to]))
    .toSorted()
    .at(-1)
  const hasDays = from !== undefined && to !== undefined && from < to
  return {
    split: hasDays ? 'date' : 'folds',
    on: hasDays ? between(from, to) : '',
    days: 7,
    folds: 5,
    targets: [...historyTargets],
  }
}

const dayMs = 86_400_000

/** Some days are over before it, so that there is something to learn from. */
function between(from: string, to: string): string {
  const [first, last] = [Date.parse(`${from}T00:00Z`), Date.parse(`${to}T00:00Z`)]
  const days = Math.max(1, Math.ceil((0.7 * (last - first)) / dayMs))
  return new Date(first + days * dayMs).toISOString().slice(0, 10)
}

/** What is asked, or undefined while a field is not filled in. */
export function backtestOf(form: BacktestForm, file: string | undefined): BacktestAsked | undefined {
  const split = splitOf(form)
  if (split === undefined || form.targets.length === 0) return undefined
  return {
    source: file === undefined ? { kind: 'all' } : { kind: 'history', id: file },
    split,
    targets: [...form.targets],
    seed: 1,
  }
}

function splitOf({ split, on, days, folds }: BacktestForm): BacktestAsked['split'] | undefined {
  if (split === 'folds')
    return folds !== null && folds >= 2 && folds <= 50 ? { kind: 'folds', folds } : undefined
  if (on === '') return undefined
  if (split === 'date') return { kind: 'date', on }
  return days !== null && days >= 1 && days <= 366 ? { kind: 'rolling', on, days } : undefined
}

/** Whether a result is of what is looked at. */
export function isOfFile({ source }: BacktestAsked, file: string | undefined): boolean {
  return source.kind === 'history' ? source.id === file : source.kind === 'all' && file === undefined
}
