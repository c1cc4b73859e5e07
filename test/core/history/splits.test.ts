import { expect, test } from 'vitest'

import type { HistoryRow } from '../../../core/calibration/history.ts'
import { dayOf } from '../../../core/history/calendarDay.ts'
import { forecastLine } from '../../../core/history/forecastRows.ts'
import { splitProblem } from '../../../core/history/splitProblem.ts'
import { usualSplit } from '../../../core/history/usualSplit.ts'

const on = (unitId: string, start: number | null): HistoryRow => ({
  unitId,
  accountId: '',
  market: '',
  currency: 'GBP',
  platform: '',
  objective: '',
  creatorId: '',
  videoId: '',
  audienceKind: '',
  ageBands: '',
  genders: '',
  interests: '',
  start,
  end: start,
  spend: 1,
  impressions: 1,
  reach: null,
  linkClicks: null,
  conversions: null,
})
const dated = Array.from({ length: 100 }, (_, i) => on(`u${i}`, 20_000 + i))

test('CA4: a history with dates is tested over time, one without by folds', () => {
  expect(usualSplit(dated)).toEqual({ kind: 'date', on: 20_070 })
  expect(usualSplit(dated.map(row => ({ ...row, start: null, end: null })))).toEqual({
    kind: 'folds',
    folds: 5,
  })
  expect(usualSplit(dated.slice(0, 5))).toEqual({ kind: 'folds', folds: 5 })
  expect(usualSplit([])).toEqual({ kind: 'folds', folds: 5 })
})

test('CA4: a split with nothing on one side says where the rows are', () => {
  expect(splitProblem(dated, { kind: 'date', on: 20_050 })).toBeUndefined()
  expect(splitProblem(dated, { kind: 'date', on: 20_000 })).toMatchObject({
    expected: 'a date after rows that end before it; the first starts 2024-10-04',
  })
  expect(splitProblem(dated, { kind: 'rolling', on: 20_200, days: 7 })).toMatchObject({
    expected: 'a date with rows from it on; the last ends 2025-01-11',
    received: '2025-04-22',
  })
  expect(splitProblem([on('a', null)], { kind: 'date', on: 20_000 })).toMatchObject({
    received: 'rows without any date',
  })
  expect(splitProblem(dated.slice(0, 3), { kind: 'folds', folds: 4 })).toMatchObject({ received: '4' })
})

test('CA4: a forecast is written with the columns of interfaces.md 5, the unit quoted where it must be', () => {
  const numbers = { mean: 1.5, p025: 0, p10: 1, p25: 1, p50: 1, p75: 2, p90: 3, p975: 4 }
  const start = dayOf('2026-11-01') ?? null
  const line = forecastLine({
    unitId: 'a,"b"',
    start,
    end: null,
    target: 'linkClicks',
    actual: 2,
    ...numbers,
  })
  expect(line).toBe('"a,""b""",2026-11-01,,link_clicks,2,1.5,0,1,1,1,2,3,4')
  expect(forecastLine({ unitId: 'a', start, end: start, target: 'conversions', ...numbers })).toBe(
    'a,2026-11-01,2026-11-01,conversions,,1.5,0,1,1,1,2,3,4',
  )
})
