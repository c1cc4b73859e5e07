import fc from 'fast-check'
import { expect, test } from 'vitest'

import { shownHeightPx, stretchOf } from '../../../renderer/parts/stretch.ts'

const rowPx = 40

test('U32: a list is never shown higher than a browser draws, and both of its ends can be reached', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3_000_000 }),
      fc.integer({ min: 100, max: 2000 }),
      (rows, seenPx) => {
        const heightPx = rows * rowPx
        const shownPx = shownHeightPx(heightPx)
        const stretch = stretchOf(heightPx, seenPx)
        expect(shownPx).toBeLessThan(17_500_000)
        expect(stretch).toBeGreaterThanOrEqual(1)
        const lastSeenPx = Math.max(0, shownPx - seenPx) * stretch + seenPx
        expect(lastSeenPx).toBeGreaterThanOrEqual(heightPx - 1e-3)
      },
    ),
  )
  expect(stretchOf(10_000 * rowPx, 600)).toBe(1)
})
