import type { FitState } from './fitState.ts'
import { type HistoryTarget, historyTargets } from './history.ts'

export type Correlations = {
  readonly correlations: readonly [number, number, number]
  readonly correlationUnits: readonly [number, number, number]
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
export function residualCorrelations(fits: { readonly [T in HistoryTarget]?: FitState }): Correlations {
  const found = pairs.map(([a, b]) => correlationOf(fits[historyTargets[a]], fits[historyTargets[b]]))
  return {
    correlations: [found[0]!.correlation, found[1]!.correlation, found[2]!.correlation],
    correlationUnits: [found[0]!.rows, found[1]!.rows, found[2]!.rows],
  }
}

function correlationOf(a: FitState | undefined, b: FitState | undefined) {
  if (!a || !b) return { correlation: 0, rows: 0 }
  let both = 0
  let first = 0
  let second = 0
  let rows = 0
  let j = 0
  for (let i = 0; i < a.size; i++) {
    while (j < b.size && b.rows[j]! < a.rows[i]!) j++
    if (j === b.size || b.rows[j] !== a.rows[i]) continue
    const x = a.eta[i]! - a.fitted[i]! - a.offset[i]!
    const y = b.eta[j]! - b.fitted[j]! - b.offset[j]!
    const weight = a.weight[i]! * reliability(a, i) * reliability(b, j)
    both += weight * x * y
    first += weight * x * x
    second += weight * y * y
    rows++
  }
  const scale = Math.sqrt(first * second)
  return { correlation: scale > 0 ? Math.max(-0.98, Math.min(0.98, both / scale)) : 0, rows }
}

function reliability({ noise, noiseSlope, spend, eta }: FitState, i: number): number {
  const own = noise * Math.exp(noiseSlope * spend[i]!)
  return own / (own + Math.exp(-eta[i]!))
}
