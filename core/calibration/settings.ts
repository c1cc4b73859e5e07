import type { HistoryTarget } from './history.ts'
import type { LevelName } from './learned.ts'

/**
 * What is held of any history before it is seen. Everything fitted is pulled to these with the weight of the stated number
 * of orders, values or observations, so that a short history is forecast by them and a long one by itself.
 */
export const settings = {
  /** Standard deviation between values of a level, and the number of values that this is worth. */
  levels: {
    market: 0.3,
    platform: 0.3,
    objective: 0.4,
    account: 0.35,
    audience: 0.15,
    age: 0.15,
    gender: 0.15,
    interests: 0.15,
    creator: 0.25,
  } satisfies { [L in Exclude<LevelName, 'video'>]: number },
  /** Creatives differ in how many people click far more than in the price of showing them. */
  videos: { impressions: 0.3, linkClicks: 0.8, conversions: 0.8 } satisfies { [T in HistoryTarget]: number },
  levelsWorth: 5,
  /** No level spreads its values wider than this: what looks so are values that never deliver. */
  levelsWidest: 1.2,
  /** Standard deviation between orders of the median spend, and the number of orders that this is worth. */
  noise: { impressions: 0.45, linkClicks: 0.55, conversions: 0.7 } satisfies { [T in HistoryTarget]: number },
  noiseWorth: 8,
  /** Larger orders are steadier: slope of ln variance on ln spend. */
  noiseSlope: -0.15,
  noiseSlopeDeviation: 0.15,
  /** Share of the noise that stays with a unit from one period to the next. */
  unitShare: 0.5,
  unitDeviation: 0.3,
  /** Slopes of ln(count per spend) on ln spend, on ln days, and of having no end. */
  slopeDeviation: 0.1,
  /** Effects of spend go no further than this from the median, in ln. */
  slopeReach: 3,
  spendReach: 5,
  /** A value of a level is never known better than this variance: orders of one share their luck. */
  valueShared: 0.003,
  /** And values drift: share of the variance between values that is lost per day of the mean age of what is learnt from. */
  valueDrift: 0.002,
  weekdayDeviation: 0.07,
  /** Drift of the level: variance per day, the steps that this is worth, and what it never falls below. */
  driftPerDay: 0.25 / 365,
  driftWorth: 10,
  driftFloor: 0.06 / 365,
  /** Half-lives that are tried, in days. */
  halfLives: [20, 60, 180, 3650],
  halfLife: 60,
  /** Larger orders weigh more, as spend to this power, within bounds around the median. */
  spendPower: 0.3,
  /** Weight of the pooled rate: its prior mean falls with orders as worth/(worth + orders), and that prior is worth so many checks. */
  pooledWorth: 5,
  /** Share of videos that never deliver a target, and how many videos that is worth. */
  zeroShare: 0.02,
  zeroWorth: 20,
  /** Orders at which the shape of residuals is half way from normal to their own. */
  leanWorth: 60,
  pooledGrid: [0, 0.1, 0.2, 0.35, 0.5, 0.7, 1],
  pooledPenalty: 50,
  halfLifePenalty: 3,
  /** Checks of one history hang together: together they are worth at most so many. */
  checksWorth: 100,
  /** Checked orders at which a width is half way from the model's own to what the checks ask for: 50 and 80%, 95%. */
  widthWorth: [40, 40, 120],
  widthBounds: [0.6, 2.5],
} as const
