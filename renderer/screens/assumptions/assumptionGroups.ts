import type { ProfileShown } from '../../../core/contract/assumptions.ts'
import type { ProfileKey } from '../../../core/market/marketProfile.ts'

/** What an assumption is about, in the order in which an order meets it. */
export const assumptionGroups = [
  'audience',
  'prices',
  'rates',
  'calendar',
  'delivery',
  'later',
  'money',
  'limits',
] as const
export type AssumptionGroup = (typeof assumptionGroups)[number]

/** Complete by its type: a new entry of the profile has to say where it stands. */
const groupOf: Readonly<Record<ProfileKey, AssumptionGroup>> = {
  adults: 'audience',
  ageShare: 'audience',
  femaleShare: 'audience',
  interestShare: 'audience',
  opportunitiesPerPersonDay: 'audience',
  exposureDispersion: 'audience',
  cpmMedian: 'prices',
  cpmSigma: 'prices',
  genderPrice: 'prices',
  agePrice: 'prices',
  interestPrice: 'prices',
  customPrice: 'prices',
  landscapeSigma: 'prices',
  ctrMedian: 'rates',
  ctrSigma: 'rates',
  genderCtr: 'rates',
  ageCtr: 'rates',
  interestCtr: 'rates',
  fatigueFactor: 'rates',
  pageViewRate: 'rates',
  cvrMedian: 'rates',
  cvrSigma: 'rates',
  priceCtrCorrelation: 'rates',
  priceCvrCorrelation: 'rates',
  ctrCvrCorrelation: 'rates',
  hourActivity: 'calendar',
  weekdayPrice: 'calendar',
  doubleDatePrice: 'calendar',
  paydayPrice: 'calendar',
  yearEndPrice: 'calendar',
  baseWinRate: 'delivery',
  scarcityExponent: 'delivery',
  bidCap: 'delivery',
  leanStrength: 'delivery',
  leanPriorClicks: 'delivery',
  cellSpread: 'delivery',
  dayNoiseSd: 'delivery',
  dayNoiseLag1: 'delivery',
  learningNoise: 'delivery',
  learningClicks: 'delivery',
  delayFastShare: 'later',
  delayFastMedianHours: 'later',
  delayFastSigma: 'later',
  delaySlowMedianHours: 'later',
  delaySlowSigma: 'later',
  attributionDays: 'later',
  taxRate: 'money',
  platformFee: 'money',
  cancelRate: 'money',
  minBudgetPerDay: 'limits',
  maxBudgetPerDay: 'limits',
  minDays: 'limits',
  maxDays: 'limits',
}

export type ProfileEntryShown = ProfileShown['entries'][number]

const places = new Map<string, { readonly group: AssumptionGroup; readonly place: number }>(
  Object.entries(groupOf).map(([key, group], place) => [key, { group, place }]),
)

/** Entries by what they are about, in a settled order; groups that a search emptied are left out. */
export function groupedEntries(
  entries: readonly ProfileEntryShown[],
  isWanted: (entry: ProfileEntryShown) => boolean,
) {
  return assumptionGroups
    .map(group => ({
      group,
      entries: entries
        .filter(entry => (places.get(entry.entry)?.group ?? 'delivery') === group && isWanted(entry))
        .toSorted((a, b) => (places.get(a.entry)?.place ?? 99) - (places.get(b.entry)?.place ?? 99)),
    }))
    .filter(({ entries: kept }) => kept.length > 0)
}
