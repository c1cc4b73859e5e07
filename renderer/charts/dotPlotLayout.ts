import { type DotColumn, dotGrid } from './dotColumns.ts'
import { niceTicks } from './niceTicks.ts'

const top = 18
const dots = 84
/** Heights of the parts of a dot plot, px from its top: target label, dots, axis, labels. */
export const dotPlotSize = {
  top,
  dots,
  baseline: top + dots,
  labels: top + dots + 18,
  height: top + dots + 24,
}

/** A target further out than this many ranges of the outcomes is shown at the edge: the dots stay readable. */
const mostStretch = 0.5
const edgePx = 14
const gapPx = 2
const largestDotPx = 11

export type DotPlotLayout = ReturnType<typeof dotPlotLayout>

/** Places of everything in a dot plot `width` px wide. */
export function dotPlotLayout(columns: readonly DotColumn[], target: number, width: number) {
  const least = columns[0]?.from ?? 0
  const most = columns.at(-1)?.to ?? 1
  const range = most - least
  const from = Math.max(0, Math.max(Math.min(least, target), least - range * mostStretch))
  const to = Math.min(Math.max(most, target), most + range * mostStretch)
  const usable = Math.max(1, width - 2 * edgePx)
  const xOf = (value: number) => edgePx + ((value - from) / (to - from)) * usable
  const columnWidth = (usable * ((columns[0]?.to ?? 1) - least)) / (to - from)
  const fullest = Math.max(1, ...columns.map(column => column.count))
  const { perRow, pitch } = dotGrid(fullest, columnWidth, dots)
  const radius = Math.max(1, (Math.min(pitch, largestDotPx + gapPx) - gapPx) / 2)
  const step = Math.min(pitch, largestDotPx + gapPx)
  const targetX = xOf(Math.min(to, Math.max(from, target)))
  return {
    dots: columns.flatMap(column => {
      const middle = xOf((column.from + column.to) / 2)
      return Array.from({ length: column.count }, (_, i) => ({
        x: middle + ((i % perRow) - (perRow - 1) / 2) * step,
        y: top + dots - 2 - radius - Math.floor(i / perRow) * step,
        radius,
        reaches: column.reaches,
      }))
    }),
    ticks: niceTicks(from, to, { count: 6, isWhole: true })
      .filter(value => value >= from && value <= to)
      .map(value => ({ value, x: xOf(value) })),
    target: { x: targetX, anchor: anchorAt(targetX, width) },
    columnWidth,
    columnLeft: (index: number) => xOf(columns[index]?.from ?? 0),
    /** The column under a place, if there is one. */
    columnAt: (x: number) => {
      const index = columns.findIndex(column => x >= xOf(column.from) && x < xOf(column.to))
      return index < 0 ? undefined : index
    },
  }
}

const labelHalfPx = 44

/** So that a label at the edge stays inside. */
function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < labelHalfPx) return 'start'
  return x > width - labelHalfPx ? 'end' : 'middle'
}
