import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { foldOf, splitByDate, splitByFold, sumByUnit } from '../../../core/calibration/split.ts'
import { noCounts, plainUnit } from './world.ts'

const row = (unitId: string, start: number | null, end: number | null, linkClicks: number | null = 1) => ({
  ...plainUnit,
  ...noCounts,
  unitId,
  start,
  end,
  linkClicks,
})

describe('the split of a history', () => {
  test('CA4: rows that end before the day are learnt from, rows from it on are summed by unit', () => {
    const split = splitByDate(
      [
        row('a', 1, 4),
        row('a', 5, 9),
        row('b', 10, 12, 3),
        row('b', 13, 15, 4),
        row('c', 8, 11),
        row('d', 9, null),
        row('e', 10, null),
        row('f', null, null),
        row('g', null, 10),
      ],
      10,
    )
    expect(split.train.map(({ unitId }) => unitId)).toEqual(['a', 'a', 'd', 'f'])
    expect(split.test.map(({ unitId, start, end, linkClicks }) => [unitId, start, end, linkClicks])).toEqual([
      ['b', 10, 15, 7],
      ['e', 10, null, 1],
      ['g', null, 10, 1],
    ])
    expect(split.leftOut).toBe(1)
  })

  test('CA4: a sum with an unknown part is unknown, and one unit is one row', () => {
    const [sum] = sumByUnit([row('a', 5, 6, 2), row('a', 3, 4, null), row('a', 7, 9, 2)])
    expect(sum).toMatchObject({ start: 3, end: 9, spend: 150, linkClicks: null })
  })

  test('CA4: folds depend on the seed and the unit alone, and share units about evenly', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 1e9 }), (unitId, seed) => {
        const fold = foldOf(unitId, 5, seed)
        return fold === foldOf(unitId, 5, seed) && fold >= 0 && fold < 5
      }),
    )
    const rows = Array.from({ length: 5000 }, (_, i) => row(`unit ${i}`, 1, 1))
    for (let fold = 0; fold < 5; fold++) {
      const { train, test } = splitByFold(rows, fold, { folds: 5, seed: 3 })
      expect(train.length + test.length).toBe(5000)
      expect(Math.abs(test.length - 1000)).toBeLessThan(100)
    }
  })
})
