import { blendedScore, choosePooledWeight, fitWidths } from './blend.ts'
import { type Departures, departuresOf } from './correlations.ts'
import type { Encoded } from './encode.ts'
import type { FitRequest } from './fitState.ts'
import { fitTarget } from './fitTarget.ts'
import type { HistoryTarget } from './history.ts'
import type { LearnedTarget, LearnProgress } from './learned.ts'
import { learnedTarget } from './learnedTarget.ts'
import { type MarketPrior, placePrior, targetIndex } from './marketPrior.ts'
import { mix } from './mix.ts'
import { within } from './progress.ts'
import { settings } from './settings.ts'
import { thin } from './thin.ts'
import { type Checked, foldsOf, originsOf, runValidation, type Validation } from './validate.ts'

export type TargetRequest = {
  readonly target: HistoryTarget
  readonly asOf: number | null
  readonly horizonDays: number
  readonly isTimeless: boolean
  readonly seed: number
  readonly priors: readonly MarketPrior[]
}

/** A target as it was learnt, with what of its fit is for what targets have in common. */
export type TargetFit = { readonly learned: LearnedTarget; readonly departures: Departures }

/** Share of a prior's between-order variance that is the level of an account; the rest is from order to order. */
const levelShare = 0.4
/** Orders that settings are checked on, at most: more would cost time and change nothing. */
const mostChecked = 8_000

export function* learnTarget(data: Encoded, options: TargetRequest): Generator<LearnProgress, TargetFit> {
  const request = requestFor(data, options)
  yield { fraction: 0, note: 'fitting' }
  const checkedRows = thinned(data, request.rows, options.seed)
  const isTimed = !options.isTimeless && hasDays(data, request.rows)
  const part = thin(data, checkedRows)
  yield { fraction: 0, note: 'fitting' }
  const base = { ...request, rows: Int32Array.from(checkedRows.keys()) }
  const validation = isTimed ? originsOf(part, base, options.horizonDays) : foldsOf(part, base, options.seed)
  const { halfLife, checked } = yield* within(chooseHalfLife(part, validation, isTimed), 0, 0.6)
  const final = { ...request, halfLife, asOf: isTimed ? request.asOf : null }
  const state = yield* within(fitTarget(data, final), 0.6, 1)
  yield { fraction: 1, note: 'fitting' }
  const learned = learnedTarget(data, final, state)
  yield { fraction: 1, note: 'fitting' }
  const pooledWeight = choosePooledWeight(checked, learned.orders)
  return {
    departures: departuresOf(state),
    learned: {
      ...learned,
      pooledWeight,
      widths: fitWidths(checked, pooledWeight),
      checkedOn: checked.length,
    },
  }
}

function* chooseHalfLife(
  data: Encoded,
  validation: Validation,
  isTimed: boolean,
): Generator<LearnProgress, { halfLife: number; checked: Checked[] }> {
  let best = { halfLife: settings.halfLife as number, checked: [] as Checked[] }
  let bestScore = Number.NEGATIVE_INFINITY
  const halfLives = isTimed ? settings.halfLives : [settings.halfLife]
  for (const [i, halfLife] of halfLives.entries()) {
    const run = runValidation(data, validation, halfLife)
    const checked = yield* within(run, i / halfLives.length, (i + 1) / halfLives.length)
    const distance = Math.abs(Math.log2(halfLife / settings.halfLife))
    const worth = Math.min(1, settings.checksWorth / Math.max(1, checked.length))
    const score = worth * blendedScore(checked, 0) - settings.halfLifePenalty * distance
    if (score <= bestScore) continue
    bestScore = score
    best = { halfLife, checked }
  }
  return best
}

function requestFor(data: Encoded, options: TargetRequest): FitRequest {
  const { target, priors } = options
  const rows: number[] = []
  const counts = data.counts[target]
  for (let i = 0; i < data.size; i++) if (!Number.isNaN(counts[i]!)) rows.push(i)
  const t = targetIndex(target)
  const variances = data.currencies.names.map((name, c) => {
    const first = rows.find(row => data.currencies.of[row] === c)
    const market = first === undefined ? '' : marketOf(data, first)
    return placePrior(priors, market, name).covariance[4 * t]!
  })
  const isDescribed = data.currencies.names.map(name => priors.some(prior => prior.currency === name))
  const described = variances.filter((_, c) => isDescribed[c])
  return {
    target,
    rows: Int32Array.from(rows),
    asOf: options.asOf,
    halfLife: settings.halfLife,
    noisePrior:
      described.length > 0
        ? ((1 - levelShare) * described.reduce((sum, v) => sum + v, 0)) / described.length
        : settings.noise[target] ** 2,
    currencyPriors: variances.map((variance, c) => (isDescribed[c] ? levelShare * variance : variance)),
    center: medians(data, rows),
  }
}

function marketOf(data: Encoded, row: number): string {
  const market = data.levels[0]!
  return market.names[market.of[row]!] ?? ''
}

function medians(data: Encoded, rows: readonly number[]): Float64Array {
  return Float64Array.from(data.currencies.names, (_, c) => {
    const spends = Float64Array.from(
      rows.filter(row => data.currencies.of[row] === c),
      row => data.logSpend[row]!,
    ).sort()
    return spends[spends.length >> 1] ?? 0
  })
}

function thinned(data: Encoded, rows: Int32Array, seed: number): Int32Array {
  const keep = mostChecked / rows.length
  return keep >= 1 ? rows : rows.filter(row => mix(data.units.of[row]! ^ mix(seed)) < keep * 4294967296)
}

/** Days matter where most rows have one and they are not all of a few days. */
function hasDays(data: Encoded, rows: Int32Array): boolean {
  const days = new Set<number>()
  let dated = 0
  for (const row of rows) {
    const day = data.start[row]!
    if (Number.isNaN(day)) continue
    dated++
    days.add(day)
  }
  return dated > 0.7 * rows.length && days.size >= 5
}
