import { type BaselineName, baselineNames, type Baselines, fitBaselines } from './baselines.ts'
import { distributionOf } from './distribution.ts'
import { forecastUnit } from './forecastUnit.ts'
import { gammaPoissonEnds, gammaPoissonQuantiles } from './gammaPoisson.ts'
import { type HistoryRow, type HistoryTarget, historyTargets } from './history.ts'
import { learn } from './learn.ts'
import type { Learned, LearnProgress } from './learned.ts'
import type { MarketPrior } from './marketPrior.ts'
import { countQuantiles } from './poissonLogNormal.ts'
import { crpsOf, crpsProbabilities, type Scored, type Scores, scoresOf, toldProbabilities } from './scores.ts'
import { countedTargets, splitByDate, splitByFold, type SplitRows } from './split.ts'

export type BacktestSplit =
  | { readonly kind: 'date'; readonly on: number }
  | { readonly kind: 'folds'; readonly folds: number }
  | { readonly kind: 'rolling'; readonly on: number; readonly days: number }

export type BacktestOptions = {
  readonly seed: number
  readonly split: BacktestSplit
  readonly targets?: readonly HistoryTarget[]
  readonly priors?: readonly MarketPrior[]
}

/** One test unit and target; `actual` was never shown to the forecast. */
export type BacktestRow = {
  readonly unitId: string
  readonly start: number | null
  readonly end: number | null
  readonly target: HistoryTarget
  readonly actual: number
  readonly mean: number
  readonly p025: number
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p975: number
}

export type TargetReport = {
  readonly target: HistoryTarget
  readonly scores: Scores
  /** A baseline is absent where it cannot be made: no video or unit repeats. */
  readonly baselines: Partial<Record<BaselineName, Scores>>
  /** Scores over those of the best baseline of the same score; below 1 is better than it. */
  readonly skill: { readonly wape: number; readonly intervalScore: number; readonly crps: number }
}

export type BacktestReport = {
  readonly targets: readonly TargetReport[]
  readonly rows: readonly BacktestRow[]
  readonly trainRows: number
  /** Rows that are on neither side of the split. */
  readonly leftOutRows: number
}

/** One fold or origin: independent of the others, so that threads may run them in any order. */
export type BacktestShard =
  | { readonly index: number; readonly kind: 'date'; readonly on: number; readonly until: number | null }
  | { readonly index: number; readonly kind: 'fold'; readonly fold: number; readonly folds: number }

/** A row with what its scores need: its CRPS, and quantiles and CRPS of each baseline. */
export type ScoredRow = BacktestRow & {
  readonly crps: number
  readonly baselines: Partial<
    Record<
      BaselineName,
      { readonly quantiles: readonly number[]; readonly crps: number; readonly isOwn: boolean }
    >
  >
}

/** What a shard found: plain data, merged in any order. */
export type ShardResult = {
  readonly index: number
  readonly trainRows: number
  readonly leftOutRows: number
  readonly rows: readonly ScoredRow[]
}

/** Origins that are at most made of one history. */
const mostOrigins = 200

export function backtestShards(
  rows: readonly HistoryRow[],
  { split }: BacktestOptions,
): readonly BacktestShard[] {
  if (split.kind === 'date') return [{ index: 0, kind: 'date', on: split.on, until: null }]
  if (split.kind === 'folds')
    return Array.from({ length: split.folds }, (_, fold) => ({
      index: fold,
      kind: 'fold' as const,
      fold,
      folds: split.folds,
    }))
  const last = rows.reduce((last, { start, end }) => Math.max(last, start ?? end ?? last), split.on)
  const step = Math.max(1, split.days, Math.ceil((last - split.on + 1) / mostOrigins))
  const shards: BacktestShard[] = []
  for (let on = split.on; on <= last; on += step)
    shards.push({ index: shards.length, kind: 'date', on, until: on + step })
  return shards
}

export function* runShard(
  rows: readonly HistoryRow[],
  options: BacktestOptions,
  shard: BacktestShard,
): Generator<LearnProgress, ShardResult> {
  const { seed, priors } = options
  const split =
    shard.kind === 'fold'
      ? splitByFold(rows, shard.fold, { folds: shard.folds, seed })
      : splitByDate(rows, shard.on, shard.until ?? undefined)
  const targets = options.targets ?? countedTargets(rows)
  const learned = yield* learn(split.train, {
    seed,
    targets,
    ...(shard.kind === 'fold'
      ? { isTimeless: true }
      : { asOf: shard.on, horizonDays: reachOf(split, shard.on) }),
    ...(priors ? { priors } : {}),
  })
  const scored: ScoredRow[] = []
  for (const target of targets) yield* scoreTarget(learned, split, target, scored)
  return { index: shard.index, trainRows: split.train.length, leftOutRows: split.leftOut, rows: scored }
}

