import { type IntervalPoint, isPointOutside } from './intervalChartLayout.ts'

export const ratioChartSize = { height: 178, top: 10, baseline: 150, labels: 172 } as const

const [left, right] = [44, 12]
const rounds = [1.5, 2, 3, 5, 10, 20, 50, 100]

/** How many times the middle of its forecast came; half a count more on both sides, so that none has a place too. */
export function ratioOf({ actual, p50 }: { readonly actual: number; readonly p50: number }): number {
  return (actual + 0.5) / (p50 + 0.5)
}

export type RatioChartLayout = {
  readonly left: number
  readonly dots: readonly { readonly x: number; readonly y: number; readonly isOutside: boolean }[]
  readonly ticks: readonly { readonly ratio: number; readonly y: number }[]
  readonly y: (ratio: number) => number
  readonly nearest: (px: number) => number | undefined
}

/** Ratios over time on a log scale: twice as many and half as many are equally far from the middle. */
export function ratioChartLayout(points: readonly IntervalPoint[], width: number): RatioChartLayout {
  const farthest = points.reduce((most, point) => Math.max(most, Math.abs(Math.log(ratioOf(point)))), 0)
  const limit = rounds.find(round => Math.log(round) >= farthest) ?? 100
  const { top, baseline } = ratioChartSize
  const middle = (top + baseline) / 2
  const y = (ratio: number) => {
    const bounded = Math.min(limit, Math.max(1 / limit, ratio))
    return middle - (Math.log(bounded) / Math.log(limit)) * (baseline - middle)
  }
  const times = points.map(({ day }) => Date.parse(`${day}T00:00Z`))
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0]
  const room = Math.max(0, width - left - right)
  const xOf = (place: number) =>
    to > from
      ? left + (((times[place] ?? from) - from) / (to - from)) * room
      : left + ((place + 0.5) / Math.max(1, points.length)) * room
  const dots = points.map((point, place) => ({
    x: xOf(place),
    y: y(ratioOf(point)),
    isOutside: isPointOutside(point),
  }))
  const half = rounds.findLast(round => Math.log(round) <= Math.log(limit) / 2 + 1e-9)
  const upper = half === undefined ? [limit] : [half, limit]
  return {
    left,
    dots,
    ticks: [...upper.map(ratio => 1 / ratio), 1, ...upper].map(ratio => ({ ratio, y: y(ratio) })),
    y,
    nearest(px) {
      const distances = dots.map(dot => Math.abs(dot.x - px))
      const place = distances.indexOf(Math.min(...distances))
      return place < 0 ? undefined : place
    },
  }
}
