import type { Conditions } from '../calibration/conditions.ts'
import { type MarketPrior, priorFromSigmas } from '../calibration/marketPrior.ts'
import { ageBands, type Gender, genders, type MarketProfile, weekdays } from './marketProfile.ts'
import { marketProfiles } from './profiles.ts'

/** What a market profile says of the rates of an order before any history: where learning starts from (RA1, RA2). */
export function marketPriorOf({ market, currency, entries }: MarketProfile): MarketPrior {
  const { cpmMedian, ctrMedian, cvrMedian, cpmSigma, ctrSigma, cvrSigma } = entries
  const { priceCtrCorrelation, priceCvrCorrelation, ctrCvrCorrelation } = entries
  const prior = priorFromSigmas(
    { market, currency },
    [Math.log(cpmMedian.value), Math.log(ctrMedian.value), Math.log(cvrMedian.value)],
    [cpmSigma.value, ctrSigma.value, cvrSigma.value],
    [priceCtrCorrelation.value, priceCvrCorrelation.value, ctrCvrCorrelation.value],
  )
  return { ...prior, conditions: conditionsOf(entries) }
}

function conditionsOf(entries: MarketProfile['entries']): Conditions {
  const { weekdayPrice, doubleDatePrice, paydayPrice, yearEndPrice, customPrice } = entries
  const { ageShare, femaleShare, agePrice, genderPrice, ageCtr, genderCtr } = entries
  return {
    weekday: weekdays.map(day => Math.log(weekdayPrice.value[day])),
    doubleDate: Math.log(doubleDatePrice.value),
    payday: Math.log(paydayPrice.value),
    yearEnd: Math.log(yearEndPrice.value),
    custom: Math.log(customPrice.value),
    interests: {
      price: Math.log(entries.interestPrice.value),
      ctr: Math.log(entries.interestCtr.value),
    },
    cells: ageBands.flatMap(age =>
      genders.map(gender => ({
        age,
        gender,
        share: ageShare.value[age] * genderShare(femaleShare.value[age], gender),
        price: agePrice.value[age] * genderPrice.value[gender],
        ctr: ageCtr.value[age] * genderCtr.value[gender],
      })),
    ),
  }
}

function genderShare(women: number, gender: Gender): number {
  return gender === 'female' ? women : 1 - women
}

/** Of the profiles that Foreclick ships with. */
export const shippedPriors: readonly MarketPrior[] = Object.values(marketProfiles).map(marketPriorOf)
