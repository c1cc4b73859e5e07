import fc from 'fast-check'
import { expect, test } from 'vitest'

import { columnsOf } from '../../../core/exchange/columns.ts'
import type { Recognition } from '../../../core/exchange/exchangeRow.ts'
import { findHeader } from '../../../core/exchange/findHeader.ts'
import { specOf } from '../../../core/exchange/formats/formats.ts'
import { type RowRead, RowReader } from '../../../core/exchange/rowReader.ts'
import { StyleEvidence } from '../../../core/exchange/styleEvidence.ts'
import { isoDay } from '../../../core/history/calendarDay.ts'

const header = [
  'By Day',
  'Campaign name',
  'Ad ID',
  'Cost',
  'Impressions',
  'Reach',
  'CTR (destination)',
  'Currency',
]
const delivery = fc.record({
  day: fc.integer({ min: 20_000, max: 21_000 }).map(isoDay),
  ad: fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n }).map(String),
  pence: fc.integer({ min: 0, max: 10_000_000 }),
  impressions: fc.integer({ min: 0, max: 100_000_000 }),
})
type Delivery = {
  readonly day: string
  readonly ad: string
  readonly pence: number
  readonly impressions: number
}
type Way = {
  readonly style: 'point' | 'comma'
  readonly order: 'ymd' | 'dmy' | 'mdy'
  readonly places: number
  readonly symbol: string
  readonly isGrouped: boolean
  readonly isRated: boolean
}

const ways = fc.record({
  style: fc.constantFrom('point', 'comma'),
  order: fc.constantFrom('ymd', 'dmy', 'mdy'),
  places: fc.constantFrom(0, 2, 3),
  symbol: fc.constantFrom('', '£'),
  isGrouped: fc.boolean(),
  isRated: fc.boolean(),
})

function written(
  { day, ad, pence, impressions }: Delivery,
  { style, order, places, symbol, isGrouped, isRated }: Way,
): string[] {
  const [group, mark] = style === 'point' ? [',', '.'] : ['.', ',']
  const grouped = (digits: string) => (isGrouped ? digits.replaceAll(/\B(?=(\d{3})+$)/g, group) : digits)
  const whole = grouped(String(Math.floor(pence / 100)))
  const fraction = `${String(pence % 100).padStart(2, '0')}0`.slice(0, places)
  const [year, month, date] = day.split('-')
  const dates = {
    ymd: `${year}-${month}-${date}`,
    dmy: `${date}/${month}/${year}`,
    mdy: `${month}/${date}/${year}`,
  }
  // Three decimals alone look like thousands: only something else in the file can tell.
  const rate = isRated || places === 3 ? `1${mark}50%` : '--'
  const count = grouped(String(impressions))
  return [
    dates[order],
    'A',
    ad,
    `${symbol}${whole}${places === 0 ? '' : mark + fraction}`,
    count,
    '--',
    rate,
    'GBP',
  ]
}

/** Recognises and reads rows as a file's are. */
function read(rows: readonly (readonly string[])[]) {
  const sources = [header, ...rows].map((cells, i) => ({ line: i + 1, cells }))
  const found = findHeader(sources, {})
  if (!('spec' in found)) throw new Error('Expected a header')
  const evidence = new StyleEvidence(columnsOf({ ...found, format: found.spec.format }), null)
  for (const source of sources.slice(1)) evidence.add(source)
  const numberStyle = evidence.numberStyle({}, 'en')
  const dateOrder = evidence.dateOrder({}, undefined)
  if (numberStyle.problem !== undefined || dateOrder.problem !== undefined) return undefined
  const recognition: Recognition = {
    format: found.spec.format,
    headerLine: 1,
    headers: found.headers,
    delimiter: ',',
    encoding: 'utf-8',
    language: 'en',
    numberStyle: numberStyle.value,
    dateOrder: dateOrder.value,
    currency: null,
    mapping: found.mapping,
    warnings: [],
  }
  const reader = new RowReader(recognition)
  return sources.slice(1).map(source => reader.read(source))
}

test('U13: rows come back equal from every way of writing them, or the file is refused; never another value', () => {
  let readings = 0
  fc.assert(
    fc.property(fc.array(delivery, { minLength: 1, maxLength: 20 }), ways, (rows, way) => {
      const reads = read(rows.map(row => written(row, way)))
      if (reads === undefined) return
      readings++
      const expected = rows.map(({ day, ad, pence, impressions }) => ({
        kind: 'row',
        from: day,
        to: day,
        ad,
        spend: way.places === 0 ? Math.floor(pence / 100) : pence / 100,
        impressions,
        reach: null,
        currency: 'GBP',
        rate: way.isRated || way.places === 3 ? '0.015' : undefined,
      }))
      expect(reads.map(toldOf)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
  expect(readings).toBeGreaterThan(150)
})

function toldOf(read: RowRead) {
  if (read.kind !== 'row') return read
  const { from, to, ids, spend, impressions, reach, currency, extra } = read.row
  const rate = extra['CTR (destination)']
  return { kind: read.kind, from, to, ad: ids.ad, spend: Number(spend), impressions, reach, currency, rate }
}

test('H30: an id that a spreadsheet rounded is left out, for it is of another ad', () => {
  const [got] = read([['2026-11-13', 'A', '1.72938E+18', '1', '1000', '-', '-', 'GBP']]) ?? []
  expect(got).toMatchObject({
    kind: 'left',
    problem: {
      line: 2,
      column: 'Ad ID',
      code: 'roundedId',
      found: '"1.72938E+18"',
      expected: 'an id with all its digits',
    },
  })
})

test('U20: a name that an export escaped is read as it was, and any other apostrophe stays', () => {
  const names = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '1'),
    minLength: 2,
    maxLength: 5,
  })
  fc.assert(
    fc.property(names, name => {
      fc.pre(!/^'[=+\-@]/.test(name) && name !== '--')
      const escaped = /^[=+\-@]/.test(name) ? `'${name}` : name
      const [got] = read([['2026-11-13', escaped, '1', '1', '1000', '-', '-', 'GBP']]) ?? []
      expect(got).toMatchObject({ kind: 'row', row: { names: { campaign: name } } })
    }),
  )
})

test('U11: more clicks or people than impressions cannot be right', () => {
  const [got] = read([['2026-11-13', 'A', '1', '1', '1000', '1200', '-', 'GBP']]) ?? []
  expect(got).toMatchObject({
    kind: 'left',
    problem: { column: 'Reach', code: 'moreReachThanImpressions', found: '"1200"' },
  })
})

test('U10: a mapping by hand names its columns, and the first row that has them all is the header', () => {
  const rows = [['x'], ['Tgl', 'Uang'], ['1', '2']].map((cells, i) => ({ line: i + 1, cells }))
  const mapping = { from: 'Tgl', spend: 'Uang' }
  expect(findHeader(rows, { format: 'mapped', mapping })).toMatchObject({
    spec: specOf('mapped'),
    line: 2,
    mapping,
  })
  const wrong = findHeader(rows, { format: 'mapped', mapping: { spend: 'Biaya' } })
  expect(wrong).toMatchObject({
    problems: [{ path: 'header', expected: 'the columns "Biaya"', received: '"Tgl, Uang"' }],
  })
})
