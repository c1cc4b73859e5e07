/** Counts on a log scale that still has a place for none: ln(count + 1). */
export type CountScale = {
  readonly y: (value: number) => number
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
}

type Span = { readonly top: number; readonly bottom: number }

const steps = [1, 2, 5]
const mostTicks = 9

/** A scale from a round count at or below the least value to one at or above the most. */
export function countScale(values: readonly number[], { top, bottom }: Span): CountScale {
  const most = values.reduce((so, value) => Math.max(so, value), 0)
  const least = values.reduce((so, value) => Math.min(so, value), Infinity)
  const all = roundCounts(Math.max(1, most))
  const from = all.findLastIndex(tick => tick <= least)
  const to = all.findIndex(tick => tick >= most)
  const kept = all.slice(Math.max(0, from), to < 0 ? undefined : to + 1)
  const ticks = kept.length < 2 ? all.slice(0, 2) : kept
  const [low, high] = [log(ticks[0] ?? 0), log(ticks.at(-1) ?? 1)]
  const y = (value: number) => bottom - ((log(value) - low) / (high - low)) * (bottom - top)
  return { y, ticks: thinned(ticks).map(value => ({ value, y: y(value) })) }
}

const log = (value: number) => Math.log(Math.max(0, value) + 1)

/** 0, 1, 2, 5, 10, 20 … up to the first that is not below `most`. */
function roundCounts(most: number): readonly number[] {
  const counts = [0]
  for (let decade = 1; (counts.at(-1) ?? 0) < most; decade *= 10)
    for (const step of steps) {
      if ((counts.at(-1) ?? 0) >= most) break
      counts.push(step * decade)
    }
  return counts
}

/** Decades alone where there are many. */
function thinned(ticks: readonly number[]): readonly number[] {
  if (ticks.length <= mostTicks) return ticks
  const decades = ticks.filter(tick => tick === 0 || Number.isInteger(Math.log10(tick)))
  return decades.length <= mostTicks ? decades : decades.filter((_, i) => i % 2 === 0)
}
