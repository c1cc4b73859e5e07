import type { Currency } from '../money/money.ts'

export type MarketCode = 'GB' | 'ID'

/** A: official or peer-reviewed. B: named measurement. C: secondary. D: weak. I: our own inference (domain.md 0). */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'I'

export const ageBands = ['18-24', '25-34', '35-44', '45-54', '55+'] as const
export type AgeBand = (typeof ageBands)[number]
export const genders = ['female', 'male'] as const
export type Gender = (typeof genders)[number]
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** One number (or small table of numbers) the model uses, with where it comes from. Never a constant in code. */
export type ProfileEntry<V = ProfileValue> = {
  /** Spec id, with a suffix where one id holds several numbers: `B61`, `B61.sigma`. */
  readonly id: string
  readonly name: string
  readonly value: V
  readonly unit: string
  readonly grade: Grade
  readonly source: string
  /** Date of the source, ISO year, month or day. */
  readonly date: string
}

export type ProfileValue = number | readonly number[] | Readonly<Record<string, number>>

/** Every assumption the forecast rests on, by the name the model uses for it. */
export type ProfileValues = {
  /** Adults the platform can show ads to. People. */
  readonly adults: number
  /** Share of adults by age band; sums to 1. */
  readonly ageShare: Readonly<Record<AgeBand, number>>
  /** Share of women in each age band. */
  readonly femaleShare: Readonly<Record<AgeBand, number>>
  /** Chances to show this order's ad, per adult and day, if it took part in every auction. */
  readonly opportunitiesPerPersonDay: number
  /** Median price of a thousand impressions, major units. */
  readonly cpmMedian: number
  /** Standard deviation of ln CPM between orders. */
  readonly cpmSigma: number
  readonly ctrMedian: number
  readonly ctrSigma: number
  /** Product page views per link click. */
  readonly pageViewRate: number
  /** Orders per link click. */
  readonly cvrMedian: number
  readonly cvrSigma: number
  /** Correlations of ln CPM, ln CTR and ln CVR between orders (RA1). */
  readonly priceCtrCorrelation: number
  readonly priceCvrCorrelation: number
  readonly ctrCvrCorrelation: number
  /** CTR factor of each repeat exposure of a person (DE9). */
  readonly fatigueFactor: number
  /** k of the negative binomial of exposures per person (DE8). */
  readonly exposureDispersion: number
  /** Click-to-order delay: a fast and a slow log-normal, cut at the attribution window (DE10). */
  readonly delayFastShare: number
  readonly delayFastMedianHours: number
  readonly delayFastSigma: number
  readonly delaySlowMedianHours: number
  readonly delaySlowSigma: number
  readonly attributionDays: number
  /** Day noise on ln price and on ln CTR: stationary standard deviation and lag-1 correlation (RA5). */
  readonly dayNoiseSd: number
  readonly dayNoiseLag1: number
  /** How much larger day noise is before any click; falls by half at `learningClicks` clicks (RA5). */
  readonly learningNoise: number
  readonly learningClicks: number
  /** Price index by weekday, mean about 1. */
  readonly weekdayPrice: Readonly<Record<Weekday, number>>
  /** Opportunities by hour of the market's day, 24 values, mean 1. */
  readonly hourActivity: readonly number[]
  /** Price factors of the calendar (DE1): double dates, payday (25th to 30th), year-end sales. */
  readonly doubleDatePrice: number
  readonly paydayPrice: number
  readonly yearEndPrice: number
  /** Price and CTR scales of the audience cells (DE2), mean about 1. */
  readonly genderPrice: Readonly<Record<Gender, number>>
  readonly genderCtr: Readonly<Record<Gender, number>>
  readonly agePrice: Readonly<Record<AgeBand, number>>
  readonly ageCtr: Readonly<Record<AgeBand, number>>
  /** Standard deviation of one video's own ln CTR between cells: what an automatic audience can learn (DE7). */
  readonly cellSpread: number
  /** Share of adults that one interest reaches, and what a matching interest does to CTR and price (DE2). */
  readonly interestShare: number
  readonly interestCtr: number
  readonly interestPrice: number
  /** Price of a custom audience against an automatic one. */
  readonly customPrice: number
  /** Market price of one opportunity around its level: log-normal sigma (DE3). */
  readonly landscapeSigma: number
  /** Share of auctions won at the order's ordinary bid (DE4). */
  readonly baseWinRate: number
  /** Bid multiplier under scarcity: exponent g and cap (DE5). */
  readonly scarcityExponent: number
  readonly bidCap: number
  /** Automatic learning: strength of leaning, and the prior belief's weight in clicks per cell (DE7). */
  readonly leanStrength: number
  readonly leanPriorClicks: number
  /** Tax on what is paid for promotion. */
  readonly taxRate: number
  /** Platform fee on sales, by product category slug, with `other` for the rest. */
  readonly platformFee: Readonly<Record<string, number>>
  /** Share of orders cancelled or returned. */
  readonly cancelRate: number
  /** Limits of a promote order (Q7), unverified. Minor units a day; days. */
  readonly minBudgetPerDay: number
  readonly maxBudgetPerDay: number
  readonly minDays: number
  readonly maxDays: number
}

export type ProfileKey = keyof ProfileValues

export type MarketProfile = {
  readonly market: MarketCode
  readonly currency: Currency
  /** IANA zone in which days and hours of this market are counted. */
  readonly zone: string
  /** Changes whenever an entry changes. */
  readonly version: string
  readonly entries: { readonly [K in ProfileKey]: ProfileEntry<ProfileValues[K]> }
  /** Of a profile that was conditioned on history for one order (core/calibration/learntProfile.ts). */
  readonly learnt?: LearntMark
}

export type LearntMark = {
  /** Weight of the history against the prior, 0 to 1 (RA2). */
  readonly weight: number
  /** Orders behind it. */
  readonly units: number
  /** ISO date of the last of it. */
  readonly asOf: string
  /** The profile that it was conditioned from, and the entries of that one which were replaced. */
  readonly profileVersion: string
  readonly replaced: Partial<MarketProfile['entries']>
}
