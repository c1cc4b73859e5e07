import fc from 'fast-check'
import { expect, test } from 'vitest'

import { forecastUnit } from '../../../core/calibration/forecastUnit.ts'
import type { UnitPeriod } from '../../../core/calibration/history.ts'
import type { Learned } from '../../../core/calibration/learned.ts'
import { learnt } from './learnt.ts'
import { firstDay, noCounts, plainUnit } from './world.ts'

const quantileNames = ['p025', 'p10', 'p25', 'p50', 'p75', 'p90', 'p975'] as const

function isSound(learned: Learned, unit: UnitPeriod): boolean {
  const { targets, rates, ownDataWeight, basis } = forecastUnit(learned, unit)
  const counts = Object.values(targets)
  return (
    counts.length === 3 &&
    counts.every(count => {
      const quantiles = quantileNames.map(name => count[name])
      return (
        Number.isFinite(count.mean) &&
        quantiles.every(q => Number.isInteger(q) && q >= 0) &&
        quantiles.every((q, i) => i === 0 || q >= quantiles[i - 1]!)
      )
    }) &&
    rates.mean.every(Number.isFinite) &&
    rates.covariance.every(Number.isFinite) &&
    isCovariance(rates.covariance) &&
    ownDataWeight >= 0 &&
    ownDataWeight <= 1 &&
    basis.every(({ effect, deviation }) => Number.isFinite(effect) && deviation >= 0)
  )
}

function isCovariance(c: readonly number[]): boolean {
  const [a = 0, b = 0, d = 0, , e = 0, f = 0, , , g = 0] = c
  const determinant = a * (e * g - f * f) - b * (b * g - f * d) + d * (b * f - e * d)
  return a > 0 && a * e - b * b > 0 && determinant > 0
}

test('CA1: any history, however poor, gives a sound forecast for any unit', () => {
  const count = fc.option(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 5_000_000 })))
  const word = fc.constantFrom('', 'a', 'b', '__proto__')
  const day = fc.option(fc.integer({ min: firstDay, max: firstDay + 400 }))
  const unit = fc.record({
    unitId: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
    accountId: word,
    start: day,
    end: day,
    market: fc.constantFrom('', 'GB', 'ID', 'FR'),
    currency: fc.constantFrom('GBP', 'IDR', 'EUR', ''),
    platform: word,
    objective: word,
    creatorId: word,
    videoId: word,
    audienceKind: word,
    ageBands: word,
    genders: word,
    interests: word,
    spend: fc.option(
      fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e7, noNaN: true }), fc.constant(1e-9)),
    ),
  })
  const counts = fc.record({ impressions: count, reach: count, linkClicks: count, conversions: count })
  const history = fc.array(
    fc.tuple(unit, counts).map(([one, found]) => ({ ...one, ...found })),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(history, unit, (rows, asked) => isSound(learnt(rows), asked)),
    { numRuns: 40 },
  )
})

// Found by the property above: an order so surely without delivery that its weight was zero.
test('CA1: an order that surely never delivers says nothing, and breaks nothing', () => {
  const nothing = {
    ...plainUnit,
    ...noCounts,
    accountId: '',
    creatorId: '',
    videoId: '',
    market: '',
    platform: '',
  }
  const rows = [
    { ...nothing, unitId: 'u2', currency: 'EUR', spend: 1e-9, impressions: 0 },
    { ...nothing, unitId: 'u2', currency: 'GBP', spend: 0.01, impressions: 0, videoId: '__proto__' },
    { ...nothing, unitId: 'u1', currency: 'EUR', spend: 1e-9, impressions: 2_464_920 },
  ]
  expect(isSound(learnt(rows), { ...nothing, unitId: 'u2', currency: 'GBP', spend: null })).toBe(true)
})
