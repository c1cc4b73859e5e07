import type { Encoded } from './encode.ts'
import type { FitRequest } from './fitState.ts'
import { fitShape } from './gammaPoisson.ts'
import type { LearnProgress } from './learned.ts'
import { settings } from './settings.ts'
import { takeFloats } from './take.ts'

/** Orders that never deliver any of a target, whatever is spent: a video without a link has no link clicks. */
export type StructuralZeros = {
  /** Share of videos (of orders, where no video is told) that never deliver. */
  readonly share: number
  /** Probability of being one of them, by row of the request. */
  readonly rows: Float64Array
  /** The same by video. */
  readonly videos: Float64Array
}

const rounds = 4
/** Rows that tell the shape well enough. */
const mostRows = 3000

/**
 * Groups are videos, or units where no video is told. Of a group without any count, the negative binomial of the pooled rate
 * tells how likely that is by chance; the rest is Bayes' rule, and the share of such groups comes by EM.
 */
export function* structuralZeros(
  data: Encoded,
  { rows, target }: FitRequest,
): Generator<LearnProgress, StructuralZeros> {
  const offset = takeFloats(data.logSpend, rows)
  rows.forEach((row, i) => (offset[i]! += data.priorMean[target][row]!))
  const { group, groups } = groupsOf(data, rows)
  const counts = data.counts[target]
  const total = new Float64Array(groups)
  rows.forEach((row, i) => (total[group[i]!]! += counts[row]!))
  const zero = new Float64Array(groups)
  let share = settings.zeroShare as number
  for (let round = 0; round < rounds; round++) {
    yield { fraction: 0, note: 'fitting' }
    const { means, shape } = ratesOf(data, { rows, counts, offset, zero, group })
    const expected = new Float64Array(groups)
    rows.forEach((_, i) => (expected[group[i]!]! += means[i]!))
    let sum = settings.zeroShare * settings.zeroWorth
    for (let g = 0; g < groups; g++) {
      if (total[g]! > 0) continue
      const byChance = (1 + expected[g]! / shape) ** -shape
      zero[g] = share / (share + (1 - share) * byChance)
      sum += zero[g]!
    }
    share = sum / (groups + settings.zeroWorth)
  }
  const videos = data.levels.at(-1)!
  const byVideo = new Float64Array(videos.names.length).fill(share)
  rows.forEach((row, i) => {
    const video = videos.of[row]!
    if (video >= 0) byVideo[video] = zero[group[i]!]!
  })
  return { share, rows: Float64Array.from(group, g => zero[g]!), videos: byVideo }
}

function groupsOf(data: Encoded, rows: Int32Array): { group: Int32Array; groups: number } {
  const videos = data.levels.at(-1)!.of
  const places = new Map<number, number>()
  const group = rows.map(row => {
    const key = videos[row]! >= 0 ? videos[row]! : -1 - data.units.of[row]!
    const known = places.get(key) ?? places.size
    places.set(key, known)
    return known
  })
  return { group, groups: places.size }
}

type Rating = {
  readonly rows: Int32Array
  readonly counts: Float64Array
  readonly offset: Float64Array
  readonly zero: Float64Array
  readonly group: Int32Array
}

/** Means at the pooled rates of the currencies and their negative binomial's shape, over groups that deliver. */
function ratesOf(data: Encoded, { rows, counts, offset, zero, group }: Rating) {
  const count = new Float64Array(data.currencies.names.length)
  const spent = new Float64Array(data.currencies.names.length)
  rows.forEach((row, i) => {
    const currency = data.currencies.of[row]!
    const delivers = 1 - zero[group[i]!]!
    count[currency]! += delivers * counts[row]!
    spent[currency]! += delivers * Math.exp(offset[i]!)
  })
  const means = new Float64Array(rows.length)
  const delivering: number[] = []
  const theirMeans: number[] = []
  const step = Math.max(1, Math.floor(rows.length / mostRows))
  for (let i = 0; i < rows.length; i++) {
    const currency = data.currencies.of[rows[i]!]!
    means[i] = (Math.exp(offset[i]!) * (count[currency]! + 0.5)) / (spent[currency]! + 1e-12)
    if (i % step > 0 || zero[group[i]!]! >= 0.5) continue
    delivering.push(counts[rows[i]!]!)
    theirMeans.push(means[i]!)
  }
  return { means, shape: fitShape(delivering, theirMeans) }
}
