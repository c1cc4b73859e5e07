import { expect, test } from 'vitest'

import type { BandRow } from '../../../renderer/charts/bandRow.ts'
import {
  bandNote,
  bandSummary,
  bandTable,
  bandWords,
  dotSummary,
  dotTable,
  dotWords,
} from '../../../renderer/charts/chartWords.ts'
import { dotColumns } from '../../../renderer/charts/dotColumns.ts'
import { valueTicks } from '../../../renderer/charts/timeChartTicks.ts'
import { useI18n } from '../../../renderer/i18n/i18n.ts'

const i18n = useI18n()
const format = (value: number) => i18n.number(Math.round(value))
const row = (date: string, p50: number, actual?: number): BandRow => ({
  date,
  spread: {
    mean: p50,
    p025: p50 - 9,
    p10: p50 - 6,
    p25: p50 - 3,
    p50,
    p75: p50 + 3,
    p90: p50 + 6,
    p975: p50 + 9,
  },
  ...(actual === undefined ? {} : { actual }),
})
const rows = [row('2026-12-01', 17), row('2026-12-02', 21, 30), row('2026-12-03', 19)]

test('U43: a chart is one sentence: what, how long, where it is highest, with its interval', () => {
  expect(bandSummary('Link clicks a day', rows, format, i18n)).toBe(
    'Link clicks a day over 3 days: highest on Wed 2 Dec, with 8 in 10 between 15 and 27, middle 21.',
  )
  expect(bandSummary('Link clicks a day', [], format, i18n)).toBe('No days yet.')
})

test('U50: a day under the cursor is told with its interval, and with what came', () => {
  expect(bandWords(rows[0]!, format, i18n)).toBe('Tue 1 Dec: 8 in 10 between 11 and 23, middle 17')
  expect(bandWords(rows[1]!, format, i18n)).toBe('Wed 2 Dec: 30 came; 8 in 10 between 15 and 27, middle 21')
  expect(bandNote(rows[1]!, format, i18n)).toBe('Wed 2 Dec: 30 came; 15–27, middle 21')
})

test('U43: the table has a row for each day, and what came only where that is known of any', () => {
  const names = (table: ReturnType<typeof bandTable>) => table.columns.map(column => column.name)
  expect(names(bandTable(rows, format, i18n))).toEqual([
    'Day',
    '2.5%',
    '10%',
    '25%',
    'Middle',
    '75%',
    '90%',
    '97.5%',
    'Came',
  ])
  expect(names(bandTable(rows.slice(0, 1), format, i18n))).not.toContain('Came')
  const [, wednesday, thursday] = bandTable(rows, format, i18n).rows
  expect(wednesday?.cells.map(cell => cell.text)).toEqual([
    'Wed 2 Dec',
    '12',
    '15',
    '18',
    '21',
    '24',
    '27',
    '30',
    '30',
  ])
  expect(thursday?.cells.at(-1)).toEqual({ value: null, text: '–' })
})

test('U51: dots are told as how many of fifty reach the target', () => {
  const outcomes = Array.from({ length: 50 }, (_, i) => 60 + i * 4)
  expect(dotSummary(outcomes, 120, i18n)).toMatch(
    /^35 of 50 equally likely outcomes reach the target of 120; they run from 60 to 256/,
  )
  const columns = dotColumns(outcomes, 120)
  const first = columns.find(column => column.reaches)!
  expect(dotWords(first, 50, i18n)).toBe('120 to 129: 3 of 50, reaches the target')
  expect(dotTable(columns, i18n).rows).toHaveLength(columns.length)
})

test('U51: a column of one value is told as that value', () => {
  expect(dotWords({ from: 3, to: 4, count: 12, reaches: false }, 50, i18n)).toBe(
    '3: 12 of 50, below the target',
  )
})

test('U42: the value axis begins at zero and holds the band, what came, and the target', () => {
  expect(valueTicks(rows, undefined, true)).toEqual([0, 10, 20, 30])
  expect(valueTicks([row('2026-12-01', 17, 64)], undefined, true).at(-1)).toBeGreaterThanOrEqual(64)
  expect(valueTicks(rows, 90, true).at(-1)).toBeGreaterThanOrEqual(90)
})

test('U62: a day on which the clocks change says how long it was, in words and in the table', () => {
  const short = { ...row('2026-03-29', 17), hours: 23 }
  expect(bandWords(short, format, i18n)).toBe('Sun 29 Mar (23 h): 8 in 10 between 11 and 23, middle 17')
  expect(bandTable([short], format, i18n).rows[0]?.cells[0]).toEqual({
    value: '2026-03-29',
    text: 'Sun 29 Mar (23 h)',
  })
  expect(bandWords({ ...short, hours: 24 }, format, i18n)).not.toContain('24 h')
})
