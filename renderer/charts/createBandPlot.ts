import { createEffect, onCleanup } from 'solid-js'
import uPlot from 'uplot'

import { chartColours, onThemeChange } from './chartColours.ts'
import { timeChartData, type TimeChartDrawing, timeChartOptions } from './timeChartOptions.ts'

type BandPlot = Omit<TimeChartDrawing, 'colours'> & {
  readonly width: () => number
  readonly cursor: () => number | undefined
  /** Read to redraw labels when the language changes. */
  readonly language: () => string
}

export const bandPlotHeightPx = 124

/** Draws bands into `place` and keeps the drawing up to date with its data, size, theme and cursor. */
export function createBandPlot(place: HTMLElement, plot: BandPlot): void {
  let colours = chartColours(place)
  const options = timeChartOptions(
    { ...plot, colours: () => colours },
    { width: Math.max(1, place.clientWidth), height: bandPlotHeightPx },
  )
  const chart = new uPlot(options, timeChartData([], undefined), place)
  onCleanup(() => chart.destroy())
  onCleanup(
    onThemeChange(() => {
      colours = chartColours(place)
      chart.redraw(false, true)
    }),
  )
  createEffect(() => {
    if (plot.width() > 0) chart.setSize({ width: plot.width(), height: bandPlotHeightPx })
  })
  createEffect(() => {
    plot.language()
    chart.setData(timeChartData(plot.rows(), plot.target()))
  })
  createEffect(() => {
    const index = plot.cursor()
    if (index === chart.cursor.idx) return
    chart.setCursor(index === undefined ? away : { left: chart.valToPos(index, 'x'), top: 1 }, false)
  })
}

const away = { left: -10, top: -10 }
