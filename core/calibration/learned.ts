import type { HistoryTarget } from './history.ts'
import type { MarketPrior } from './marketPrior.ts'

/** How far a generator has come, and with what. */
export type LearnProgress = { readonly fraction: number; readonly note: string }

/** What may move an order's counts, from the widest to the narrowest. */
export const levelNames = [
  'market',
  'platform',
  'objective',
  'account',
  'audience',
  'age',
  'gender',
  'interests',
  'creator',
  'video',
] as const
export type LevelName = (typeof levelNames)[number]

/** Effects of the known values of one level on the log scale; names are sorted, so that one is found by halving. */
export type LearnedLevel = {
  readonly names: readonly string[]
  readonly effects: readonly number[]
  readonly variances: readonly number[]
  /** Orders behind each value. */
  readonly units: readonly number[]
  /** Variance between values: what one that was never seen adds. */
  readonly spread: number
}

/** The level of log counts per spend over time in one currency, in steps of `width` days. */
export type LearnedTrend = {
  readonly from: number
  readonly width: number
  readonly means: readonly number[]
  readonly variances: readonly number[]
}

export type LearnedCurrency = {
  readonly name: string
  readonly units: number
  /** Departure of the log level from the prior of market and currency. */
  readonly effect: number
  readonly variance: number
  readonly priorVariance: number
  /** Median of ln spend and its spread: spend effects are measured from it, and an unknown spend is drawn from it. */
  readonly logSpend: number
  readonly logSpendVariance: number
  /** ln of the spend that rows with a spend of zero behave like. */
  readonly logZeroSpend: number
  readonly zeroSpendVariance: number
  readonly trend: LearnedTrend | null
  /** The pooled rate: ln of counts per spend, its log variance between orders, and the weight it has in a forecast. */
  readonly pooledLogRate: number
  readonly pooledVariance: number
}

/** Units that may run on, with their own effect. */
export type LearnedUnits = {
  readonly names: readonly string[]
  readonly effects: readonly number[]
  readonly variances: readonly number[]
}

/** What was learnt of one target. */
export type LearnedTarget = {
  readonly currencies: readonly LearnedCurrency[]
  readonly levels: readonly (LearnedLevel | null)[]
  readonly units: LearnedUnits
  /** Slopes on ln spend from the median, ln days from one day, and having no end. */
  readonly slopes: readonly number[]
  readonly slopeVariances: readonly number[]
  readonly weekday: readonly number[]
  /** Variance between orders at the median spend, the share of it that stays with a unit, and its slope on ln spend. */
  readonly noise: number
  readonly unitShare: number
  /** Variance between units where rows are periods of them. */
  readonly unitSpread: number
  readonly noiseSlope: number
  /** Drift of the level, variance per day. */
  readonly driftPerDay: number
  readonly halfLifeDays: number
  /** Days that a row spans as a rule, where rows are periods of units that run on; 0 where a row is a whole order. */
  readonly rowDays: number
  /** Share of videos, or of orders without one, that never deliver any of this target; and that of each known video. */
  readonly zeroShare: number
  readonly videoZeros: readonly number[]
  /** Residuals on the log scale in standard deviations: where their middle is, and how much wider the upper side is. */
  readonly shift: number
  readonly lean: number
  /** Weight of the pooled rate in a forecast. */
  readonly pooledWeight: number
  /** Factors on the 50, 80 and 95% widths. */
  readonly widths: readonly [number, number, number]
  readonly checkedOn: number
  readonly rows: number
  readonly orders: number
}

/** What was learnt of a history: plain data that survives JSON, with no row of it inside. */
export type Learned = {
  readonly version: 1
  readonly asOf: number | null
  readonly rows: number
  readonly units: number
  readonly priors: readonly MarketPrior[]
  readonly targets: { readonly [T in HistoryTarget]?: LearnedTarget }
  /** Correlations of the residuals of impressions, clicks and conversions per spend: 01, 02, 12. */
  readonly correlations: readonly [number, number, number]
  /** Units in which both targets were counted, in the same order. */
  readonly correlationUnits: readonly [number, number, number]
  /** Lag-1 correlation and standard deviation of the daily log change where units have daily rows. */
  readonly dayNoise: {
    readonly deviation: number
    readonly correlation: number
    readonly days: number
  } | null
}
