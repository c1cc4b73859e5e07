import { expect, test } from 'vitest'

import { wrapped } from '../../../renderer/charts/chartPng.ts'
import { type ChartTable, sortedRows, tableAsCsv } from '../../../renderer/charts/chartTable.ts'
import { chartAsText } from '../../../renderer/charts/chartText.ts'
import { cursorAfterKey } from '../../../renderer/charts/cursorKey.ts'

const row = (date: string, clicks: number | null) => ({
  cells: [
    { value: date, text: date },
    { value: clicks, text: String(clicks) },
  ],
})
const table: ChartTable = {
  columns: [
    { key: 'date', name: 'Day' },
    { key: 'clicks', name: 'Clicks, "middle"' },
  ],
  rows: [row('2026-12-01', 9), row('2026-12-02', 110), row('2026-12-03', null), row('2026-12-04', 20)],
}

test('U43: a chart’s table sorts numbers as numbers, empty cells last both ways', () => {
  const clicks = (isDescending: boolean) =>
    sortedRows(table, { column: 1, isDescending }).map(({ cells }) => cells[1]?.value)
  expect(clicks(false)).toEqual([9, 20, 110, null])
  expect(clicks(true)).toEqual([110, 20, 9, null])
})

test('U43: a chart’s table sorts dates', () => {
  const dates = sortedRows(table, { column: 0, isDescending: true }).map(({ cells }) => cells[0]?.value)
  expect(dates).toEqual(['2026-12-04', '2026-12-03', '2026-12-02', '2026-12-01'])
})

test('U20: a downloaded table quotes what needs it, and no cell is a formula', () => {
  const columns = [{ key: 'a', name: '=SUM(A1)' }]
  const csv = tableAsCsv({ ...table, columns: [...table.columns, ...columns] })
  expect(csv.split('\r\n')).toEqual([
    `Day,"Clicks, ""middle""",'=SUM(A1)`,
    '2026-12-01,9',
    '2026-12-02,110',
    '2026-12-03,',
    '2026-12-04,20',
    '',
  ])
})

test('U44: arrows step a chart’s cursor and stop at its ends', () => {
  expect(cursorAfterKey('ArrowRight', undefined, 7)).toEqual({ cursor: 0 })
  expect(cursorAfterKey('ArrowRight', 6, 7)).toEqual({ cursor: 6 })
  expect(cursorAfterKey('ArrowLeft', undefined, 7)).toEqual({ cursor: 6 })
  expect(cursorAfterKey('ArrowLeft', 0, 7)).toEqual({ cursor: 0 })
  expect(cursorAfterKey('Home', 4, 7)).toEqual({ cursor: 0 })
  expect(cursorAfterKey('End', 4, 7)).toEqual({ cursor: 6 })
})

test('U44: Escape takes the cursor away, and other keys keep their ordinary meaning', () => {
  expect(cursorAfterKey('Escape', 3, 7)).toEqual({ cursor: undefined })
  for (const key of ['Tab', 'Enter', 'a', 'PageDown']) expect(cursorAfterKey(key, 3, 7)).toBeUndefined()
  expect(cursorAfterKey('Escape', undefined, 7)).toBeUndefined()
  expect(cursorAfterKey('ArrowRight', undefined, 0)).toBeUndefined()
})

test('U43: a chart copied as text is its title, its sentence, and its numbers as they are read', () => {
  expect(chartAsText('Clicks', 'Highest on Tuesday.', { ...table, rows: table.rows.slice(0, 2) })).toBe(
    'Clicks\nHighest on Tuesday.\n\nDay\tClicks, "middle"\n2026-12-01\t9\n2026-12-02\t110\n',
  )
})

test('U43: the sentence of a picture is broken between words, a word longer than a line stays whole', () => {
  const lines = (text: string) => wrapped(text, 10, each => each.length)
  expect(lines('eight in ten such orders')).toEqual(['eight in', 'ten such', 'orders'])
  expect(lines('a considerably long')).toEqual(['a', 'considerably', 'long'])
})
