import fc from 'fast-check'
import { expect, test } from 'vitest'

import { sortPlaces } from '../../db/sortPlaces.ts'

const keys = fc.array(
  fc.oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1, 1, 2 ** 50, Number.MIN_VALUE, Number.MAX_VALUE),
  ),
  { maxLength: 300 },
)

test('U33: sorted by bits is sorted by value: stable, unknown ones last, in either direction', () => {
  fc.assert(
    fc.property(keys, fc.boolean(), fc.boolean(), (values, isDescending, isBackwards) => {
      const places = Uint32Array.from(values.keys())
      if (isBackwards) places.reverse()
      const at = (place: number) => values[place] ?? 0
      const compare = (a: number, b: number) => {
        if (Number.isNaN(at(a)) || Number.isNaN(at(b)))
          return Number(Number.isNaN(at(a))) - Number(Number.isNaN(at(b)))
        if (at(a) === at(b)) return 0
        return at(a) < at(b) === isDescending ? 1 : -1
      }
      const expected = [...places].toSorted(compare)
      expect([...sortPlaces(Float64Array.from(values), places, isDescending)]).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})
