import uPlot from 'uplot'

import type { ChartColours } from './chartColours.ts'
import type { Plot, PlotPoint } from './plot.ts'

type PlotDrawing = { readonly plot: Plot; readonly colours: () => ChartColours }

const labelFont = '12px "Geist Variable", system-ui, sans-serif'
const axisGapPx = 8

/** Places as columns for uPlot: x, 95, 80 and 50% bounds, middle, actual, target. */
export function plotData(points: readonly PlotPoint[], target: number | undefined): uPlot.AlignedData {
  const [first] = points
  // A single place is drawn as a band of its own width: a point has no area.
  const drawn = first !== undefined && points.length === 1 ? [first, { ...first, x: first.x + 1 }] : points
  const column = (pick: (point: PlotPoint) => number | null | undefined) =>
    drawn.map(point => pick(point) ?? null)
  return [
    drawn.map(({ x }) => x),
    column(point => point.spread?.p025),
    column(point => point.spread?.p975),
    column(point => point.spread?.p10),
    column(point => point.spread?.p90),
    column(point => point.spread?.p25),
    column(point => point.spread?.p75),
    column(point => point.middle),
    column(point => point.actual),
    column(() => target),
  ]
}

export function plotOptions(plot: Plot, colours: () => ChartColours, width: number): uPlot.Options {
  const drawing = { plot, colours }
  return {
    width,
    height: drawing.plot.heightPx,
    padding: [8, 14, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: false, range: () => shownRange(drawing) },
      y: { range: () => [drawing.plot.valueTicks()[0] ?? 0, drawing.plot.valueTicks().at(-1) ?? 1] },
    },
    axes: [placeAxis(drawing), valueAxis(drawing)],
    series: seriesOf(drawing),
    bands: [
      { series: [2, 1], fill: () => drawing.colours().band95 },
      { series: [4, 3], fill: () => drawing.colours().band80 },
      { series: [6, 5], fill: () => drawing.colours().band50 },
    ],
    cursor: {
      y: false,
      move: snappedToPlace,
      drag: { x: true, y: false, setScale: false, dist: leastDragPx },
      bind: { dblclick: () => () => whole(drawing) },
      points: {
        show: pointShown,
        size: 7,
        width: 2,
        fill: () => drawing.colours().ink,
        stroke: () => drawing.colours().panel,
      },
    },
    hooks: {
      setCursor: [self => drawing.plot.onCursor(cursorPlace(self, drawing.plot.points().length))],
      setSelect: [self => zoomToSelection(self, drawing)],
      draw: [self => drawOwn(self, drawing)],
    },
  }
}

/** A shorter drag is a click that slipped. */
const leastDragPx = 12

function whole(drawing: PlotDrawing): null {
  drawing.plot.onWhole()
  return null
}

function zoomToSelection(self: uPlot, drawing: PlotDrawing): void {
  const { left, width } = self.select
  if (width <= 0) return
  drawing.plot.onZoom(
    self.posToIdx(left),
    Math.min(drawing.plot.points().length - 1, self.posToIdx(left + width)),
  )
  self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
}

function shownRange(drawing: PlotDrawing): [number, number] {
  const [from, to] = drawing.plot.shown()
  const [least, most] = [drawing.plot.points()[from]?.x ?? 0, drawing.plot.points()[to]?.x ?? 0]
  return [least, most > least ? most : least + 1]
}

const middleSeries = 7
const actualSeries = 8

function pointShown(self: uPlot, index: number): HTMLElement {
  const point = document.createElement('div')
  point.hidden = index !== middleSeries && !(index === actualSeries && self.series.length > actualSeries)
  return point
}

function cursorPlace(self: uPlot, count: number): number | undefined {
  const { idx, left } = self.cursor
  if (idx === null || idx === undefined || left === undefined || left < 0) return undefined
  return Math.min(idx, count - 1)
}

function seriesOf(drawing: PlotDrawing): uPlot.Series[] {
  const edge: uPlot.Series = { points: { show: false }, width: 0 }
  return [
    {},
    ...Array.from({ length: 6 }, () => edge),
    { points: { show: false }, width: 1.5, spanGaps: true, stroke: () => middleInk(drawing) },
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

/** The cursor stands on a place, never between two; left of the chart means away. */
function snappedToPlace(self: uPlot, left: number, top: number): [number, number] {
  // While a range is dragged, it ends where the pointer is.
  if (left < 0 || self.select.width > 0) return [left, top]
  return [self.valToPos(self.data[0][self.posToIdx(left)] ?? 0, 'x'), top]
}

/** Beside what really came, which is in ink, the middle of the forecast steps back. */
function middleInk(drawing: PlotDrawing): string {
  const hasActual = drawing.plot.points().some(({ actual }) => actual !== undefined)
  const { ink, panel } = drawing.colours()
  return hasActual ? panel : ink
}

function drawOwn(self: uPlot, drawing: PlotDrawing): void {
  const own = drawing.plot.own?.()
  if (own === undefined) return
  const { ctx, bbox } = self
  const x = Math.round(self.valToPos(own, 'x', true))
  if (x < bbox.left || x > bbox.left + bbox.width) return
  ctx.save()
  ctx.strokeStyle = drawing.colours().ink
  ctx.lineWidth = uPlot.pxRatio
  ctx.setLineDash([2 * uPlot.pxRatio, 3 * uPlot.pxRatio])
  ctx.beginPath()
  ctx.moveTo(x, bbox.top)
  ctx.lineTo(x, bbox.top + bbox.height)
  ctx.stroke()
  ctx.restore()
}

function placeAxis(drawing: PlotDrawing): uPlot.Axis {
  return {
    font: labelFont,
    stroke: () => drawing.colours().quietInk,
    size: 26,
    gap: 8,
    grid: { show: false },
    ticks: { show: false },
    splits: self => {
      const [from, to] = shownRange(drawing)
      return drawing.plot.placeTicks(self.bbox.width / uPlot.pxRatio).filter(x => x >= from && x <= to)
    },
    values: (_, splits) => splits.map(drawing.plot.placeLabel),
  }
}

function valueAxis(drawing: PlotDrawing): uPlot.Axis {
  return {
    font: labelFont,
    stroke: () => drawing.colours().quietInk,
    gap: axisGapPx,
    grid: { stroke: () => drawing.colours().line, width: 1 },
    ticks: { show: false },
    splits: () => [...drawing.plot.valueTicks()],
    values: (_, splits) => splits.map(drawing.plot.format),
    size: (self, values) => {
      self.ctx.save()
      self.ctx.font = labelFont
      const widths = (values ?? []).map(text => self.ctx.measureText(text).width)
      self.ctx.restore()
      return Math.ceil(Math.max(0, ...widths)) + axisGapPx + 2
    },
  }
}
