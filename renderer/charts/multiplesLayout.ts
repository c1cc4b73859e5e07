import type { Spread } from '../../core/forecast/spread.ts'
import { niceTicks } from './niceTicks.ts'
import type { PlotPoint } from './plot.ts'

export const multipleSize = { height: 104, baseline: 82, top: 6, labels: 100 } as const

const right = 6
/** Width of a digit of the value axis. */
const digitPx = 7

export type MultiplesScale = {
  readonly left: number
  readonly ticks: readonly number[]
  readonly most: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/** One scale for all: what is higher in one of them is higher in truth. */
export function multiplesScale(
  all: readonly (readonly PlotPoint[])[],
  width: number,
  format: (value: number) => string,
): MultiplesScale {
  const points = all.flat()
  const known = points
    .flatMap(({ middle, spread }) => [middle, spread?.p025 ?? null, spread?.p975 ?? null])
    .filter(value => value !== null)
  const ticks = niceTicks(Math.min(0, ...known), Math.max(1e-9, ...known), { count: 2 })
  const [least, highest] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const left = Math.max(...ticks.map(tick => format(tick).length)) * digitPx + 8
  const most = Math.max(1e-9, ...points.map(({ x }) => x))
  const { baseline, top } = multipleSize
  return {
    left,
    ticks,
    most,
    x: value => left + (value / most) * Math.max(0, width - left - right),
    y: value => baseline - ((value - least) / (highest - least)) * (baseline - top),
  }
}

/** A band between two quantiles, as a path; empty where there is none. */
export function bandPath(
  points: readonly PlotPoint[],
  [low, high]: readonly [keyof Spread, keyof Spread],
  { x, y }: Pick<MultiplesScale, 'x' | 'y'>,
): string {
  const ends = points.flatMap(({ x: at, spread }) => {
    const [from, to] = [spread?.[low] ?? null, spread?.[high] ?? null]
    return from === null || to === null ? [] : [{ x: x(at), from: y(from), to: y(to) }]
  })
  if (ends.length < 2) return ''
  const there = ends.map(end => `${end.x.toFixed(1)} ${end.to.toFixed(1)}`)
  const back = ends.toReversed().map(end => `${end.x.toFixed(1)} ${end.from.toFixed(1)}`)
  return `M${[...there, ...back].join('L')}Z`
}

export function linePath(points: readonly PlotPoint[], { x, y }: Pick<MultiplesScale, 'x' | 'y'>): string {
  const places = points.flatMap(({ x: at, middle }) =>
    middle === null ? [] : [`${x(at).toFixed(1)} ${y(middle).toFixed(1)}`],
  )
  return places.length < 2 ? '' : `M${places.join('L')}`
}

/** The place nearest to a position; undefined without places. */
export function placeAt(
  points: readonly PlotPoint[],
  px: number,
  { x }: Pick<MultiplesScale, 'x'>,
): number | undefined {
  const distances = points.map(point => Math.abs(x(point.x) - px))
  const place = distances.indexOf(Math.min(...distances))
  return place < 0 ? undefined : place
}
