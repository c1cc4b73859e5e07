import type { BacktestReport, BacktestSplit } from '../../../core/calibration/backtest.ts'
import { backtestRowsShown, type BacktestAsked, type BacktestShown } from '../../../core/contract/accuracy.ts'
import { dayOf, isoDay } from '../../../core/history/calendarDay.ts'
import type { BacktestAnswer } from './runBacktest.ts'

type ScoresShown = BacktestShown['report']['targets'][number]['scores']
type Scores = BacktestReport['targets'][number]['scores']

/** A back-test as a page is told of it: scores that do not exist are null, and of many rows an even choice. */
export function backtestShown({ report, places }: BacktestAnswer): BacktestShown {
  const { rows, targets, trainRows, leftOutRows } = report
  const step = Math.max(1, Math.ceil(rows.length / backtestRowsShown))
  return {
    kind: 'backtest',
    report: {
      trainRows,
      leftOutRows,
      testRows: rows.length,
      targets: targets.map(({ target, scores, baselines, skill }) => ({
        target,
        scores: scoresShown(scores),
        baselines: {
          ...(baselines.pooled === undefined ? {} : { pooled: scoresShown(baselines.pooled) }),
          ...(baselines.video === undefined ? {} : { video: scoresShown(baselines.video) }),
          ...(baselines.last === undefined ? {} : { last: scoresShown(baselines.last) }),
        },
        skill: {
          wape: known(skill.wape),
          intervalScore: known(skill.intervalScore),
          crps: known(skill.crps),
        },
      })),
    },
    rows: rows.flatMap(({ start, end, unitId, target, actual, ...row }, i) => {
      if (i % step !== 0) return []
      const [market, audienceKind] = places[i] ?? ['', '']
      const { mean, p025, p10, p25, p50, p75, p90, p975 } = row
      const numbers = { mean, p025, p10, p25, p50, p75, p90, p975 }
      return [
        { unitId, start: dateOf(start), end: dateOf(end), market, audienceKind, target, actual, ...numbers },
      ]
    }),
  }
}

export function splitOf(split: BacktestAsked['split']): BacktestSplit {
  if (split.kind === 'folds') return split
  const on = dayOf(split.on) ?? 0
  return split.kind === 'date' ? { kind: 'date', on } : { kind: 'rolling', on, days: split.days }
}

function scoresShown(scores: Scores): ScoresShown {
  const coverage = ({ share, standardError }: Scores['coverage50']) => ({
    share: known(share),
    standardError: known(standardError),
  })
  return {
    n: scores.n,
    wape: known(scores.wape),
    bias: known(scores.bias),
    coverage50: coverage(scores.coverage50),
    coverage80: coverage(scores.coverage80),
    coverage95: coverage(scores.coverage95),
    meanWidth: known(scores.meanWidth),
    intervalScore: known(scores.intervalScore),
    crps: known(scores.crps),
  }
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function dateOf(day: number | null): string | null {
  return day === null ? null : isoDay(day)
}
