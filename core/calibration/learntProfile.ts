import { digestOf } from '../forecast/digest.ts'
import type { LearntMark, MarketProfile, ProfileEntry } from '../market/marketProfile.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import type { KnownShift } from './conditions.ts'

/** What history says of the rates of one order (RA1, RA2). */
export type LearntRates = {
  readonly rates: {
    /** Of ln price per thousand impressions (major units), ln CTR and ln CVR. */
    readonly mean: readonly [number, number, number]
    /** 3 x 3, row by row, of the same. */
    readonly covariance: readonly number[]
  }
  /** What of the rates is that of the audience and the days. */
  readonly known: KnownShift
  /** Weight of the history against the prior, 0 to 1. */
  readonly ownDataWeight: number
  /** Orders in the history. */
  readonly units: number
  /** ISO date of the last of it. */
  readonly asOf: string
}

const learntKeys = [
  'cpmMedian',
  'ctrMedian',
  'cvrMedian',
  'cpmSigma',
  'ctrSigma',
  'cvrSigma',
  'priceCtrCorrelation',
  'priceCvrCorrelation',
  'ctrCvrCorrelation',
] as const
type LearntKey = (typeof learntKeys)[number]

/** Correlations stay this far from what no joint distribution can have. */
const correlationShrink = 0.995
/** At least this share of a variance is between orders, however noisy their days are. */
const leastBetweenShare = 0.25
const leastSd = 1e-6

/**
 * The profile as it holds for one order after what was learnt. Rates of history are those of whole orders, so the noise of
 * the order's own days, and what its audience and dates do to prices, which the delivery adds again, are taken out of them. Without any
 * history the profile comes back as it is.
 */
export function learntProfile(
  profile: MarketProfile,
  order: PromoteOrder,
  learnt: LearntRates,
): MarketProfile {
  if (learnt.units === 0 || learnt.ownDataWeight === 0) return profile
  const values = learntValues(profile, order, learnt)
  const source = `learnt from ${learnt.units} orders of your history up to ${learnt.asOf}`
  const replaced: Partial<Record<LearntKey, ProfileEntry<number>>> = {}
  const entries = { ...profile.entries }
  for (const key of learntKeys) {
    replaced[key] = entries[key]
    entries[key] = { ...entries[key], value: values[key], source, date: learnt.asOf, grade: 'B' }
  }
  const mark: LearntMark = {
    weight: learnt.ownDataWeight,
    units: learnt.units,
    asOf: learnt.asOf,
    profileVersion: profile.version,
    replaced,
  }
  const version = `${profile.version}~${digestOf(values).slice('sha256:'.length, 'sha256:'.length + 12)}`
  return { ...profile, version, entries, learnt: mark }
}

/** The profile without what was learnt for an order. */
export function profileBefore({ learnt, ...profile }: MarketProfile): MarketProfile {
  if (learnt === undefined) return profile
  const { profileVersion: version, replaced } = learnt
  return { ...profile, version, entries: { ...profile.entries, ...replaced } }
}

function learntValues(
  profile: MarketProfile,
  order: PromoteOrder,
  { rates: { mean, covariance }, known }: LearntRates,
): Readonly<Record<LearntKey, number>> {
  const at = (row: number, column: number): number => covariance[3 * row + column] ?? 0
  const dayNoise = dayNoiseVariance(profile, order.durationDays)
  const between = (row: number, noise: number): number =>
    Math.sqrt(Math.max(at(row, row) * leastBetweenShare, at(row, row) - noise))
  const sd = (row: number): number => Math.sqrt(at(row, row))
  // A spread of nothing is alike to nothing, and its tiny numbers are noise.
  const correlation = (row: number, column: number): number =>
    Math.min(sd(row), sd(column)) > leastSd
      ? (correlationShrink * at(row, column)) / (sd(row) * sd(column))
      : 0
  return {
    cpmMedian: Math.exp(mean[0] - known.price),
    ctrMedian: Math.min(0.5, Math.exp(mean[1] - known.ctr)),
    cvrMedian: Math.min(1, Math.exp(mean[2])),
    cpmSigma: between(0, dayNoise),
    ctrSigma: between(1, dayNoise),
    cvrSigma: sd(2),
    priceCtrCorrelation: correlation(0, 1),
    priceCvrCorrelation: correlation(0, 2),
    ctrCvrCorrelation: correlation(1, 2),
  }
}

/** Variance of the mean of an order's days around its level (RA5). */
function dayNoiseVariance({ entries }: MarketProfile, days: number): number {
  const { dayNoiseSd, dayNoiseLag1 } = entries
  let sum = days
  for (let lag = 1; lag < days; lag++) sum += 2 * (days - lag) * dayNoiseLag1.value ** lag
  return (dayNoiseSd.value ** 2 * sum) / days ** 2
}
