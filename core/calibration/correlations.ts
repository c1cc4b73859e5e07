import type { FitState } from './fitState.ts'
import { type HistoryTarget, historyTargets } from './history.ts'

export type Correlations = {
  readonly correlations: readonly [number, number, number]
  readonly correlationUnits: readonly [number, number, number]
}

/** What a fit leaves to be compared with others, by row: far less than the fit. */
export type Departures = {
  readonly rows: Int32Array
  /** What an order departs from its level by, in ln, and how far that shows through the noise of its count. */
  readonly departure: Float64Array
  readonly reliability: Float64Array
  readonly weight: Float64Array
}

const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const

/**
 * Correlation of what orders depart from their levels by, over rows that counted both targets; a row counts as far as its
 * departure shows through the noise of its counts.
 */
export function residualCorrelations(fits: { readonly [T in HistoryTarget]?: Departures }): Correlations {
  const found = pairs.map(([a, b]) => correlationOf(fits[historyTargets[a]], fits[historyTargets[b]]))
  return {
    correlations: [found[0]!.correlation, found[1]!.correlation, found[2]!.correlation],
    correlationUnits: [found[0]!.rows, found[1]!.rows, found[2]!.rows],
  }
}

export function departuresOf({ size, rows, eta, fitted, offset, weight, ...state }: FitState): Departures {
  const departure = new Float64Array(size)
  const reliability = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const own = state.noise * Math.exp(state.noiseSlope * state.spend[i]!)
    departure[i] = eta[i]! - fitted[i]! - offset[i]!
    reliability[i] = own / (own + Math.exp(-eta[i]!))
  }
  return { rows, departure, reliability, weight }
}

function correlationOf(a: Departures | undefined, b: Departures | undefined) {
  if (!a || !b) return { correlation: 0, rows: 0 }
  let both = 0
  let first = 0
  let second = 0
  let rows = 0
  let j = 0
  for (let i = 0; i < a.rows.length; i++) {
    while (j < b.rows.length && b.rows[j]! < a.rows[i]!) j++
    if (j === b.rows.length || b.rows[j] !== a.rows[i]) continue
    const x = a.departure[i]!
    const y = b.departure[j]!
    const weight = a.weight[i]! * a.reliability[i]! * b.reliability[j]!
    both += weight * x * y
    first += weight * x * x
    second += weight * y * y
    rows++
  }
  const scale = Math.sqrt(first * second)
  return { correlation: scale > 0 ? Math.max(-0.98, Math.min(0.98, both / scale)) : 0, rows }
}
