import fc from 'fast-check'
import { expect, test } from 'vitest'

import { dotColumns, dotGrid } from '../../../renderer/charts/dotColumns.ts'

const outcomes = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 50 })
const target = fc.integer({ min: 1, max: 200_000 })

test('U51: every outcome has one dot, in the column that holds it', () => {
  fc.assert(
    fc.property(outcomes, target, (all, target) => {
      for (const { from, to, count } of dotColumns(all, target)) {
        expect(count).toBe(all.filter(outcome => outcome >= from && outcome < to).length)
      }
      expect(dotColumns(all, target).reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
    }),
  )
})

test('U51: no column mixes outcomes that reach the target with some that do not', () => {
  fc.assert(
    fc.property(outcomes, target, (all, target) => {
      const reaching = dotColumns(all, target).filter(column => column.reaches)
      expect(reaching.reduce((sum, { count }) => sum + count, 0)).toBe(
        all.filter(one => one >= target).length,
      )
      for (const column of dotColumns(all, target)) expect(column.reaches).toBe(column.to > target)
    }),
  )
})

test('U51: columns follow each other without a gap, about twenty of them at most', () => {
  fc.assert(
    fc.property(outcomes, target, (all, target) => {
      const columns = dotColumns(all, target)
      columns.slice(1).forEach((column, i) => expect(column.from).toBe(columns[i]?.to))
      expect(columns.length).toBeLessThanOrEqual(22)
    }),
  )
})

test('U51: the fullest column fits its height and its width', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 4, max: 400 }),
      fc.integer({ min: 20, max: 200 }),
      (fullest, width, height) => {
        const { perRow, pitch } = dotGrid(fullest, width, height)
        expect(perRow * pitch).toBeLessThanOrEqual(width + 1e-9)
        expect(Math.ceil(fullest / perRow) * pitch).toBeLessThanOrEqual(height + 1e-9)
      },
    ),
  )
})

test('U51: fifty equal outcomes still fit, several side by side', () => {
  expect(dotGrid(50, 200, 80)).toEqual({ perRow: 7, pitch: 10 })
})
