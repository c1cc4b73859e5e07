import fc from 'fast-check'
import { expect, test } from 'vitest'

import { accuracySummary, type Outcome, wilson } from '../../../core/calibration/coverage.ts'

const outcome = (actual: number): Outcome => ({
  actual,
  p025: 10,
  p10: 20,
  p25: 30,
  p50: 40,
  p75: 50,
  p90: 60,
  p975: 70,
})

test('CA6: coverage counts what fell inside, its ends included', () => {
  const { n, coverage } = accuracySummary([5, 10, 20, 30, 40, 50, 60, 70, 71].map(outcome))
  expect(n).toBe(9)
  expect(coverage.map(({ level, inside }) => [level, inside])).toEqual([
    [50, 3],
    [80, 5],
    [95, 7],
  ])
  for (const { share, low, high, inside } of coverage) {
    expect(share).toBe(inside / 9)
    expect(low).toBeLessThan(inside / 9)
    expect(high).toBeGreaterThan(inside / 9)
  }
})

test('CA6: bias is the mean of ln ratios with its standard error', () => {
  const { bias, biasError } = accuracySummary([40, 40, 80.5 * 2 - 0.5].map(outcome))
  const far = Math.log(161 / 40.5)
  expect(bias).toBeCloseTo(far / 3, 12)
  expect(biasError).toBeCloseTo(far / 3, 12)
  expect(accuracySummary([outcome(40)])).toMatchObject({ bias: 0, biasError: null })
  expect(accuracySummary([])).toMatchObject({ n: 0, bias: null, biasError: null })
})

test('CA6: the interval of a share is that of Wilson: 8 of 10 is 49.0% to 94.3%', () => {
  expect(wilson(8, 10).low).toBeCloseTo(0.4902, 4)
  expect(wilson(8, 10).high).toBeCloseTo(0.9433, 4)
})

test('CA6: it holds the share, stays between 0 and 1, and mirrors', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, some) => {
      const inside = Math.min(n, some)
      const { low, high } = wilson(inside, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(inside / n)
      expect(high).toBeGreaterThanOrEqual(inside / n)
      expect(wilson(n - inside, n).high).toBeCloseTo(1 - low, 9)
    }),
  )
})
