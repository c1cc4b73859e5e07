import { type CountScale, countScale } from './countScale.ts'

export const intervalChartSize = { height: 264, top: 10, baseline: 236, labels: 258 } as const

/** A forecast with what came of it. */
export type IntervalPoint = {
  readonly name: string
  /** ISO date; '' where it is not known. */
  readonly day: string
  readonly actual: number
  readonly p025: number
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p975: number
}

export function isPointOutside({ actual, p10, p90 }: IntervalPoint): boolean {
  return actual < p10 || actual > p90
}

/** Room of one order, so that its dot can be pointed at. */
const leastStepPx = 9
const mostStepPx = 64
const right = 8
const digitPx = 7

export type IntervalChartLayout = {
  readonly left: number
  readonly step: number
  readonly barWidth: number
  readonly scale: CountScale
  readonly x: (place: number) => number
  readonly placeAt: (px: number) => number | undefined
}

/** How many orders fit side by side. */
export function capacityOf(width: number): number {
  return Math.max(1, Math.floor((width - 56) / leastStepPx))
}

/** Where everything of an order-by-order chart stands, in px. */
export function intervalChartLayout(
  points: readonly IntervalPoint[],
  width: number,
  format: (value: number) => string,
): IntervalChartLayout {
  const { top, baseline } = intervalChartSize
  const values = points.flatMap(({ actual, p10, p90 }) => [actual, p10, p90])
  const scale = countScale(values, { top, bottom: baseline })
  const left = Math.max(...scale.ticks.map(({ value }) => format(value).length)) * digitPx + 10
  const room = Math.max(0, width - left - right)
  const step = Math.min(mostStepPx, room / Math.max(1, points.length))
  const placeOf = (px: number) => Math.floor((px - left) / step)
  return {
    left,
    step,
    barWidth: Math.min(10, Math.max(3, step * 0.5)),
    scale,
    x: place => left + (place + 0.5) * step,
    placeAt(px) {
      const place = placeOf(px)
      return place < 0 || place >= points.length ? undefined : place
    },
  }
}
