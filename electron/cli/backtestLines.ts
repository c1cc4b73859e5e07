import type { BacktestReport, BacktestSplit, TargetReport } from '../../core/calibration/backtest.ts'
import { isoDay } from '../../core/history/calendarDay.ts'
import { targetColumns } from '../../core/history/targetColumns.ts'
import { columns } from './columns.ts'
import { daysWords } from './reportFormats.ts'

/** How the history was split, and by whom. */
export function splitWords(split: BacktestSplit, isUsual: boolean): string {
  const chosen = isUsual ? ' (chosen; --split-on or --folds choose another)' : ''
  if (split.kind === 'folds') return `${split.folds} folds by unit${chosen}`
  if (split.kind === 'date') return `Learnt before ${isoDay(split.on)}, tested from it on${chosen}`
  return `Forecast every ${daysWords(split.days)} from ${isoDay(split.on)} on`
}

/** Scores of each target, with simple forecasts of the same rows beside them. */
export function backtestLines({ targets, trainRows, leftOutRows }: BacktestReport): readonly string[] {
  const left = leftOutRows === 0 ? '' : `, ${leftOutRows} on neither side`
  return [`${trainRows} rows learnt from${left}`, '', ...columns([headings, ...targets.flatMap(linesOf)])]
}

const headings = [
  'forecast',
  'n',
  'WAPE',
  'bias',
  'in 50%',
  'in 80%',
  'in 95%',
  'width',
  'interval score',
  'CRPS',
]

function linesOf({ target, scores, baselines }: TargetReport): readonly (readonly string[])[] {
  const name = targetColumns[target]
  const rows = [
    [name, scores] as const,
    ...Object.entries(baselines).map(([baseline, theirs]) => [`  ${baseline}`, theirs] as const),
  ]
  return rows.map(([label, s]) => [
    label,
    String(s.n),
    number(s.wape),
    number(s.bias),
    share(s.coverage50.share),
    share(s.coverage80.share),
    share(s.coverage95.share),
    number(s.meanWidth),
    number(s.intervalScore),
    number(s.crps),
  ])
}

function number(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '-'
}

function share(value: number): string {
  return Number.isFinite(value) ? `${(value * 100).toFixed(1)}%` : '-'
}
