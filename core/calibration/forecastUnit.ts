import { conditionShift, type KnownShift } from './conditions.ts'
import { distributionsOf, type Forecast } from './distribution.ts'
import { levelValue } from './encode.ts'
import { type HistoryTarget, historyTargets, type UnitPeriod } from './history.ts'
import { type JointRates, jointRatesOf } from './jointRates.ts'
import { type Learned, type LevelName, levelNames } from './learned.ts'
import { unitPrior } from './marketPrior.ts'
import { countEnds, countMean, type CountDistribution } from './poissonLogNormal.ts'
import { toldProbabilities } from './scores.ts'

/** The median and the ends of the central 50, 80 and 95% intervals (`centralEnd`): whole, and never falling. */
export type CountForecast = {
  readonly mean: number
  readonly p025: number
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p975: number
}

/** What one level adds to a forecast, on the log scale, and how many orders say so. */
export type EffectBasis = {
  readonly level: LevelName | 'currency' | 'unit'
  readonly name: string
  readonly target: HistoryTarget
  readonly effect: number
  readonly deviation: number
  readonly orders: number
}

export type UnitForecast = {
  readonly targets: Partial<Record<HistoryTarget, CountForecast>>
  readonly rates: JointRates
  /** What of the rates is that of the audience and the days, which a delivery brings in by itself. */
  readonly known: KnownShift
  /** Weight of the history against the prior, 0 to 1 (RA2). */
  readonly ownDataWeight: number
  readonly basis: readonly EffectBasis[]
}

/** The one forecast of a unit's counts: console, back-test and predictions all come here. */
export function forecastUnit(learned: Learned, unit: UnitPeriod): UnitForecast {
  const forecasts = distributionsOf(learned, unit)
  const prior = unitPrior(learned.priors, unit)
  const targets: Partial<Record<HistoryTarget, CountForecast>> = {}
  historyTargets.forEach((target, t) => (targets[target] = countForecast(forecasts[t]!.distribution)))
  const [impressions, clicks, conversions] = forecasts.map(one => one.own?.weight)
  return {
    targets,
    rates: jointRatesOf(learned, prior, forecasts),
    known: conditionShift(prior.conditions, unit),
    ownDataWeight: clicks ?? impressions ?? conversions ?? 0,
    basis: historyTargets.flatMap((target, t) => basisOf(target, forecasts[t]!, unit)),
  }
}

function basisOf(name: HistoryTarget, { own }: Forecast, unit: UnitPeriod): EffectBasis[] {
  if (!own) return []
  const { target, features } = own
  const currency = target.currencies[features.currency]!
  const basis: EffectBasis[] = [
    {
      level: 'currency',
      name: currency.name,
      target: name,
      effect: currency.effect,
      deviation: Math.sqrt(currency.variance),
      orders: currency.units,
    },
  ]
  target.levels.forEach((level, l) => {
    const value = features.levels[l]!
    if (!level || value === -1) return
    const isKnown = value >= 0
    basis.push({
      level: levelNames[l]!,
      name: levelValue(unit, levelNames[l]!),
      target: name,
      effect: isKnown ? level.effects[value]! : 0,
      deviation: Math.sqrt(isKnown ? level.variances[value]! : level.spread),
      orders: isKnown ? level.units[value]! : 0,
    })
  })
  if (features.unit >= 0)
    basis.push({
      level: 'unit',
      name: unit.unitId,
      target: name,
      effect: target.units.effects[features.unit]!,
      deviation: Math.sqrt(target.units.variances[features.unit]!),
      orders: 1,
    })
  return basis
}

function countForecast(distribution: CountDistribution): CountForecast {
  const [p025 = 0, p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0, p975 = 0] = countEnds(
    distribution,
    toldProbabilities,
  )
  return { mean: countMean(distribution), p025, p10, p25, p50, p75, p90, p975 }
}

export type { JointRates }
