import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { audienceCells, audienceSize } from '../../../core/audience/audienceCells.ts'
import { ageBands, genders, type MarketProfile } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { type Audience, categories } from '../../../core/order/promoteOrder.ts'

const profiles = Object.values(marketProfiles)
const profile = fc.constantFrom(...profiles)
const custom = fc.record({
  kind: fc.constant('custom' as const),
  ageBands: fc.subarray([...ageBands], { minLength: 1 }),
  genders: fc.subarray([...genders], { minLength: 1 }),
  interests: fc.subarray([...categories]),
})
const audience: fc.Arbitrary<Audience> = fc.oneof(fc.constant({ kind: 'automatic' as const }), custom)
const everybody = { kind: 'custom' as const, ageBands, genders, interests: [] }
const people = (of: Audience, market: MarketProfile) =>
  audienceCells(of, market).reduce((sum, cell) => sum + cell.people, 0)

describe('cells', () => {
  test('N1: an automatic audience is every adult cell of the market: five ages times two genders', () => {
    for (const market of profiles) {
      const cells = audienceCells({ kind: 'automatic' }, market)
      expect(cells.map(cell => `${cell.ageBand} ${cell.gender}`)).toEqual(
        ageBands.flatMap(age => genders.map(gender => `${age} ${gender}`)),
      )
      expect(people({ kind: 'automatic' }, market)).toBeCloseTo(market.entries.adults.value, 3)
    }
  })

  test('N1: a custom audience is the chosen cells and no other', () => {
    fc.assert(
      fc.property(custom, profile, (chosen, market) => {
        const cells = audienceCells(chosen, market)
        expect(cells).toHaveLength(chosen.ageBands.length * chosen.genders.length)
        for (const { ageBand, gender } of cells) {
          expect(chosen.ageBands).toContain(ageBand)
          expect(chosen.genders).toContain(gender)
        }
      }),
    )
  })

  test('N8: nobody under 18 is ever in an audience', () => {
    fc.assert(
      fc.property(audience, profile, (any, market) => {
        for (const cell of audienceCells(any, market)) {
          expect(Number.parseInt(cell.ageBand, 10)).toBeGreaterThanOrEqual(18)
          expect(cell.people).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('B5: cells hold the shares of the profile', () => {
    const { entries } = marketProfiles.ID
    const cell = audienceCells({ kind: 'automatic' }, marketProfiles.ID).find(
      each => each.ageBand === '25-34' && each.gender === 'male',
    )
    expect(cell?.people).toBeCloseTo(107_700_000 * 0.353 * (1 - entries.femaleShare.value['25-34']), 3)
  })
})

describe('size', () => {
  test('C1: an audience never exceeds the adults of its market, and is whole people', () => {
    fc.assert(
      fc.property(audience, profile, (any, market) => {
        const size = audienceSize(any, market)
        expect(Number.isSafeInteger(size)).toBe(true)
        expect(size).toBeGreaterThan(0)
        expect(size).toBeLessThanOrEqual(market.entries.adults.value)
      }),
    )
  })

  test('C1: shares that sum to a little more than 1 still do not exceed the adults', () => {
    const { GB } = marketProfiles
    const ageShare = { ...GB.entries.ageShare, value: { ...GB.entries.ageShare.value, '55+': 0.0840009 } }
    const market = { ...GB, entries: { ...GB.entries, ageShare } }
    expect(people({ kind: 'automatic' }, market)).toBeGreaterThan(24_800_010)
    expect(audienceSize({ kind: 'automatic' }, market)).toBe(24_800_000)
  })

  test('C1: everybody, chosen by hand, is as many as the automatic audience', () => {
    for (const market of profiles) {
      expect(audienceSize(everybody, market)).toBe(market.entries.adults.value)
      expect(audienceSize({ kind: 'automatic' }, market)).toBe(market.entries.adults.value)
    }
  })

  test('N4: interests narrow the people to those who hold at least one: 1 - (1 - share)^n', () => {
    for (const market of profiles) {
      const { adults, interestShare } = market.entries
      for (const count of [1, 2, 5]) {
        const interests = categories.slice(0, count)
        const expected = adults.value * (1 - (1 - interestShare.value) ** count)
        expect(people({ ...everybody, interests }, market)).toBeCloseTo(expected, 3)
      }
    }
  })

  test('N4: one more choice never makes an audience smaller', () => {
    fc.assert(
      fc.property(
        custom,
        fc.constantFrom(...ageBands),
        fc.constantFrom(...genders),
        profile,
        (chosen, age, gender, market) => {
          const wider = {
            ...chosen,
            ageBands: [...new Set([...chosen.ageBands, age])],
            genders: [...new Set([...chosen.genders, gender])],
          }
          expect(audienceSize(wider, market)).toBeGreaterThanOrEqual(audienceSize(chosen, market))
        },
      ),
    )
  })
})

describe('scales', () => {
  const scales = (of: Audience, market = marketProfiles.GB) =>
    audienceCells(of, market).map(({ gender, priceScale, ctrScale }) => ({ gender, priceScale, ctrScale }))

  test('B20: women’s impressions cost 1.22 times men’s', () => {
    const [women, men] = scales({ kind: 'automatic' })
    expect(women!.priceScale / men!.priceScale).toBeCloseTo(1.22, 2)
  })

  test('N7: a custom audience costs more than an automatic one by the factor of the profile', () => {
    const [automatic, chosen] = [scales({ kind: 'automatic' }), scales(everybody)]
    for (const [i, cell] of chosen.entries()) {
      expect(cell.priceScale / automatic[i]!.priceScale).toBeCloseTo(1.1, 12)
      expect(cell.ctrScale).toBe(automatic[i]!.ctrScale)
    }
  })

  test('N4: interests raise price and click rate once, however many they are', () => {
    const [none, one, many] = [[], categories.slice(0, 1), categories.slice(0, 9)].map(interests =>
      scales({ ...everybody, interests }),
    )
    expect(many).toEqual(one)
    for (const [i, cell] of one!.entries()) {
      expect(cell.priceScale / none![i]!.priceScale).toBeCloseTo(1.05, 12)
      expect(cell.ctrScale / none![i]!.ctrScale).toBeCloseTo(1.1, 12)
    }
  })

  test('Y7: age moves neither price nor click rate while nothing is known', () => {
    for (const gender of genders) {
      const cells = scales({ kind: 'automatic' }).filter(cell => cell.gender === gender)
      for (const cell of cells) expect(cell).toEqual(cells[0])
    }
  })
})
