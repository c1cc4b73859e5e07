import fc from 'fast-check'
import { expect, test } from 'vitest'

import { countScale } from '../../../renderer/charts/countScale.ts'
import { intervalChartLayout, isPointOutside } from '../../../renderer/charts/intervalChartLayout.ts'
import { ratioChartLayout, ratioOf } from '../../../renderer/charts/ratioChartLayout.ts'

const span = { top: 10, bottom: 210 }
const point = {
  name: 'A',
  day: '2026-11-01',
  actual: 90,
  p025: 30,
  p10: 50,
  p25: 70,
  p50: 90,
  p75: 110,
  p90: 150,
  p975: 200,
}

test('U42: a log scale of counts has round ends and a place for none', () => {
  expect(countScale([0, 3, 40], span).ticks.map(({ value }) => value)).toEqual([0, 1, 2, 5, 10, 20, 50])
  expect(countScale([70, 900], span).ticks.map(({ value }) => value)).toEqual([50, 100, 200, 500, 1000])
  expect(countScale([0], span).ticks.length).toBe(2)
})

test('U42: every count lies within the scale, more of it further up', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000_000), { minLength: 2, maxLength: 40 }), counts => {
      const { y, ticks } = countScale(counts, span)
      expect(ticks.length).toBeLessThanOrEqual(9)
      for (const count of counts) {
        expect(y(count)).toBeGreaterThanOrEqual(span.top - 1e-6)
        expect(y(count)).toBeLessThanOrEqual(span.bottom + 1e-6)
        expect(y(count + 1)).toBeLessThan(y(count))
      }
    }),
  )
})

test('U44: what is pointed at is the order under the pointer, and nothing beside the plot', () => {
  const layout = intervalChartLayout([point, point, point], 400, String)
  for (const place of [0, 1, 2]) expect(layout.placeAt(layout.x(place))).toBe(place)
  expect(layout.placeAt(2)).toBeUndefined()
  expect(layout.placeAt(399)).toBeUndefined()
})

test('CA6: outside is below P10 or above P90, the ends belonging to the inside', () => {
  expect([49, 50, 150, 151].map(actual => isPointOutside({ ...point, actual }))).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('CA6: twice as many and half as many are equally far from the middle', () => {
  const twice = { ...point, p50: 99.5, actual: 199.5 }
  const half = { ...point, p50: 99.5, actual: 49.5, day: '2026-11-11' }
  expect(ratioOf(twice)).toBe(2)
  const { dots, y } = ratioChartLayout([twice, half], 400)
  const [first, second] = dots
  expect(y(1) - (first?.y ?? 0)).toBeCloseTo((second?.y ?? 0) - y(1))
  expect(second?.x).toBeGreaterThan(first?.x ?? 0)
})
