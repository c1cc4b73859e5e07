import fc from 'fast-check'
import { expect, test } from 'vitest'

import { niceTicks } from '../../../renderer/charts/niceTicks.ts'

test.each([
  [0, 47, [0, 10, 20, 30, 40, 50]],
  [0, 0.83, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [48, 241, [0, 50, 100, 150, 200, 250]],
  [0, 0, [0, 1]],
])('U42: an axis from %d to %d has round ticks', (least, most, ticks) => {
  expect(niceTicks(least, most, { count: 5 })).toEqual(ticks)
})

test('U42: counts have whole ticks', () => {
  expect(niceTicks(0, 1.3, { count: 4, isWhole: true })).toEqual([0, 1, 2])
})

test('U42: ticks enclose what they are for, in at most two more steps than asked', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map(thousandths => thousandths / 1000)
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const [least, most] = [Math.min(a, b), Math.max(a, b)]
      const ticks = niceTicks(least, most, { count: 5 })
      expect(ticks[0]).toBeLessThanOrEqual(least + most * 1e-6)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-6))
      expect(ticks.length).toBeLessThanOrEqual(8)
    }),
  )
})