/** How far ahead half of the tests lie. */
function reachOf({ test }: SplitRows, on: number): number {
  const ahead = test.map(({ start }) => (start ?? on) - on).toSorted((a, b) => a - b)
  return Math.max(7, ahead[ahead.length >> 1] ?? 7)
}

function* scoreTarget(
  learned: Learned,
  { train, test }: SplitRows,
  target: HistoryTarget,
  scored: ScoredRow[],
): Generator<LearnProgress, void> {
  const baselines = fitBaselines(train, target)
  for (let i = 0; i < test.length; i++) {
    if (i % 200 === 0) yield { fraction: i / test.length, note: 'forecasting' }
    const row = test[i]!
    const actual = row[target]
    if (actual === null) continue
    // The forecast is given the unit as it would stand in a list to forecast: without any count.
    const unit = { ...row, impressions: null, reach: null, linkClicks: null, conversions: null }
    const forecast = forecastUnit(learned, unit).targets[target]
    if (!forecast) continue
    const quantiles = countQuantiles(distributionOf(learned, target, unit).distribution, crpsProbabilities)
    scored.push({
      unitId: row.unitId,
      start: row.start,
      end: row.end,
      target,
      actual,
      ...forecast,
      crps: crpsOf(quantiles, actual),
      baselines: baselineScores(baselines, unit, actual),
    })
  }
}

function baselineScores(baselines: Baselines, unit: HistoryRow, actual: number): ScoredRow['baselines'] {
  const scores: ScoredRow['baselines'] = {}
  const pooled = baselines(unit, 'pooled') ?? { mean: 0, shape: 1 }
  for (const name of baselineNames) {
    const own = baselines(unit, name)
    const forecast = own ?? pooled
    Object.assign(scores, {
      [name]: {
        quantiles: gammaPoissonEnds(forecast, toldProbabilities),
        crps: crpsOf(gammaPoissonQuantiles(forecast, crpsProbabilities), actual),
        isOwn: own !== undefined,
      },
    })
  }
  return scores
}

/** Scores of all shards together, whatever their order. */
export function reportOf(results: readonly ShardResult[]): BacktestReport {
  const ordered = results.toSorted((a, b) => a.index - b.index)
  const rows = ordered.flatMap(result => result.rows)
  const targets = historyTargets
    .map(target =>
      targetReport(
        target,
        rows.filter(row => row.target === target),
      ),
    )
    .filter(report => report.scores.n > 0)
  return {
    targets,
    rows: rows.map(({ crps: _crps, baselines: _baselines, ...row }) => row),
    trainRows: ordered.reduce((sum, { trainRows }) => sum + trainRows, 0),
    leftOutRows: ordered.reduce((sum, { leftOutRows }) => sum + leftOutRows, 0),
  }
}

function targetReport(target: HistoryTarget, rows: readonly ScoredRow[]): TargetReport {
  const scores = scoresOf(
    rows.map(row => ({
      target,
      actual: row.actual,
      quantiles: [row.p025, row.p10, row.p25, row.p50, row.p75, row.p90, row.p975],
      crps: row.crps,
    })),
  )
  const baselines: Partial<Record<BaselineName, Scores>> = {}
  for (const name of baselineNames) {
    const scored: Scored[] = rows.flatMap(({ actual, baselines: { [name]: own } }) =>
      own ? [{ target, actual, ...own }] : [],
    )
    if (rows.some(({ baselines: { [name]: own } }) => own?.isOwn)) baselines[name] = scoresOf(scored)
  }
  const ratio = (score: (scores: Scores) => number) => {
    const best = Math.min(...Object.values(baselines).map(score))
    return best > 0 && Number.isFinite(best) ? score(scores) / best : 1
  }
  return {
    target,
    scores,
    baselines,
    skill: {
      wape: ratio(({ wape }) => wape),
      intervalScore: ratio(({ intervalScore }) => intervalScore),
      crps: ratio(({ crps }) => crps),
    },
  }
}

/** Forecasts every test unit from what is on the other side of the split alone, and scores the forecasts (CA4, CA5). */
export function* backtest(
  rows: readonly HistoryRow[],
  options: BacktestOptions,
): Generator<LearnProgress, BacktestReport> {
  const results: ShardResult[] = []
  for (const shard of backtestShards(rows, options)) results.push(yield* runShard(rows, options, shard))
  return reportOf(results)
}
