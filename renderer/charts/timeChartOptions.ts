import uPlot from 'uplot'

import type { BandRow } from './bandRow.ts'
import type { ChartColours } from './chartColours.ts'
import { valueTicks } from './timeChartTicks.ts'

export type TimeChartDrawing = {
  readonly rows: () => readonly BandRow[]
  readonly colours: () => ChartColours
  /** Of the value axis. */
  readonly format: (value: number) => string
  /** Under a day. */
  readonly dayLabel: (date: string) => string
  readonly target: () => number | undefined
  /** Whether values are counts, so that the axis has whole numbers only. */
  readonly isWhole: boolean
  readonly onCursor: (index: number | undefined) => void
}

const labelFont = '12px "Geist Variable", system-ui, sans-serif'
const leastDayLabelPx = 27
const leastDateLabelPx = 46
/** Up to here days are told by their weekday, beyond it by their date. */
export const mostWeekdays = 10
const axisGapPx = 8

/** Days as columns for uPlot: place, 95, 80 and 50% bounds, median, actual, target. */
export function timeChartData(rows: readonly BandRow[], target: number | undefined): uPlot.AlignedData {
  // A single day is drawn as a band of its own width: a point has no area.
  const days = rows.length === 1 ? [...rows, ...rows] : rows
  const column = (pick: (row: BandRow) => number | null | undefined) => days.map(row => pick(row) ?? null)
  return [
    days.map((_, i) => i),
    column(row => row.spread.p025),
    column(row => row.spread.p975),
    column(row => row.spread.p10),
    column(row => row.spread.p90),
    column(row => row.spread.p25),
    column(row => row.spread.p75),
    column(row => row.spread.p50),
    column(row => row.actual),
    column(() => target),
  ]
}

export function timeChartOptions(
  drawing: TimeChartDrawing,
  size: { readonly width: number; readonly height: number },
): uPlot.Options {
  return {
    ...size,
    padding: [8, 14, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: false, range: () => [0, Math.max(1, drawing.rows().length - 1)] },
      y: { range: () => [0, ticksOf(drawing).at(-1) ?? 1] },
    },
    axes: [dayAxis(drawing), valueAxis(drawing)],
    series: seriesOf(drawing),
    bands: [
      { series: [2, 1], fill: () => drawing.colours().band95 },
      { series: [4, 3], fill: () => drawing.colours().band80 },
      { series: [6, 5], fill: () => drawing.colours().band50 },
    ],
    cursor: {
      y: false,
      move: snappedToDay,
      drag: { x: false, y: false, setScale: false },
      points: {
        show: (self, index) => pointShown(self, index),
        size: 7,
        width: 2,
        fill: () => drawing.colours().ink,
        stroke: () => drawing.colours().panel,
      },
    },
    hooks: { setCursor: [self => drawing.onCursor(cursorRow(self, drawing.rows().length))] },
  }
}

const medianSeries = 7
const actualSeries = 8

function pointShown(self: uPlot, index: number): HTMLElement {
  const point = document.createElement('div')
  point.hidden = index !== medianSeries && !(index === actualSeries && self.series.length > actualSeries)
  return point
}

function cursorRow(self: uPlot, rows: number): number | undefined {
  const { idx, left } = self.cursor
  if (idx === null || idx === undefined || left === undefined || left < 0) return undefined
  return Math.min(idx, rows - 1)
}

function ticksOf(drawing: TimeChartDrawing): readonly number[] {
  return valueTicks(drawing.rows(), drawing.target(), drawing.isWhole)
}

function seriesOf(drawing: TimeChartDrawing): uPlot.Series[] {
  const edge: uPlot.Series = { points: { show: false }, width: 0 }
  return [
    {},
    ...Array.from({ length: 6 }, () => edge),
    { points: { show: false }, width: 1.5, stroke: () => medianInk(drawing) },
    {
      width: 1.5,
      stroke: () => drawing.colours().ink,
      points: {
        show: true,
        size: 7,
        fill: () => drawing.colours().ink,
        stroke: () => drawing.colours().panel,
      },
    },
    { points: { show: false }, width: 1, dash: [2, 3], stroke: () => drawing.colours().ink },
  ]
}

/** The cursor stands on a day, never between two; left of the chart means away. */
function snappedToDay(self: uPlot, left: number, top: number): [number, number] {
  return left < 0 ? [left, top] : [self.valToPos(self.data[0][self.posToIdx(left)] ?? 0, 'x'), top]
}

/** Beside what really came, which is in ink, the middle of the forecast steps back. */
function medianInk(drawing: TimeChartDrawing): string {
  const hasActual = drawing.rows().some(row => row.actual !== undefined)
  const { ink, panel } = drawing.colours()
  return hasActual ? panel : ink
}

function dayAxis(drawing: TimeChartDrawing): uPlot.Axis {
  return {
    font: labelFont,
    stroke: () => drawing.colours().quietInk,
    size: 26,
    gap: 8,
    grid: { show: false },
    ticks: { show: false },
    splits: self => {
      const count = drawing.rows().length
      if (count === 1) return [0.5]
      const labelPx = count > mostWeekdays ? leastDateLabelPx : leastDayLabelPx
      const step = Math.ceil(((count - 1) * labelPx) / Math.max(1, self.bbox.width / uPlot.pxRatio))
      return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step)
    },
    values: (_, splits) =>
      splits.map(split => drawing.dayLabel(drawing.rows()[Math.floor(split)]?.date ?? '')),
  }
}

function valueAxis(drawing: TimeChartDrawing): uPlot.Axis {
  return {
    font: labelFont,
    stroke: () => drawing.colours().quietInk,
    gap: axisGapPx,
    grid: { stroke: () => drawing.colours().line, width: 1 },
    ticks: { show: false },
    splits: () => [...ticksOf(drawing)],
    values: (_, splits) => splits.map(drawing.format),
    size: (self, values) => {
      self.ctx.save()
      self.ctx.font = labelFont
      const widths = (values ?? []).map(text => self.ctx.measureText(text).width)
      self.ctx.restore()
      return Math.ceil(Math.max(0, ...widths)) + axisGapPx + 2
    },
  }
}
