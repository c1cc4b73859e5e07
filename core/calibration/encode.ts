import { weekdayOf } from '../history/calendarDay.ts'
import { conditionShift } from './conditions.ts'
import type { HistoryRow, HistoryTarget, UnitAttributes, UnitPeriod } from './history.ts'
import { type LearnProgress, type LevelName, levelNames } from './learned.ts'
import { type MarketPrior, type PlacePrior, placePrior, shifted, targetIndex } from './marketPrior.ts'

/** Values of one level over rows: an index into `names`, −1 where the row does not say. */
export type Coded = { readonly names: readonly string[]; readonly of: Int32Array }

/** Rows that were counted without any spend, which files round away. */
export type Unpaid = { readonly rows: number; readonly count: number; readonly squares: number }

/** A history as columns. Rows without a positive spend are not in it: nothing can be said of their price. */
export type Encoded = {
  readonly size: number
  readonly units: Coded
  readonly currencies: Coded
  readonly levels: readonly Coded[]
  readonly logSpend: Float64Array
  readonly lnDays: Float64Array
  readonly hasNoEnd: Float64Array
  /** Day that a row speaks of; NaN where there is none. */
  readonly day: Float64Array
  readonly start: Float64Array
  readonly end: Float64Array
  /** 0 for Monday to 6; −1 where a row is not one day. */
  readonly weekday: Int32Array
  /** NaN where it was not counted. */
  readonly counts: { readonly [T in HistoryTarget]: Float64Array }
  /** Rows with a spend of nothing: their number and counts by currency. */
  readonly unpaid: { readonly [T in HistoryTarget]: readonly Unpaid[] }
  /** Prior of ln(count per spend) at the row's market and currency. */
  readonly priorMean: { readonly [T in HistoryTarget]: Float64Array }
}

const valueOf: { readonly [L in LevelName]: (unit: UnitAttributes) => string } = {
  market: unit => unit.market,
  platform: unit => unit.platform,
  objective: unit => unit.objective,
  account: unit => unit.accountId,
  audience: unit => unit.audienceKind,
  age: unit => unit.ageBands,
  gender: unit => unit.genders,
  interests: unit => unit.interests,
  creator: unit => unit.creatorId,
  video: unit => unit.videoId,
}

export function levelValue(unit: UnitAttributes, level: LevelName): string {
  return valueOf[level](unit)
}

export function* encode(
  rows: readonly HistoryRow[],
  priors: readonly MarketPrior[],
): Generator<LearnProgress, Encoded> {
  const paid = rows.filter(row => row.spend !== null && row.spend > 0)
  const column = (value: (row: HistoryRow) => number) => Float64Array.from(paid, value)
  const placed = placedPriors(paid, priors)
  const prior = (target: HistoryTarget) => {
    const t = targetIndex(target)
    return Float64Array.from(placed, mean => mean[t]!)
  }
  yield { fraction: 0, note: 'reading' }
  const currencies = code(paid, row => row.currency, false)
  yield { fraction: 0, note: 'reading' }
  const units = code(paid, row => row.unitId, false)
  const levels: Coded[] = []
  for (const level of levelNames) {
    yield { fraction: levels.length / levelNames.length, note: 'reading' }
    levels.push(code(paid, valueOf[level], true))
  }
  const counts = {
    impressions: column(row => row.impressions ?? Number.NaN),
    linkClicks: column(row => row.linkClicks ?? Number.NaN),
    conversions: column(row => row.conversions ?? Number.NaN),
  }
  yield { fraction: 1, note: 'reading' }
  const unpaid = (target: HistoryTarget) => currencies.names.map(name => unpaidOf(rows, name, target))
  return {
    size: paid.length,
    units,
    currencies,
    unpaid: {
      impressions: unpaid('impressions'),
      linkClicks: unpaid('linkClicks'),
      conversions: unpaid('conversions'),
    },
    levels,
    logSpend: column(row => Math.log(row.spend ?? 1)),
    lnDays: column(lnDaysOf),
    hasNoEnd: column(row => (row.end === null ? 1 : 0)),
    day: column(dayOf),
    start: column(row => row.start ?? row.end ?? Number.NaN),
    end: column(row => row.end ?? row.start ?? Number.NaN),
    weekday: Int32Array.from(paid, row =>
      row.start !== null && row.start === row.end ? weekdayOf(row.start) : -1,
    ),
    counts,
    priorMean: {
      impressions: prior('impressions'),
      linkClicks: prior('linkClicks'),
      conversions: prior('conversions'),
    },
  }
}

/** ln of the days of a period; 0 where they are not known. */
export function lnDaysOf(unit: UnitPeriod): number {
  return unit.start === null || unit.end === null ? 0 : Math.log(Math.max(1, unit.end - unit.start + 1))
}

/** A period speaks of its middle; of a long one the first fortnight counts, as schedules run on after the money has gone. */
export function dayOf(unit: UnitPeriod): number {
  const start = unit.start ?? unit.end
  if (start === null) return Number.NaN
  const days = unit.end === null ? 1 : Math.max(1, unit.end - start + 1)
  return start + (Math.min(days, 14) - 1) / 2
}

function code(rows: readonly HistoryRow[], value: (row: HistoryRow) => string, isBlankNone: boolean): Coded {
  const values = rows.map(value)
  const names = [...new Set(values)].filter(name => !isBlankNone || name !== '').sort(byCode)
  const index = new Map(names.map((name, i) => [name, i]))
  return { names, of: Int32Array.from(values, name => index.get(name) ?? -1) }
}

function unpaidOf(rows: readonly HistoryRow[], currency: string, target: HistoryTarget): Unpaid {
  const found = rows.filter(row => row.spend === 0 && row.currency === currency && row[target] !== null)
  const sum = (power: number) => found.reduce((sum, row) => sum + (row[target] ?? 0) ** power, 0)
  return { rows: found.length, count: sum(1), squares: sum(2) }
}

export function byCode(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function placedPriors(rows: readonly HistoryRow[], priors: readonly MarketPrior[]) {
  const places = new Map<string, PlacePrior>()
  return rows.map(row => {
    const key = `${row.market} ${row.currency}`
    const place = places.get(key) ?? placePrior(priors, row.market, row.currency)
    places.set(key, place)
    return shifted(place.mean, conditionShift(place.conditions, row))
  })
}
