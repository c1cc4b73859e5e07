import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  currencyOf,
  type NumberKind,
  type NumberStyle,
  readDecimal,
  readSheetNumber,
  styleOf,
} from '../../../core/exchange/readNumber.ts'

const styles = ['point', 'comma'] as const
const marksOf = (style: NumberStyle) =>
  style === 'point' ? { group: ',', mark: '.' } : { group: '.', mark: ',' }

/** As platforms write it. */
function written(whole: string, fraction: string, style: NumberStyle, isGrouped: boolean): string {
  const { group, mark } = marksOf(style)
  const digits = isGrouped ? whole.replaceAll(/\B(?=(\d{3})+$)/g, group) : whole
  return fraction === '' ? digits : `${digits}${mark}${fraction}`
}

const wholes = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map(String)
const fractions = fc.stringMatching(/^\d{0,4}$/)

test('H25, H27: a number comes back from every style, with or without separators, symbols and signs', () => {
  const symbols = fc.constantFrom('', 'Rp', 'Rp ', '£', '$', 'US$', '€', 'IDR ', 'GBP ')
  fc.assert(
    fc.property(
      wholes,
      fractions,
      fc.constantFrom(...styles),
      fc.tuple(fc.boolean(), symbols),
      (whole, fraction, style, [isGrouped, symbol]) => {
        const expected = fraction === '' ? whole : `${whole}.${fraction}`
        expect(readDecimal(symbol + written(whole, fraction, style, isGrouped), style)).toBe(expected)
        expect(readDecimal(`-${symbol}${written(whole, fraction, style, isGrouped)}`, style)).toBe(
          `-${expected}`,
        )
      },
    ),
  )
})

test('U13: a number that proves a style is not read in the other, so that no reading is ever silently wrong', () => {
  fc.assert(
    fc.property(
      wholes,
      fractions,
      fc.constantFrom(...styles),
      fc.boolean(),
      (whole, fraction, style, isGrouped) => {
        const text = written(whole, fraction, style, isGrouped)
        const value = fraction === '' ? whole : `${whole}.${fraction}`
        const readings = styles.map(each => readDecimal(text, each))
        const others = readings.filter(reading => reading !== undefined && Number(reading) !== Number(value))
        const proof = readings.includes(undefined) ? style : undefined
        expect(readings).toContain(value)
        expect(styleOf(text, 'amount', true)).toBe(others.length > 0 ? 'open' : proof)
      },
    ),
  )
})

test.each<[string, NumberKind, boolean, NumberStyle | 'open' | undefined]>([
  ['1.234,56', 'amount', true, 'comma'],
  ['1,234.56', 'amount', true, 'point'],
  ['Rp20.000.000', 'amount', false, 'comma'],
  ['9.000', 'amount', false, 'comma'],
  ['9.000', 'amount', true, 'open'],
  ['9.000', 'count', true, 'comma'],
  ['1,234', 'count', true, 'point'],
  ['2,20%', 'rate', true, 'comma'],
  ['0.123', 'amount', true, 'point'],
  ['1234.567', 'amount', true, 'point'],
  ['1234', 'amount', true, undefined],
  ['1.2.3', 'amount', true, undefined],
])('H27: %s as %s (decimals: %s) proves %s', (text, kind, hasDecimals, style) => {
  expect(styleOf(text, kind, hasDecimals)).toBe(style)
})

test.each([
  ['2,20%', 'comma', '0.022'],
  ['100%', 'point', '1'],
  ['0.5%', 'point', '0.005'],
  ['1 234,56', 'comma', '1234.56'],
  ["1'234.56", 'point', '1234.56'],
  ['007', 'point', '7'],
  ['+5', 'point', '5'],
  ['−5', 'point', '-5'],
] as const)('H27: %s with a %s is %s', (text, style, decimal) => {
  expect(readDecimal(text, style)).toBe(decimal)
})

test.each(['', '.', '1.2.3', '12,34', '1,2345', 'abc', '1e5', '<5', '--', '(12)', '1 2', '12 apples'])(
  'U11: %j is no number',
  text => {
    expect(readDecimal(text, 'point')).toBeUndefined()
  },
)

test.each([
  ['0.30000000000000004', '0.3'],
  ['1.5E-3', '0.0015'],
  ['1729382256910270465', '1729382256910270465'],
  ['1234.5', '1234.5'],
  ['', undefined],
  ['x', undefined],
])('H30: the number %s of a sheet is %s', (text, decimal) => {
  expect(readSheetNumber(text)).toBe(decimal)
})

test.each([
  ['Rp20.000', 'IDR'],
  ['£9', 'GBP'],
  ['-£9', 'GBP'],
  ['US$9', 'USD'],
  ['$9', undefined],
  ['9', undefined],
])('H26: %s names %s', (text, currency) => {
  expect(currencyOf(text)).toBe(currency)
})
