import { expect, test } from 'vitest'

import type { HistoryRow } from '../../../core/calibration/history.ts'
import { HistoryTally, repeated } from '../../../core/history/historyTally.ts'

const row = (change: Partial<HistoryRow> = {}): HistoryRow => ({
  unitId: 'u1',
  accountId: '',
  market: 'GB',
  currency: 'GBP',
  platform: 'tiktok',
  objective: '',
  creatorId: '',
  videoId: '',
  audienceKind: '',
  ageBands: '',
  genders: '',
  interests: '',
  start: 20_000,
  end: 20_000,
  spend: 10,
  impressions: 1000,
  reach: null,
  linkClicks: 12,
  conversions: null,
  ...change,
})

test('CA1: a unit and period with the same counts counts once; another audience or day is another row', () => {
  const tally = new HistoryTally()
  expect(tally.add(row())).toBe(true)
  expect(tally.add(row({ spend: 11 }))).toBe(false)
  expect(tally.add(row({ ageBands: '18-24' }))).toBe(true)
  expect(tally.add(row({ start: 20_001, end: 20_001 }))).toBe(true)
  expect(tally.add(row({ linkClicks: 13 }))).toBe(true)
  tally.leaveOut(repeated(row()), 3)
  expect(tally.report([])).toMatchObject({
    rows: 5,
    kept: 4,
    units: 1,
    leftOut: 1,
    reasons: [{ fault: 'duplicate', rows: 1, first: [{ line: 3, column: 'unit_id' }] }],
  })
})

test('CA1: currencies are told apart and never summed', () => {
  const tally = new HistoryTally()
  tally.add(row())
  tally.add(row({ unitId: 'u2', currency: 'IDR', market: 'ID', spend: 90_000 }))
  tally.add(row({ unitId: 'u3', currency: 'IDR', market: 'ID', spend: 10_000 }))
  const report = tally.report([])
  expect(report.currencies).toEqual([
    { currency: 'IDR', rows: 2, spend: 100_000 },
    { currency: 'GBP', rows: 1, spend: 10 },
  ])
  expect(report.warnings).toEqual([
    'IDR, GBP are 2 currencies: each is learnt by itself, and none is converted',
  ])
  expect(report).toMatchObject({ from: '2024-10-04', to: '2024-10-04' })
})

test('CA1: a column that says nothing is told with what follows from it', () => {
  const tally = new HistoryTally()
  tally.add(row({ start: null, end: null }))
  const missing = tally.report([]).missing.map(({ column }) => column)
  expect(missing).toContain('period_start')
  expect(missing).toContain('conversions')
  expect(missing).not.toContain('spend')
})
