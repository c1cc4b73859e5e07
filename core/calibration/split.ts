import { type HistoryRow, type HistoryTarget, historyTargets } from './history.ts'
import { mix } from './mix.ts'

/** What one forecast is made from, and the units whose counts it is compared with. */
export type SplitRows = {
  readonly train: readonly HistoryRow[]
  /** A unit's rows summed to one. */
  readonly test: readonly HistoryRow[]
  readonly leftOut: number
}

/**
 * Rows that end before `on` are learnt from; rows that start on `on` or later are tested. A row without an end counts as of
 * its start's day, one with neither is learnt from: nothing says that it is later. A row that straddles `on` is in neither:
 * its counts hold days of both sides.
 */
export function splitByDate(
  rows: readonly HistoryRow[],
  on: number,
  until: number = Number.POSITIVE_INFINITY,
): SplitRows {
  const train: HistoryRow[] = []
  const tested: HistoryRow[] = []
  let leftOut = 0
  for (const row of rows) {
    const end = row.end ?? row.start
    const start = row.start ?? row.end
    if (end === null || end < on) train.push(row)
    else if (start !== null && start >= on && start < until) tested.push(row)
    else leftOut++
  }
  return { train, test: sumByUnit(tested), leftOut }
}

/** Fold of a unit: a hash of its id and the seed. */
export function foldOf(unitId: string, folds: number, seed: number): number {
  let hash = mix((seed % 4294967296) ^ 0x9e3779b9)
  for (let i = 0; i < unitId.length; i++) hash = mix(hash ^ unitId.charCodeAt(i))
  return hash % folds
}

export function splitByFold(
  rows: readonly HistoryRow[],
  fold: number,
  { folds, seed }: { readonly folds: number; readonly seed: number },
): SplitRows {
  const train: HistoryRow[] = []
  const tested: HistoryRow[] = []
  for (const row of rows) (foldOf(row.unitId, folds, seed) === fold ? tested : train).push(row)
  return { train, test: sumByUnit(tested), leftOut: 0 }
}

/** One row per unit in the order of first appearance: counts and spends added, first start to last end. Unknown stays unknown. */
export function sumByUnit(rows: readonly HistoryRow[]): HistoryRow[] {
  const byUnit = new Map<string, HistoryRow>()
  for (const row of rows) {
    const before = byUnit.get(row.unitId)
    byUnit.set(row.unitId, before ? sumOf(before, row) : row)
  }
  return [...byUnit.values()]
}

function sumOf(a: HistoryRow, b: HistoryRow): HistoryRow {
  const startA = a.start ?? a.end
  const startB = b.start ?? b.end
  const endA = a.end ?? a.start
  const endB = b.end ?? b.start
  return {
    ...a,
    start: least(startA, startB),
    end: endA === null || endB === null ? (endA ?? endB) : Math.max(endA, endB),
    spend: added(a.spend, b.spend),
    impressions: added(a.impressions, b.impressions),
    reach: null,
    linkClicks: added(a.linkClicks, b.linkClicks),
    conversions: added(a.conversions, b.conversions),
  }
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function added(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

/** Targets of which at least one row has a count. */
export function countedTargets(rows: readonly HistoryRow[]): HistoryTarget[] {
  return historyTargets.filter(target => rows.some(row => row[target] !== null))
}
