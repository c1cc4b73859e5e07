import { blend } from './blend.ts'
import { featuresOf } from './features.ts'
import { type HistoryTarget, historyTargets, type UnitPeriod } from './history.ts'
import type { Learned, LearnedCurrency, LearnedTarget } from './learned.ts'
import { type PlacePrior, targetIndex, unitPrior } from './marketPrior.ts'
import type { CountDistribution } from './poissonLogNormal.ts'
import { type Features, leanOf, predictLog } from './predict.ts'

/** A target's forecast before it is told in quantiles, and where it came from. */
export type Forecast = {
  readonly distribution: CountDistribution
  readonly logSpend: number
  /** Part of the variance that is the spend's, where it is not told. */
  readonly spendVariance: number
  /** What is still not known of the level, and what was not known before any row. Null where no history spoke. */
  readonly own: {
    readonly target: LearnedTarget
    readonly features: Features
    readonly weight: number
  } | null
}

/** Targets that stand in for one without a history of its own, the nearest first. */
const standIns: { readonly [T in HistoryTarget]: readonly HistoryTarget[] } = {
  impressions: ['linkClicks', 'conversions'],
  linkClicks: ['impressions', 'conversions'],
  conversions: ['linkClicks', 'impressions'],
}

/** What is taken for the spend of an order that states none, in a currency without any history. */
const anySpend = Math.log(50)
const anySpendVariance = 1

/** The distribution of one target's count. */
export function distributionOf(learned: Learned, name: HistoryTarget, unit: UnitPeriod): Forecast {
  const prior = unitPrior(learned.priors, unit)
  const own = ownForecast(learned, name, unit)
  if (own) return own
  for (const other of standIns[name]) {
    const near = ownForecast(learned, other, unit)
    if (near) return { ...near, distribution: fromOther(near.distribution, prior, other, name), own: null }
  }
  return priorForecast(prior, name, unit)
}

/** All three, in the order of `historyTargets`. */
export function distributionsOf(learned: Learned, unit: UnitPeriod): readonly Forecast[] {
  return historyTargets.map(target => distributionOf(learned, target, unit))
}

function ownForecast(learned: Learned, name: HistoryTarget, unit: UnitPeriod): Forecast | undefined {
  const target = learned.targets[name]
  const features = target && featuresOf(learned, target, name, unit)
  if (!target || !features) return undefined
  const log = predictLog(target, features)
  const currency = target.currencies[features.currency]!
  const { mean, variance } = blend(
    {
      mean: log.mean,
      variance: log.levelVariance + log.noise,
      pooledMean:
        features.logSpend + features.priorMean + currency.pooledLogRate - currency.pooledVariance / 2,
      pooledVariance: currency.pooledVariance,
    },
    target.pooledWeight,
  )
  const spendVariance = spendVarianceOf(unit.spend, currency)
  return {
    distribution: {
      logMean: mean,
      variance: variance + spendVariance,
      zeroShare: log.zeroShare,
      widths: target.widths,
      ...leanOf(target, log),
    },
    logSpend: features.logSpend,
    spendVariance,
    own: { target, features, weight: Math.max(0, Math.min(1, 1 - log.levelVariance / log.priorVariance)) },
  }
}

/** From the forecast of another target by what the prior says of one for the other: price and its unit cancel. */
function fromOther(
  known: CountDistribution,
  prior: PlacePrior,
  other: HistoryTarget,
  name: HistoryTarget,
): CountDistribution {
  const a = targetIndex(other)
  const b = targetIndex(name)
  const { mean, covariance } = prior
  const between = covariance[4 * a]! + covariance[4 * b]! - 2 * covariance[3 * a + b]!
  return {
    ...known,
    logMean: known.logMean + mean[b]! - mean[a]!,
    variance: known.variance + Math.max(0, between),
    zeroShare: name === 'impressions' ? 0 : known.zeroShare,
  }
}

function priorForecast(prior: PlacePrior, name: HistoryTarget, { market, spend }: UnitPeriod): Forecast {
  const t = targetIndex(name)
  const spendVariance = isTold(spend) ? 0 : anySpendVariance
  let logSpend = anySpend
  if (isTold(spend)) logSpend = spend > 0 ? Math.log(spend) : Math.log(0.05)
  const elsewhere = prior.isShipped || market === '' ? 0 : otherMarketVariance
  return {
    distribution: {
      logMean: prior.mean[t]! + logSpend,
      variance: prior.covariance[4 * t]! + spendVariance + elsewhere,
      zeroShare: 0,
      widths: [1, 1, 1],
      shift: 0,
      lean: 0,
    },
    logSpend,
    spendVariance,
    own: null,
  }
}

function spendVarianceOf(spend: number | null, currency: LearnedCurrency): number {
  if (!isTold(spend)) return currency.logSpendVariance
  return spend > 0 ? 0 : currency.zeroSpendVariance
}

function isTold(spend: number | null): spend is number {
  return spend !== null && !Number.isNaN(spend)
}

/** A currency's prior is told for one market; in another it is wider. */
const otherMarketVariance = 0.3 ** 2
