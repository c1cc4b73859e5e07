import fc from 'fast-check'
import { expect, test } from 'vitest'

import { callsItselfTotal } from '../../../core/exchange/columns.ts'
import { DecimalSum } from '../../../core/exchange/decimalSum.ts'

test('L5: sums of decimals are exact, however many and whatever their signs', () => {
  const amounts = fc.array(
    fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 })),
    { maxLength: 200 },
  )
  fc.assert(
    fc.property(amounts, list => {
      const sum = new DecimalSum()
      let millionths = 0n
      for (const [units, places] of list) {
        const digits = String(Math.abs(units)).padStart(places + 1, '0')
        const at = digits.length - places
        sum.add(`${units < 0 ? '-' : ''}${digits.slice(0, at)}${places === 0 ? '' : `.${digits.slice(at)}`}`)
        millionths += BigInt(units) * 10n ** BigInt(6 - places)
      }
      const size = millionths < 0n ? -millionths : millionths
      const fraction = String(size % 1_000_000n)
        .padStart(6, '0')
        .replace(/0+$/, '')
      const whole = `${millionths < 0n ? '-' : ''}${size / 1_000_000n}`
      expect(sum.toString()).toBe(fraction === '' ? whole : `${whole}.${fraction}`)
    }),
  )
})

test.each([
  'Total',
  'TOTAL',
  'Totals',
  'Total: All campaigns',
  'Total of 12 results',
  'total – 3',
  'Grand total',
  'Total 3 hasil',
  'Total dari 3 hasil',
  'Jumlah',
  'Jumlah total',
  'Total keseluruhan',
  'Gesamt',
  '合计',
  '합계',
  'Итого',
])('H23: %s is a total', name => {
  expect(callsItselfTotal({ line: 1, cells: ['-', name, '12'] })).toBe(true)
})

test.each(['Total recall tee', 'Totally yours', 'Subtotalled', 'Sumatra', 'Jumlahkan diskon', ''])(
  'H23: %j is none',
  name => {
    expect(callsItselfTotal({ line: 1, cells: [name, '12'] })).toBe(false)
  },
)
