import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { movedTo, zoomedBy } from '../../../renderer/charts/plotState.ts'

describe('the zoom of a plot', () => {
  test('U43: closer keeps the cursor in sight, and never leaves the places there are', () => {
    const wanted = fc.record({
      factor: fc.constantFrom(0.5 as const, 2 as const),
      count: fc.integer({ min: 5, max: 400 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      from: fc.double({ min: 0, max: 0.9, noNaN: true }),
    })
    fc.assert(
      fc.property(wanted, ({ factor, count, at, from }) => {
        const first = Math.floor(from * (count - 1))
        const around = first + Math.floor(at * (count - 1 - first))
        const zoom = zoomedBy([first, count - 1], { factor, count, around })
        if (zoom === undefined) return
        expect(zoom[0]).toBeGreaterThanOrEqual(0)
        expect(zoom[1]).toBeLessThan(count)
        expect(zoom[1] - zoom[0]).toBeGreaterThanOrEqual(3)
        expect(around).toBeGreaterThanOrEqual(zoom[0])
        expect(around).toBeLessThanOrEqual(zoom[1])
      }),
    )
  })

  test('U43: back and back again shows everything', () => {
    const closer = zoomedBy([0, 59], { factor: 0.5, count: 60, around: 10 })
    expect(closer).toEqual([0, 29])
    expect(zoomedBy(closer ?? [0, 0], { factor: 2, count: 60, around: 10 })).toBeUndefined()
  })

  test('U43: a cursor that leaves what is shown takes it along', () => {
    expect(movedTo([4, 9], 6)).toEqual([4, 9])
    expect(movedTo([4, 9], 12)).toEqual([7, 12])
    expect(movedTo([4, 9], 0)).toEqual([0, 5])
  })
})
