import { fitShape, type GammaPoisson } from './gammaPoisson.ts'
import type { HistoryRow, HistoryTarget, UnitPeriod } from './history.ts'

export const baselineNames = ['pooled', 'video', 'last'] as const
export type BaselineName = (typeof baselineNames)[number]

/** What simple forecasters would say: each gives a negative binomial, or nothing where it has nothing to go by. */
export type Baselines = (unit: UnitPeriod, name: BaselineName) => GammaPoisson | undefined

type Rated = { readonly row: HistoryRow; readonly spend: number; readonly count: number }
type Totals = { spend: number; count: number; rows: number }

/**
 * The pooled rate of the currency; the rate of the video, shrunk to it as if the video had one more average unit of the
 * pooled rate behind it; the rate of the unit's last period. Shapes are the most likely ones on the rows learnt from.
 */
export function fitBaselines(rows: readonly HistoryRow[], target: HistoryTarget): Baselines {
  const rated = ratedRows(rows, target)
  const byCurrency = totalsBy(rated, ({ row }) => row.currency)
  const byVideo = totalsBy(rated, ({ row }) => videoKey(row))
  const last = lastPeriods(rated)
  const pooledMean = (unit: UnitPeriod, spend: number): number | undefined => {
    const totals = byCurrency.get(unit.currency)
    return totals && (spend * (totals.count + 0.5)) / (totals.spend + 1e-9)
  }
  const videoMean = (unit: UnitPeriod, spend: number): number | undefined => {
    const pooled = byCurrency.get(unit.currency)
    if (unit.videoId === '' || !pooled) return undefined
    const own = byVideo.get(videoKey(unit))
    const extra = pooled.spend / pooled.rows
    const rate = (pooled.count + 0.5) / (pooled.spend + 1e-9)
    return (spend * ((own?.count ?? 0) + extra * rate)) / ((own?.spend ?? 0) + extra)
  }
  const lastMean = (unit: UnitPeriod, spend: number): number | undefined => {
    const period = last.get(unit.unitId)
    return period && period.row.currency === unit.currency
      ? (spend * (period.count + 0.5)) / period.spend
      : undefined
  }
  const shapes = {
    pooled: shapeOf(rated, pooledMean),
    video: shapeOf(rated, videoMean),
    last: shapeOf(...laterPeriods(rated)),
  }
  const means = { pooled: pooledMean, video: videoMean, last: lastMean }
  return (unit, name) => {
    const mean = means[name](unit, unit.spend ?? 0)
    return mean === undefined ? undefined : { mean, shape: shapes[name] }
  }
}

function ratedRows(rows: readonly HistoryRow[], target: HistoryTarget): Rated[] {
  const rated: Rated[] = []
  for (const row of rows) {
    const count = row[target]
    if (row.spend !== null && row.spend > 0 && count !== null) rated.push({ row, spend: row.spend, count })
  }
  return rated
}

function totalsBy(rated: readonly Rated[], keyOf: (rated: Rated) => string): Map<string, Totals> {
  const groups = new Map<string, Totals>()
  for (const one of rated) {
    const key = keyOf(one)
    const totals = groups.get(key) ?? { spend: 0, count: 0, rows: 0 }
    totals.spend += one.spend
    totals.count += one.count
    totals.rows++
    groups.set(key, totals)
  }
  return groups
}

function videoKey(unit: UnitPeriod): string {
  return `${unit.currency} ${unit.videoId}`
}

function lastPeriods(rated: readonly Rated[]): Map<string, Rated> {
  const last = new Map<string, Rated>()
  for (const one of rated) {
    const before = last.get(one.row.unitId)
    if (!before || (one.row.start ?? 0) >= (before.row.start ?? 0)) last.set(one.row.unitId, one)
  }
  return last
}

type MeanOf = (unit: UnitPeriod, spend: number) => number | undefined

/** Periods of units that had one before, with the mean that the one before gives. */
function laterPeriods(rated: readonly Rated[]): [Rated[], MeanOf] {
  const ordered = rated.toSorted((a, b) => (a.row.start ?? 0) - (b.row.start ?? 0))
  const before = new Map<string, Rated>()
  const means = new Map<UnitPeriod, number>()
  const later: Rated[] = []
  for (const one of ordered) {
    const earlier = before.get(one.row.unitId)
    before.set(one.row.unitId, one)
    if (!earlier) continue
    later.push(one)
    means.set(one.row, (one.spend * (earlier.count + 0.5)) / earlier.spend)
  }
  return [later, unit => means.get(unit)]
}

function shapeOf(rated: readonly Rated[], meanOf: MeanOf): number {
  const counts: number[] = []
  const means: number[] = []
  for (const { row, spend, count } of rated) {
    const mean = meanOf(row, spend)
    if (mean === undefined) continue
    counts.push(count)
    means.push(mean)
  }
  return fitShape(counts, means)
}
