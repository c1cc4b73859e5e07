import {
  backtest,
  type BacktestOptions,
  backtestShards,
  reportOf,
  runShard,
  type TargetReport,
} from '../../core/calibration/backtest.ts'
import type { HistoryRow } from '../../core/calibration/history.ts'
import { finish } from '../../core/calibration/progress.ts'
import { foldOf } from '../../core/calibration/split.ts'
import { rowsOf, type Task } from './tasks.ts'

/** Ratios to the better baseline, and the coverage of the 80% interval. */
export type Line = {
  readonly wape: number
  readonly interval: number
  readonly crps: number
  readonly coverage: number
}

export function runTask(task: Task): TargetReport {
  const options = { seed: 1, split: task.split, targets: [task.target] }
  const [report] = finish(backtest(rowsOf(task), options)).targets
  if (!report) throw new Error(`${task.name}: nothing was tested`)
  return report
}

export function lineOf({ skill, scores }: TargetReport): Line {
  return {
    wape: skill.wape,
    interval: skill.intervalScore,
    crps: skill.crps,
    coverage: scores.coverage80.share,
  }
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}

/** Mean of the logarithms of the three ratios: what settings are chosen by. */
export function meanSkill(lines: readonly Line[]): number {
  return geometricMean(lines.flatMap(({ wape, interval, crps }) => [wape, interval, crps]))
}

/** Units tested at most per draw: enough for a median over draws. */
const mostTested = 300

/** Skill when only so many orders, drawn from those before the split, are learnt from: the median over draws. */
export function skillAtLength(task: Task, orders: number, draws: number): Line | undefined {
  const lines: Line[] = []
  for (let draw = 0; draw < draws; draw++) {
    const rows = drawOf(task, orders, draw)
    if (!rows) return undefined
    const options: BacktestOptions = { seed: draw, split: task.split, targets: [task.target] }
    const shard = backtestShards(rows, options)[0]
    const report = shard && reportOf([finish(runShard(rows, options, shard))]).targets[0]
    if (report) lines.push(lineOf(report))
  }
  if (lines.length === 0) return undefined
  const median = (of: (line: Line) => number) =>
    lines.map(of).toSorted((a, b) => a - b)[lines.length >> 1] ?? 1
  return {
    wape: median(line => line.wape),
    interval: median(line => line.interval),
    crps: median(line => line.crps),
    coverage: median(line => line.coverage),
  }
}

function drawOf(task: Task, orders: number, draw: number): HistoryRow[] | undefined {
  const { split } = task
  const isTested = (row: HistoryRow) =>
    split.kind === 'folds'
      ? foldOf(row.unitId, split.folds, draw) === 0
      : (row.start ?? row.end ?? 0) >= split.on
  const counted = rowsOf(task).filter(row => row[task.target] !== null)
  const trained = shuffledUnits(
    counted.filter(row => !isTested(row)),
    draw,
  )
  if (trained.length < 0.9 * orders) return undefined
  const tested = shuffledUnits(counted.filter(isTested), draw)
  const kept = new Set(trained.slice(0, orders))
  const asked = new Set(tested.slice(0, mostTested))
  return counted.filter(row => (isTested(row) ? asked : kept).has(row.unitId))
}

function shuffledUnits(rows: readonly HistoryRow[], draw: number): string[] {
  const key = (unit: string) => foldOf(unit, 4_294_967_291, 7 * draw + 1)
  return [...new Set(rows.map(({ unitId }) => unitId))].toSorted((a, b) => key(a) - key(b))
}
