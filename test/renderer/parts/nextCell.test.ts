import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { nextCell, withinGrid } from '../../../renderer/parts/nextCell.ts'

const size = { rows: 100, columns: 12, pageRows: 20 }
const plain = (key: string) => ({ key, ctrlKey: false, metaKey: false })
const withControl = (key: string) => ({ key, ctrlKey: true, metaKey: false })
const from = { row: 50, column: 5 }

describe('keys of a grid', () => {
  test.each([
    ['ArrowDown', { row: 51, column: 5 }],
    ['ArrowUp', { row: 49, column: 5 }],
    ['ArrowRight', { row: 50, column: 6 }],
    ['ArrowLeft', { row: 50, column: 4 }],
    ['Home', { row: 50, column: 0 }],
    ['End', { row: 50, column: 11 }],
    ['PageDown', { row: 70, column: 5 }],
    ['PageUp', { row: 30, column: 5 }],
  ])('U31: %s moves by one, to an end, or by a page', (key, expected) => {
    expect(nextCell(plain(key), from, size)).toEqual(expected)
  })

  test('U31: with Ctrl, Home and End reach the first and the last cell of all rows', () => {
    expect(nextCell(withControl('Home'), from, size)).toEqual({ row: 0, column: 0 })
    expect(nextCell(withControl('End'), from, size)).toEqual({ row: 99, column: 11 })
  })

  test('U31: an arrow up from the first row reaches the head, a page up does not', () => {
    expect(nextCell(plain('ArrowUp'), { row: 0, column: 3 }, size)).toEqual({ row: -1, column: 3 })
    expect(nextCell(plain('PageUp'), { row: 2, column: 3 }, size)).toEqual({ row: 0, column: 3 })
  })

  test('U31: other keys are left to the page', () => {
    expect(['Tab', 'a', 'Enter', 'Escape'].map(key => nextCell(plain(key), from, size))).toEqual(
      Array(4).fill(undefined),
    )
  })

  test('U31: no sequence of keys leaves the grid, however small it is', () => {
    const keys = fc.constantFrom(
      'ArrowDown',
      'ArrowUp',
      'ArrowLeft',
      'ArrowRight',
      'PageDown',
      'PageUp',
      'Home',
      'End',
    )
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 5 }), fc.array(keys), (rows, columns, pressed) => {
        const small = { rows, columns, pageRows: 7 }
        let place = withinGrid({ row: 0, column: 0 }, small)
        for (const key of pressed) {
          place = withinGrid(nextCell(plain(key), place, small) ?? place, small)
          expect(place.row).toBeGreaterThanOrEqual(-1)
          expect(place.row).toBeLessThan(Math.max(rows, 0))
          expect(place.column).toBeGreaterThanOrEqual(0)
          expect(place.column).toBeLessThan(columns)
        }
      }),
    )
  })
})
