import { createEffect, onCleanup } from 'solid-js'
import uPlot from 'uplot'

import { chartColours, onThemeChange } from './chartColours.ts'
import type { Plot } from './plot.ts'
import { plotData, plotOptions } from './plotOptions.ts'

import 'uplot/dist/uPlot.min.css'

/** The one way to uPlot: draws into `place` and keeps the drawing up to date with data, size, theme, cursor and zoom. */
export function createPlot(place: HTMLElement, plot: Plot): void {
  let colours = chartColours(place)
  const options = plotOptions(plot, () => colours, Math.max(1, place.clientWidth))
  const chart = new uPlot(options, plotData([], undefined), place)
  onCleanup(() => chart.destroy())
  onCleanup(
    onThemeChange(() => {
      colours = chartColours(place)
      chart.redraw(false, true)
    }),
  )
  createEffect(() => {
    if (plot.width() > 0) chart.setSize({ width: plot.width(), height: plot.heightPx })
  })
  createEffect(() => {
    plot.language()
    plot.shown()
    plot.own?.()
    chart.setData(plotData(plot.points(), plot.target?.()))
  })
  createEffect(() => {
    const index = plot.cursor()
    plot.shown()
    if (index === chart.cursor.idx) return
    const x = index === undefined ? undefined : chart.data[0][index]
    chart.setCursor(x === undefined ? away : { left: chart.valToPos(x, 'x'), top: 1 }, false)
  })
}

const away = { left: -10, top: -10 }
