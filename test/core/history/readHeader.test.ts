import fc from 'fast-check'
import { expect, test } from 'vitest'

import { historyColumns } from '../../../core/history/historyColumns.ts'
import { readHeader } from '../../../core/history/readHeader.ts'

const renamed = (from: string, to: string) => historyColumns.map(column => (column === from ? to : column))
const without = (...names: readonly string[]) => historyColumns.filter(column => !names.includes(column))

test('CA1: columns come in any order, and an unknown one is a warning', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...historyColumns], { minLength: historyColumns.length }), columns => {
      const header = readHeader([...columns, 'notes'])
      const places = new Map(columns.map((column, place) => [column, place]))
      expect(header).toEqual({ ok: true, places, warnings: ['column "notes" is not known and was ignored'] })
    }),
  )
})

test.each([
  ['spend', 'cost', undefined],
  ['link_clicks', 'clicks', 'clicks'],
  ['link_clicks', 'Link Clicks', 'Link Clicks'],
  ['unit_id', 'unitid', 'unitid'],
  ['conversions', 'conversion', 'conversion'],
  ['genders', 'gender', 'gender'],
  ['period_start', 'start_period', undefined],
])('CA1: without %s but with %s the file is refused, and the nearest name is told', (column, name, meant) => {
  const problem = { path: column, expected: 'this column', received: 'none' }
  const hint = meant === undefined ? {} : { hint: `is "${meant}" meant?` }
  expect(readHeader(renamed(column, name))).toEqual({ ok: false, problems: [{ ...problem, ...hint }] })
})

test('CA1: a column that only describes may be missing', () => {
  expect(readHeader(without('reach', 'creator_id', 'interests'))).toMatchObject({ ok: true, warnings: [] })
})

test('CA1: a column that comes twice is refused', () => {
  expect(readHeader([...historyColumns, 'spend'])).toMatchObject({ ok: false, problems: [{ path: 'spend' }] })
})

test('CA1: cells of another separator are no header, and the separator is told', () => {
  expect(readHeader([historyColumns.join(';')])).toMatchObject({
    ok: false,
    problems: [{ path: 'header', hint: 'cells are separated by ";"; expected commas' }],
  })
})

test('CA1: a first line without a known name is shown with the names that were expected', () => {
  const hint = expect.stringContaining('"Spend" is nearest to spend')
  expect(readHeader(['Unit ID', 'Spend', 'Clicks'])).toMatchObject({
    ok: false,
    problems: [{ path: 'header', hint }],
  })
})
