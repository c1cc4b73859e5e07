import type { Spread } from '../../core/forecast/spread.ts'
import type { BudgetPoint } from './BudgetChart.tsx'
import { niceTicks } from './niceTicks.ts'

export const budgetChartSize = { height: 178, baseline: 154 } as const

const top = 8
const right = 10
/** Width of a digit of the value axis. */
const digitPx = 7

type Tick = { readonly value: number; readonly x: number; readonly anchor: 'start' | 'middle' | 'end' }

export type BudgetChartLayout = {
  readonly left: number
  readonly x: (place: number) => number
  /** Undefined where the point has no value. */
  readonly y: (place: number) => number | undefined
  readonly nearest: (px: number) => number | undefined
  readonly valueTicks: readonly { readonly value: number; readonly y: number }[]
  readonly budgetTicks: readonly Tick[]
  readonly band95: string
  readonly band80: string
  readonly band50: string
  readonly line: string
}

/** Where everything of a budget chart stands, in px. */
export function budgetChartLayout(
  points: readonly BudgetPoint[],
  width: number,
  format: (value: number) => string,
): BudgetChartLayout {
  const values = points.flatMap(({ value, spread }) => [value, spread?.p025 ?? null, spread?.p975 ?? null])
  const known = values.filter(value => value !== null)
  const ticks = niceTicks(Math.min(0, ...known), Math.max(1e-9, ...known), { count: 4 })
  const [least, most] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const left = Math.max(...ticks.map(tick => format(tick).length)) * digitPx + 10
  const highest = points.at(-1)?.budget ?? 1
  const x = (budget: number) => left + (budget / highest) * Math.max(0, width - left - right)
  const y = (value: number) =>
    budgetChartSize.baseline - ((value - least) / (most - least)) * (budgetChartSize.baseline - top)
  const at = (place: number) => points[place]
  return {
    left,
    x: place => x(at(place)?.budget ?? 0),
    y: place => {
      const value = at(place)?.value ?? null
      return value === null ? undefined : y(value)
    },
    nearest: px => nearestPlace(points, budget => Math.abs(x(budget) - px)),
    valueTicks: ticks.map(value => ({ value, y: y(value) })),
    budgetTicks: niceTicks(0, highest, { count: Math.max(2, Math.floor(width / 110)) })
      .filter(value => value <= highest)
      .map(value => ({ value, x: x(value), anchor: x(value) > width - 40 ? 'end' : 'middle' })),
    band95: bandPath(points, ['p025', 'p975'], x, y),
    band80: bandPath(points, ['p10', 'p90'], x, y),
    band50: bandPath(points, ['p25', 'p75'], x, y),
    line: linePath(points, x, y),
  }
}

function nearestPlace(
  points: readonly BudgetPoint[],
  distance: (budget: number) => number,
): number | undefined {
  const distances = points.map(({ budget }) => distance(budget))
  const place = distances.indexOf(Math.min(...distances))
  return place < 0 ? undefined : place
}

type Scale = (value: number) => number

function bandPath(
  points: readonly BudgetPoint[],
  [low, high]: readonly [keyof Spread, keyof Spread],
  x: Scale,
  y: Scale,
): string {
  const ends = points.flatMap(({ budget, spread }) => {
    const [from, to] = [spread?.[low] ?? null, spread?.[high] ?? null]
    return from === null || to === null ? [] : [{ x: x(budget), from: y(from), to: y(to) }]
  })
  if (ends.length < 2) return ''
  const there = ends.map(end => `${end.x.toFixed(1)} ${end.to.toFixed(1)}`)
  const back = ends.toReversed().map(end => `${end.x.toFixed(1)} ${end.from.toFixed(1)}`)
  return `M${[...there, ...back].join('L')}Z`
}

function linePath(points: readonly BudgetPoint[], x: Scale, y: Scale): string {
  const places = points.flatMap(({ budget, value }) =>
    value === null ? [] : [`${x(budget).toFixed(1)} ${y(value).toFixed(1)}`],
  )
  return places.length < 2 ? '' : `M${places.join('L')}`
}
