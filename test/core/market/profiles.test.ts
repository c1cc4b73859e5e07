import { describe, expect, test } from 'vitest'

import { digestOf } from '../../../core/forecast/digest.ts'
import { ageBands, genders, weekdays } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { money } from '../../../core/money/money.ts'
import { categories } from '../../../core/order/promoteOrder.ts'

const profiles = Object.values(marketProfiles)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/**
 * What each version says. An edit of a profile changes its digest: give the profile a new version and add it here, so that
 * no two profiles ever share a version.
 */
const contentOfVersion: Readonly<Record<string, string>> = {
  'GB-2026.11.1': 'sha256:f369eece6c357f9bc0b09cfa12ecc6d75caff3298a1401ad5c6a6ee081fe200f',
  'ID-2026.11.1': 'sha256:6b0c91888af293287a4f80b8cc46a0d33278b9e5b715b6bfafd8eccfd9939950',
}

describe.for(profiles)('$market', profile => {
  const { entries } = profile

  test('B60: every value comes with its id, name, unit, grade, source and date', () => {
    for (const [key, entry] of Object.entries(entries)) {
      expect({ key, ...entry }).toEqual({
        key,
        value: entry.value,
        id: expect.stringMatching(/^[A-Z]{1,2}\d+(\.[a-z0-9-]+)?$/),
        name: expect.stringMatching(/^[A-Z].{3,}$/),
        unit: expect.stringMatching(/^\S.*$/),
        grade: expect.stringMatching(/^[ABCDI]$/),
        source: expect.stringMatching(/^.{4,}$/),
        date: expect.stringMatching(/^20\d\d(-(0[1-9]|1[0-2]))?$/),
      })
    }
  })

  test('B60: no two entries share an id or a name', () => {
    const all = Object.values(entries)
    expect(new Set(all.map(entry => entry.id)).size).toBe(all.length)
    expect(new Set(all.map(entry => entry.name)).size).toBe(all.length)
  })

  test('0.1: what is our own inference says so and is as old as the inference', () => {
    const own = Object.values(entries).filter(entry =>
      /^(Our|Not known|No effect|Not a custom)/.test(entry.source),
    )
    expect(own.length).toBeGreaterThan(10)
    for (const entry of own) expect([entry.id, entry.grade]).toEqual([entry.id, 'I'])
  })

  test('B5: shares of age sum to 1, and women and men make up each age', () => {
    expect(Object.keys(entries.ageShare.value)).toEqual([...ageBands])
    expect(sum(Object.values(entries.ageShare.value))).toBeCloseTo(1, 12)
    for (const share of Object.values(entries.femaleShare.value)) {
      expect(share).toBeGreaterThan(0.4)
      expect(share).toBeLessThan(0.5)
    }
  })

  test('B70: hours have a mean of 1 and peak where the source says', () => {
    const hours = entries.hourActivity.value
    expect(hours).toHaveLength(24)
    expect(sum(hours) / 24).toBeCloseTo(1, 12)
    const evening = hours.slice(19, 23)
    expect(Math.min(...evening)).toBeGreaterThan(Math.max(...hours.slice(0, 12)))
    expect(Math.min(...hours)).toBeGreaterThan(0)
  })

  test('B69: a weekday has a price index with mean about 1, Sunday the cheapest', () => {
    const index = weekdays.map(day => entries.weekdayPrice.value[day])
    expect(sum(index) / 7).toBeCloseTo(1, 1)
    expect(Math.min(...index)).toBe(entries.weekdayPrice.value.sun)
  })

  test('B20: women cost 1.22 times what men do, and the mean is about 1', () => {
    const [women, men] = genders.map(gender => entries.genderPrice.value[gender])
    expect(women! / men!).toBeCloseTo(1.22, 2)
    expect((women! + men!) / 2).toBeCloseTo(1, 6)
  })

  test('RA1: the three correlations can hold together', () => {
    const [a, b, c] = [entries.priceCtrCorrelation, entries.priceCvrCorrelation, entries.ctrCvrCorrelation]
    const determinant = 1 + 2 * a.value * b.value * c.value - a.value ** 2 - b.value ** 2 - c.value ** 2
    expect(determinant).toBeGreaterThan(0)
  })

  test('B72: platform fees are shares of known categories, with one for the rest', () => {
    const fees = entries.platformFee.value
    expect(fees['other']).toBeGreaterThan(0)
    for (const [slug, fee] of Object.entries(fees)) {
      expect([...categories, 'other']).toContain(slug)
      expect(fee).toBeGreaterThan(0)
      expect(fee).toBeLessThan(0.2)
    }
  })

  test('Q7: the limits are money of the market and whole days', () => {
    const { minBudgetPerDay, maxBudgetPerDay, minDays, maxDays } = entries
    expect(money(profile.currency, minBudgetPerDay.value).minor).toBeGreaterThan(0)
    expect(maxBudgetPerDay.value / minBudgetPerDay.value).toBeCloseTo(1000 / 3, 6)
    expect([minDays.value, maxDays.value]).toEqual([1, 7])
    for (const limit of [minBudgetPerDay, maxBudgetPerDay]) expect(limit.source).toMatch(/to the dollar/)
  })

  test('FO9: a version names one content', () => {
    expect({ version: profile.version, content: digestOf(entries) }).toEqual({
      version: profile.version,
      content: contentOfVersion[profile.version],
    })
  })
})

test('B60, B61, B71: the markets hold what the handbook ships', () => {
  const { GB, ID } = marketProfiles
  expect([GB.currency, GB.zone, ID.currency, ID.zone]).toEqual([
    'GBP',
    'Europe/London',
    'IDR',
    'Asia/Jakarta',
  ])
  const shipped = (profile: typeof GB) => {
    const { adults, cpmMedian, cpmSigma, ctrMedian, ctrSigma, cvrMedian, cvrSigma, taxRate } = profile.entries
    return [adults, cpmMedian, cpmSigma, ctrMedian, ctrSigma, cvrMedian, cvrSigma, taxRate].map(e => e.value)
  }
  expect(shipped(GB)).toEqual([24_800_000, 8.7, 0.43, 0.014, 0.44, 0.028, 0.81, 0.2])
  expect(shipped(ID)).toEqual([107_700_000, 20_000, 0.54, 0.014, 0.44, 0.028, 0.81, 0.11])
})

test('B23: double dates and paydays move prices in Indonesia only', () => {
  const { GB, ID } = marketProfiles
  expect([GB.entries.doubleDatePrice.value, GB.entries.paydayPrice.value]).toEqual([1, 1])
  expect(ID.entries.doubleDatePrice.value).toBeGreaterThan(1)
  expect(ID.entries.paydayPrice.value).toBeGreaterThan(1)
})
