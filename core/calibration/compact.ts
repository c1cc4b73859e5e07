import type { LearnedLevel, LearnedTarget, LearnedUnits } from './learned.ts'

/** Values of a level, and units, that are kept at most. */
const mostNames = 5000
const mostUnits = 10_000

/** Leaves out names that were never seen, those that say least above the limits, and digits that mean nothing. */
export function compactTarget(target: LearnedTarget, lastDays: Float64Array): LearnedTarget {
  const videos = target.levels.at(-1)
  const kept = target.levels.map(level => level && compactLevel(level))
  return {
    ...target,
    currencies: target.currencies.map(currency => ({
      ...currency,
      effect: short(currency.effect),
      trend: currency.trend && {
        ...currency.trend,
        means: currency.trend.means.map(short),
        variances: currency.trend.variances.map(short),
      },
    })),
    levels: kept.map(one => one && one.level),
    videoZeros: videos ? (kept.at(-1)?.order.map(i => short(target.videoZeros[i]!)) ?? []) : [],
    units: compactUnits(target.units, lastDays),
    slopes: target.slopes.map(short),
    weekday: target.weekday.map(short),
  }
}

function compactLevel(level: LearnedLevel): { level: LearnedLevel; order: number[] } {
  const says = (i: number) => Math.abs(level.effects[i]!) / Math.sqrt(level.variances[i]!)
  let order = Array.from(level.names.keys()).filter(i => level.units[i]! > 0)
  if (order.length > mostNames)
    order = order
      .toSorted((a, b) => says(b) - says(a))
      .slice(0, mostNames)
      .toSorted((a, b) => a - b)
  return {
    order,
    level: {
      names: order.map(i => level.names[i]!),
      effects: order.map(i => short(level.effects[i]!)),
      variances: order.map(i => short(level.variances[i]!)),
      units: order.map(i => level.units[i]!),
      spread: short(level.spread),
    },
  }
}

/** The units that ran last: only those can run on. */
function compactUnits(units: LearnedUnits, lastDays: Float64Array): LearnedUnits {
  const day = (i: number) => (Number.isNaN(lastDays[i]!) ? Number.NEGATIVE_INFINITY : lastDays[i]!)
  let order = Array.from(units.names.keys()).filter(i => units.variances[i]! > 0)
  if (order.length > mostUnits)
    order = order
      .toSorted((a, b) => (day(b) === day(a) ? a - b : day(b) - day(a)))
      .slice(0, mostUnits)
      .toSorted((a, b) => a - b)
  return {
    names: order.map(i => units.names[i]!),
    effects: order.map(i => short(units.effects[i]!)),
    variances: order.map(i => short(units.variances[i]!)),
  }
}

function short(value: number): number {
  return Number(value.toPrecision(6))
}
