import { type AgeBand, ageBands, type Gender, genders, type MarketProfile } from '../market/marketProfile.ts'
import type { Audience } from '../order/promoteOrder.ts'

/** One age band and gender of an audience (DE2): how many people, and their price and CTR against the order's level. */
export type AudienceCell = {
  readonly ageBand: AgeBand
  readonly gender: Gender
  readonly people: number
  readonly priceScale: number
  readonly ctrScale: number
}

/**
 * The cells an order delivers to: every adult cell when the platform chooses, only the chosen ones otherwise. Interests
 * narrow the people to those who hold at least one, and change relevance and price.
 */
export function audienceCells(audience: Audience, profile: MarketProfile): readonly AudienceCell[] {
  const { entries } = profile
  const isCustom = audience.kind === 'custom'
  const interests = isCustom ? audience.interests.length : 0
  const reached = interests === 0 ? 1 : 1 - (1 - entries.interestShare.value) ** interests
  const price = (isCustom ? entries.customPrice.value : 1) * (interests > 0 ? entries.interestPrice.value : 1)
  const ctr = interests > 0 ? entries.interestCtr.value : 1
  return ageBands.flatMap(ageBand =>
    genders
      .filter(
        gender => !isCustom || (audience.ageBands.includes(ageBand) && audience.genders.includes(gender)),
      )
      .map(gender => ({
        ageBand,
        gender,
        people:
          entries.adults.value *
          entries.ageShare.value[ageBand] *
          genderShare(gender, ageBand, profile) *
          reached,
        priceScale: price * entries.agePrice.value[ageBand] * entries.genderPrice.value[gender],
        ctrScale: ctr * entries.ageCtr.value[ageBand] * entries.genderCtr.value[gender],
      })),
  )
}

/** People the audience reaches at most, whole; never more than the market's adults (C1). */
export function audienceSize(audience: Audience, profile: MarketProfile): number {
  const people = audienceCells(audience, profile).reduce((sum, cell) => sum + cell.people, 0)
  // Shares that sum to 1 may do so but for the last digit.
  return Math.min(profile.entries.adults.value, Math.floor(people + 1e-6))
}

function genderShare(gender: Gender, ageBand: AgeBand, profile: MarketProfile): number {
  const women = profile.entries.femaleShare.value[ageBand]
  return gender === 'female' ? women : 1 - women
}
