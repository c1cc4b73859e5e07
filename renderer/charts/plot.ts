import type { Spread } from '../../core/forecast/spread.ts'

/** One place of a plot: a day, or a budget. */
export type PlotPoint = {
  readonly x: number
  /** Absent where a single figure is drawn, such as a cost. */
  readonly spread: Spread | null
  /** What the line goes through. */
  readonly middle: number | null
  /** What really came, where it is known. */
  readonly actual?: number | null | undefined
}

/** What `createPlot` draws, and follows while it changes. */
export type Plot = {
  readonly points: () => readonly PlotPoint[]
  readonly heightPx: number
  /** Of the value axis. */
  readonly format: (value: number) => string
  readonly valueTicks: () => readonly number[]
  /** Where labels stand under the axis, as many as have room. */
  readonly placeTicks: (widthPx: number) => readonly number[]
  readonly placeLabel: (x: number) => string
  /** A level to reach: a line across. */
  readonly target?: (() => number | undefined) | undefined
  /** A place that is meant: a line upwards. */
  readonly own?: (() => number | undefined) | undefined
  readonly cursor: () => number | undefined
  readonly onCursor: (place: number | undefined) => void
  /** The first and the last place that are shown. */
  readonly shown: () => readonly [number, number]
  readonly onZoom: (from: number, to: number) => void
  readonly onWhole: () => void
  readonly width: () => number
  /** Read to redraw labels when the language changes. */
  readonly language: () => string
}
