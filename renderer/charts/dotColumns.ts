/** Outcomes from `from` (included) to `to` (excluded): a column of dots. */
export type DotColumn = {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Whether every outcome of the column reaches the target. */
  readonly reaches: boolean
}

/** About as many columns as a stack of fifty dots reads well in. */
const columnsWanted = 20

/**
 * The columns of a quantile dot plot (U51), without a gap from the least outcome to the largest. The target is always a
 * border between two columns, so that no column mixes outcomes that reach it with some that do not.
 */
export function dotColumns(outcomes: readonly number[], target: number): readonly DotColumn[] {
  if (outcomes.length === 0) return []
  const least = Math.min(...outcomes)
  const most = Math.max(...outcomes)
  const width = Math.max(1, Math.ceil((most - least) / columnsWanted))
  const indexOf = (outcome: number) => Math.floor((outcome - target) / width)
  const first = indexOf(least)
  const counts = Array.from({ length: indexOf(most) - first + 1 }, () => 0)
  for (const outcome of outcomes)
    counts[indexOf(outcome) - first] = (counts[indexOf(outcome) - first] ?? 0) + 1
  return counts.map((count, i) => {
    const from = target + (first + i) * width
    return { from, to: from + width, count, reaches: from >= target }
  })
}

export type DotGrid = {
  /** Dots side by side in one column. */
  readonly perRow: number
  /** Centre to centre, px. */
  readonly pitch: number
}

/** From here on one stack reads better than larger dots side by side. */
const pleasantPitchPx = 9

/** How large the dots of columns `columnWidth` px wide can be, when the fullest column has to fit into `height` px. */
export function dotGrid(fullest: number, columnWidth: number, height: number): DotGrid {
  let best: DotGrid = { perRow: 1, pitch: 0 }
  for (let perRow = 1; perRow <= Math.max(1, fullest) && best.pitch < pleasantPitchPx; perRow++) {
    const pitch = Math.min(columnWidth / perRow, height / Math.ceil(fullest / perRow))
    if (pitch > best.pitch) best = { perRow, pitch }
  }
  return best
}
