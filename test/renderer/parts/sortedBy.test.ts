import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { sortAfter, sortedBy } from '../../../renderer/parts/sortedBy.ts'

const read = ({ value }: { readonly value: number | string | null }) => value
const up = { isDescending: false, language: 'en' }
const down = { isDescending: true, language: 'en' }
const values = (rows: readonly { readonly value: number | string | null }[]) => rows.map(read)

describe('sortedBy', () => {
  test('U30: rows without a value stand last, up and down', () => {
    const rows = [{ value: null }, { value: 3 }, { value: 1 }]
    expect(values(sortedBy(rows, read, up))).toEqual([1, 3, null])
    expect(values(sortedBy(rows, read, down))).toEqual([3, 1, null])
  })

  test('U30: texts are sorted as people read them, whatever their case, with numbers by size', () => {
    const rows = ['Video 10', 'video 9', 'Ärger', 'zebra'].map(value => ({ value }))
    expect(values(sortedBy(rows, read, up))).toEqual(['Ärger', 'video 9', 'Video 10', 'zebra'])
  })

  test('U30: sorting keeps every row, and equal rows their places', () => {
    const value = fc.option(fc.integer({ min: 0, max: 5 }))
    fc.assert(
      fc.property(fc.array(value), fc.boolean(), (drawn, isDescending) => {
        const rows = drawn.map((each, place) => ({ value: each, place }))
        const order = isDescending ? [5, 4, 3, 2, 1, 0, null] : [0, 1, 2, 3, 4, 5, null]
        const expected = order.flatMap(each => rows.filter(row => row.value === each))
        expect(sortedBy(rows, read, { isDescending, language: 'en' })).toEqual(expected)
      }),
    )
  })

  test('U30: the same column again turns the order, another one begins upwards', () => {
    expect(sortAfter({ key: 'a', isDescending: false }, 'a')).toEqual({ key: 'a', isDescending: true })
    expect(sortAfter({ key: 'a', isDescending: true }, 'a')).toEqual({ key: 'a', isDescending: false })
    expect(sortAfter({ key: 'a', isDescending: true }, 'b')).toEqual({ key: 'b', isDescending: false })
  })
})
