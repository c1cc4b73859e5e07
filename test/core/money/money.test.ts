import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  addMoney,
  type Currency,
  currencies,
  formatAmount,
  fromMajor,
  money,
  type Money,
  parseAmount,
  subtractMoney,
  taxOn,
  toMajor,
} from '../../../core/money/money.ts'

const currency = fc.constantFrom<Currency>('GBP', 'IDR')
const half = Math.floor(Number.MAX_SAFE_INTEGER / 2)
const minor = fc.integer({ min: -half, max: half })

test('U60: the table of decimals is ours: two for pounds, none for rupiah', () => {
  expect(currencies.GBP.decimals).toBe(2)
  expect(currencies.IDR.decimals).toBe(0)
})

test('L5: money is a whole number of minor units below 2^53, or it is not made', () => {
  for (const wrong of [0.5, Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53)]) {
    expect(() => money('GBP', wrong)).toThrow(`GBP amount is not a whole number of minor units: ${wrong}`)
  }
  expect(money('IDR', 2 ** 53 - 1).minor).toBe(2 ** 53 - 1)
  expect(Object.is(money('GBP', -0).minor, 0)).toBe(true)
})

describe('sums', () => {
  test('L5: adding and subtracting one currency is exact and undoes itself', () => {
    fc.assert(
      fc.property(currency, minor, minor, (unit, a, b) => {
        const sum = addMoney(money(unit, a), money(unit, b))
        expect(sum).toEqual({ currency: unit, minor: a + b === 0 ? 0 : a + b })
        expect(subtractMoney(sum, money(unit, b))).toEqual(money(unit, a))
      }),
    )
  })

  test('L5: pounds and rupiah do not add, by type and at run time', () => {
    const [pounds, rupiah] = [money('GBP', 100), money('IDR', 100)]
    // @ts-expect-error the second amount must be in pounds
    expect(() => addMoney(pounds, rupiah)).toThrow('cannot combine GBP with IDR')
    // @ts-expect-error the second amount must be in rupiah
    expect(() => subtractMoney(rupiah, pounds)).toThrow('cannot combine IDR with GBP')
    const unknown: Money = pounds
    expect(() => addMoney<Currency>(unknown, rupiah)).toThrow(TypeError)
  })

  test('L5: a sum past 2^53 is refused, not rounded', () => {
    const most = money('IDR', Number.MAX_SAFE_INTEGER)
    expect(() => addMoney(most, money('IDR', 1))).toThrow(RangeError)
  })
})

describe('rounding', () => {
  test('L11: a computed amount rounds half away from zero, noise of floating point aside', () => {
    const cases: readonly [Currency, major: number, minor: number][] = [
      ['GBP', 1.005, 101],
      ['GBP', 8.575, 858],
      ['GBP', -1.005, -101],
      ['GBP', 0.004999, 0],
      ['GBP', 0.1 + 0.2, 30],
      ['IDR', 0.5, 1],
      ['IDR', -2.5, -3],
      ['IDR', 699_999.4999, 699_999],
    ]
    for (const [unit, major, expected] of cases) expect(fromMajor(unit, major).minor).toBe(expected)
  })

  test('L11: minor units survive the way to major units and back', () => {
    fc.assert(
      fc.property(currency, fc.integer({ min: -1e15, max: 1e15 }), (unit, value) => {
        expect(fromMajor(unit, toMajor(money(unit, value)))).toEqual(money(unit, value))
      }),
    )
    expect(fromMajor('IDR', Number.MAX_SAFE_INTEGER).minor).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('L11: what is not a finite amount is not money', () => {
    for (const wrong of [Number.NaN, Infinity, 1e300])
      expect(() => fromMajor('GBP', wrong)).toThrow(RangeError)
  })

  test('T12: tax rounds to the minor unit, and net and tax make the gross', () => {
    expect(taxOn(money('GBP', 7000), 0.2).minor).toBe(1400)
    expect(taxOn(money('GBP', 1), 0.2).minor).toBe(0)
    expect(taxOn(money('GBP', 3), 0.2).minor).toBe(1)
    expect(taxOn(money('IDR', 700_000), 0.11).minor).toBe(77_000)
    // 0.11 * 150 and 0.11 * 1350 are halves that floating point misses on either side.
    expect(taxOn(money('IDR', 150), 0.11).minor).toBe(17)
    expect(taxOn(money('IDR', 1350), 0.11).minor).toBe(149)
  })

  test('T12: the tax of a whole number of pounds or rupiah is what decimal arithmetic gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        (net, percent) => {
          const exact = (BigInt(net) * BigInt(percent) + 50n) / 100n
          expect(taxOn(money('IDR', net), percent / 100).minor).toBe(Number(exact))
        },
      ),
    )
  })
})

describe('decimal strings', () => {
  test('U60: an amount is written with its currency’s decimals and reads back equal', () => {
    expect(formatAmount(money('GBP', 7000))).toBe('70.00')
    expect(formatAmount(money('GBP', -5))).toBe('-0.05')
    expect(formatAmount(money('IDR', 700_000))).toBe('700000')
    fc.assert(
      fc.property(currency, fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (unit, value) => {
        const amount = money(unit, value)
        expect(parseAmount(formatAmount(amount), unit)).toEqual({ ok: true, value: amount })
      }),
    )
  })

  test('U60: fewer decimals than the currency has are read', () => {
    expect(parseAmount('70', 'GBP')).toEqual({ ok: true, value: money('GBP', 7000) })
    expect(parseAmount('70.5', 'GBP')).toEqual({ ok: true, value: money('GBP', 7050) })
    expect(parseAmount('0', 'GBP')).toEqual({ ok: true, value: money('GBP', 0) })
  })

  test.for([
    ['', 'empty'],
    [' ', 'blank'],
    ['70.005', 'too many decimals'],
    ['70.000', 'decimals of zero are decimals'],
    ['-70.00', 'a sign'],
    ['+70.00', 'a sign'],
    ['7e1', 'an exponent'],
    ['1,000.00', 'a thousands separator'],
    ['1.000.000', 'a thousands separator'],
    ['1 000', 'a thousands separator'],
    ['70,00', 'a decimal comma'],
    ['70.', 'a point and no decimals'],
    ['.70', 'decimals alone'],
    ['070.00', 'a leading zero'],
    ['£70', 'a symbol'],
    ['70.00\n', 'a line break'],
    ['٧٠', 'digits of another script'],
    ['0x46', 'hexadecimal'],
    ['Infinity', 'no number'],
  ])('U60: %j is refused in pounds: %s', ([text]) => {
    const expected = 'an amount in GBP with at most 2 decimals, like "70.00"'
    expect(parseAmount(text ?? '', 'GBP')).toEqual({ ok: false, expected })
  })

  test('U60: rupiah have no decimals at all', () => {
    const expected = 'a whole amount in IDR, like "700000"'
    for (const text of ['700000.5', '700000.00', '700.000']) {
      expect(parseAmount(text, 'IDR')).toEqual({ ok: false, expected })
    }
  })

  test('L5: an amount of 2^53 minor units or more is refused with the most there can be', () => {
    expect(parseAmount('90071992547409.92', 'GBP')).toEqual({
      ok: false,
      expected: 'at most 90071992547409.91 GBP',
    })
    expect(parseAmount('9'.repeat(400), 'IDR')).toEqual({
      ok: false,
      expected: 'at most 9007199254740991 IDR',
    })
  })
})
