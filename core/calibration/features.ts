import { byCode, dayOf, levelValue, lnDaysOf } from './encode.ts'
import type { HistoryTarget, UnitPeriod } from './history.ts'
import { type Learned, type LearnedTarget, levelNames } from './learned.ts'
import { targetIndex, unitPrior } from './marketPrior.ts'
import type { Features } from './predict.ts'

/** A unit in the terms of a learnt target; undefined where its currency was never seen. */
export function featuresOf(
  learned: Learned,
  target: LearnedTarget,
  name: HistoryTarget,
  unit: UnitPeriod,
): Features | undefined {
  const currency = target.currencies.findIndex(one => one.name === unit.currency && one.units > 0)
  const known = target.currencies[currency]
  if (!known) return undefined
  const start = unit.start ?? unit.end ?? Number.NaN
  return {
    currency,
    levels: levelNames.map((level, l) => {
      const value = levelValue(unit, level)
      return value === '' ? -1 : indexOf(target.levels[l]?.names ?? [], value)
    }),
    unit: indexOf(target.units.names, unit.unitId),
    logSpend: logSpendOf(unit.spend, known.logSpend, known.logZeroSpend),
    isUnpaid: !(unit.spend !== null && unit.spend > 0),
    lnDays: lnDaysOf(unit),
    hasNoEnd: unit.end === null ? 1 : 0,
    day: dayOf(unit),
    start,
    end: unit.end ?? start,
    priorMean: unitPrior(learned.priors, unit).mean[targetIndex(name)]!,
  }
}

function logSpendOf(spend: number | null, middle: number, zero: number): number {
  if (spend === null || Number.isNaN(spend)) return middle
  return spend > 0 ? Math.log(spend) : zero
}

/** Place of a name in a sorted list; −2 where it is not in it. */
function indexOf(names: readonly string[], name: string): number {
  let low = 0
  let high = names.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = byCode(names[middle]!, name)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -2
}
