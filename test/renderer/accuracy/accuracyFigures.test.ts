import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'

import { useI18n } from '../../../renderer/i18n/i18n.ts'
import {
  coverageVerdict,
  luckRange,
  summaryOf,
  typicalMiss,
} from '../../../renderer/screens/accuracy/accuracyFigures.ts'
import {
  deliveriesOf,
  filteredPoints,
  filtersOfParams,
  paramsOfFilters,
} from '../../../renderer/screens/accuracy/accuracyFilters.ts'
import { coverageSentence, leanNote, leanWords } from '../../../renderer/screens/accuracy/accuracyWords.ts'
import { someAccuracy, somePoint } from './someAccuracy.ts'

const i18n = useI18n()
afterEach(() => i18n.setLanguage('en'))

const points = (inside: number, all: number) =>
  Array.from({ length: all }, (_, i) => somePoint({ orderId: String(i), actual: i < inside ? 100 : 500 }))

test('CA6: a summary counts what fell inside each interval', () => {
  const { coverage, n } = summaryOf([
    somePoint({ actual: 100 }),
    somePoint({ actual: 60 }),
    somePoint({ actual: 41 }),
  ])
  expect(n).toBe(3)
  expect(coverage.map(({ level, inside }) => [level, inside])).toEqual([
    [50, 1],
    [80, 2],
    [95, 3],
  ])
})

test('CA6: a forecast half as high as what came leans too low, and says so', () => {
  const summary = summaryOf([
    somePoint({ p50: 99.5, actual: 200 }),
    somePoint({ p50: 99.5, actual: 200 }),
    somePoint({ p50: 99.5, actual: 199 }),
  ])
  expect(leanWords(summary.bias, i18n)).toBe('100% too low')
  expect(leanNote(summary, i18n)).toContain('more than luck')
  expect(leanWords(-Math.log(1.2), i18n)).toBe('20% too high')
  expect(leanWords(0, i18n)).toBe('none')
})

test('U50: the luck of twenty orders reaches from 60 to 95% of an 80% interval', () => {
  expect(luckRange(20, 0.8)).toEqual({ low: 0.6, high: 0.95 })
  expect(coverageSentence(summaryOf(points(16, 20)), i18n)).toBe(
    '16 of 20 orders ended inside their 80% interval. With 20 orders, anything from 60% to 95% could be luck: the intervals keep their word as far as this can tell.',
  )
})

test('U50: intervals that hold too few are called too narrow, and those that hold all of many too wide', () => {
  const verdict = (inside: number, n: number) => coverageVerdict(summaryOf(points(inside, n)).coverage[1])
  expect(verdict(10, 20)).toBe('narrow')
  expect(verdict(20, 20)).toBe('wide')
  expect(verdict(4, 5)).toBe('holds')
  expect(verdict(0, 0)).toBe('none')
  expect(coverageSentence(summaryOf(points(3, 3)), i18n)).toContain('too few to tell')
})

test('U50: what luck explains always holds the promised share, and narrows with more orders', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1500 }), fc.constantFrom(0.5, 0.8, 0.95), (n, promised) => {
      const { low, high } = luckRange(n, promised)
      const wider = luckRange(n * 4, promised)
      expect(low).toBeLessThanOrEqual(promised)
      expect(high).toBeGreaterThanOrEqual(promised)
      expect(wider.high - wider.low).toBeLessThanOrEqual(high - low + 1e-9)
    }),
  )
})

test('CA6: half of the orders missed the middle by less than the typical miss', () => {
  expect(typicalMiss([])).toBeUndefined()
  const missed = [1, 2, 4].map(times => somePoint({ p50: 99.5, actual: 100 * times - 0.5 }))
  expect(typicalMiss(missed)).toBeCloseTo(2)
})

test('CA6: made-up deliveries are left out while there is a real one, and can be asked for', () => {
  const real = somePoint({ orderId: 'real' })
  const madeUp = somePoint({ orderId: 'made up', isSimulated: true })
  const ids = (points: readonly (typeof real)[], params: Record<string, string>) =>
    filteredPoints(someAccuracy(points), filtersOfParams(params), '2026-12-01').map(each => each.orderId)
  expect(ids([real, madeUp], {})).toEqual(['real'])
  expect(ids([real, madeUp], { deliveries: 'simulated' })).toEqual(['made up'])
  expect(ids([madeUp], {})).toEqual(['made up'])
  expect(deliveriesOf(filtersOfParams({}), someAccuracy([madeUp]))).toBe('simulated')
})

test('CA6: filters leave the orders of a market, an audience and a period, the oldest first', () => {
  const accuracy = someAccuracy([
    somePoint({ orderId: 'new', completedOn: '2026-11-20' }),
    somePoint({ orderId: 'old', completedOn: '2026-06-20' }),
    somePoint({ orderId: 'id', market: 'ID', completedOn: '2026-11-10' }),
    somePoint({ orderId: 'custom', audienceKind: 'custom', completedOn: '2026-11-01' }),
  ])
  const ids = (params: Record<string, string>) =>
    filteredPoints(accuracy, filtersOfParams(params), '2026-12-01').map(each => each.orderId)
  expect(ids({})).toEqual(['old', 'custom', 'id', 'new'])
  expect(ids({ days: '30' })).toEqual(['custom', 'id', 'new'])
  expect(ids({ market: 'GB', audience: 'automatic' })).toEqual(['old', 'new'])
})

test('U12: filters stand in the address, and what is not known there is left out', () => {
  const filters = filtersOfParams({ market: 'ID', audience: 'everyone', days: '90', deliveries: 'real' })
  expect(filters).toEqual({ market: 'ID', audience: 'any', days: '90', deliveries: 'real' })
  expect(filtersOfParams(paramsOfFilters(filters))).toEqual(filters)
  expect(paramsOfFilters(filtersOfParams({}))).toEqual({})
})
