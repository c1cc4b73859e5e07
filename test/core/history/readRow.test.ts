import fc from 'fast-check'
import { expect, test } from 'vitest'

import { dayOf } from '../../../core/history/calendarDay.ts'
import { historyColumns, type HistoryColumn } from '../../../core/history/historyColumns.ts'
import { readHeader } from '../../../core/history/readHeader.ts'
import { readRow, type RowRules } from '../../../core/history/readRow.ts'

const today = dayOf('2026-11-23')
const sample: Readonly<Record<HistoryColumn, string>> = {
  unit_id: '00012345678901234567',
  account_id: 'a1',
  period_start: '2026-11-01',
  period_end: '2026-11-02',
  market: 'GB',
  currency: 'GBP',
  platform: 'TikTok',
  objective: 'more_product_link_clicks',
  creator_id: '@ayu',
  video_id: 'v1',
  audience_kind: 'custom',
  age_bands: '25-34|18-24',
  genders: 'female',
  interests: 'home|beauty',
  spend: '12.50',
  impressions: '1000',
  reach: '',
  link_clicks: '12',
  conversions: '0',
}

function read(change: Partial<Record<HistoryColumn, string>> = {}, rules: Partial<RowRules> = {}) {
  const header = readHeader(historyColumns)
  if (!header.ok) throw new Error('the header is right')
  const cells = historyColumns.map(column => ({ ...sample, ...change })[column])
  return readRow(cells, { places: header.places, cells: cells.length, today, ...rules })
}

test('CA1, U12: a row keeps ids as text, sorts lists, and tells what is unknown from zero', () => {
  expect(read()).toEqual({
    ok: true,
    row: {
      unitId: '00012345678901234567',
      accountId: 'a1',
      market: 'GB',
      currency: 'GBP',
      platform: 'tiktok',
      objective: 'more_product_link_clicks',
      creatorId: '@ayu',
      videoId: 'v1',
      audienceKind: 'custom',
      ageBands: '18-24|25-34',
      genders: 'female',
      interests: 'beauty|home',
      start: dayOf('2026-11-01'),
      end: dayOf('2026-11-02'),
      spend: 12.5,
      impressions: 1000,
      reach: null,
      linkClicks: 12,
      conversions: 0,
    },
  })
})

test.each<[string, Partial<Record<HistoryColumn, string>>, string, string]>([
  ['a negative number', { spend: '-3' }, 'negative', 'spend'],
  ['more clicks than impressions', { link_clicks: '1012' }, 'more clicks than impressions', 'link_clicks'],
  ['more people than impressions', { reach: '1100' }, 'more reach than impressions', 'reach'],
  ['an end before its start', { period_end: '2026-10-31' }, 'date order', 'period_end'],
  ['a date that is none', { period_start: '2026-02-30' }, 'date', 'period_start'],
  ['a date of another form', { period_start: '01/11/2026' }, 'date', 'period_start'],
  ['a date to come', { period_end: '2026-11-24' }, 'future date', 'period_end'],
  ['a currency that is none', { currency: 'POUND' }, 'currency', 'currency'],
  ['a country that is none', { market: 'UK' }, 'market', 'market'],
  ['separators of thousands', { impressions: '1,000' }, 'number', 'impressions'],
  ['a decimal comma', { spend: '12,50' }, 'number', 'spend'],
  ['an amount with its sign', { spend: 'Rp 1.000' }, 'number', 'spend'],
  ['half a click', { link_clicks: '1.5' }, 'number', 'link_clicks'],
  ['a number with an exponent', { spend: '1e3' }, 'number', 'spend'],
  ['no unit', { unit_id: ' ' }, 'unit', 'unit_id'],
])('CA1, U11: a row with %s says its column, what was expected and what came', (_, change, fault, column) => {
  const words = expect.stringMatching(/./)
  expect(read(change)).toEqual({ ok: false, problem: { fault, column, expected: words, received: words } })
})

test('CA1: the United Kingdom as UK is told its code', () => {
  expect(read({ market: 'UK' })).toMatchObject({ problem: { expected: expect.stringContaining('GB') } })
})

test('CA1: clicks may be above impressions by a rounding', () => {
  expect(read({ link_clicks: '1011' }).ok).toBe(true)
  expect(read({ impressions: '', link_clicks: '9999' }).ok).toBe(true)
})

test('CA1: of what is yet to come dates may be later than today', () => {
  expect(read({ period_end: '2027-01-01' }, { today: undefined }).ok).toBe(true)
})

test('CA1: a row of another length than the header is no row', () => {
  expect(read({}, { cells: 20 })).toMatchObject({ problem: { fault: 'columns' } })
})

test('CA1: a blank cell is unknown and never a fault, but for the unit', () => {
  fc.assert(
    fc.property(fc.subarray(historyColumns.filter(column => column !== 'unit_id')), blank => {
      expect(read(Object.fromEntries(blank.map(column => [column, '']))).ok).toBe(true)
    }),
  )
})
