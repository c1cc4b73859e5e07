import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'

import { useI18n } from '../../../renderer/i18n/i18n.ts'
import { typedNumber } from '../../../renderer/parts/typedNumber.ts'

const i18n = useI18n()
afterEach(() => i18n.setLanguage('en'))

const pounds = { decimals: 2, groupsWith: ',' } as const
const rupiah = { decimals: 0, groupsWith: '.' } as const

describe('amounts typed or pasted', () => {
  test.each([
    ['70', 70],
    ['70.5', 70.5],
    ['£1,234.56', 1234.56],
    ['1.234,56', 1234.56],
    ['£ 12.00 ', 12],
    ['1,234', 1234],
    ['1,234,567', 1_234_567],
    ['12,5', 12.5],
    ['.5', 0.5],
    ['0,915', 0.915],
    ['-3.20', -3.2],
  ])('U61: %s is read in English as pounds', (text, expected) => {
    expect(typedNumber(text, pounds)).toBe(expected)
  })

  test.each([
    ['Rp 1.000', 1000],
    ['Rp\u00A01.234.568', 1_234_568],
    ['700000', 700_000],
    ['Rp1.000.000', 1_000_000],
    ['1,000,000', 1_000_000],
    ['Rp 1.000,00', 1000],
    ['IDR 1,234,568.00', 1_234_568],
    ['1500,00', 1500],
    ['1.000', 1000],
    ['1,000', 1000],
  ])('U61: %s is read in Indonesian as rupiah', (text, expected) => {
    expect(typedNumber(text, rupiah)).toBe(expected)
  })

  test('U61: pounds typed in Indonesian take a comma for the pence and a point for thousands', () => {
    const options = { decimals: 2, groupsWith: '.' } as const
    expect(typedNumber('12,50', options)).toBe(12.5)
    expect(typedNumber('1.234', options)).toBe(1234)
    expect(typedNumber('12.50', options)).toBe(12.5)
  })

  test.each(['', '   ', 'Rp', '£', 'twelve', '-', '.'])('U61: %j holds no amount', text => {
    expect(typedNumber(text, pounds)).toBeUndefined()
  })

  test('U61: every amount that the page writes is read back as it was', () => {
    const currencies = [
      { currency: 'GBP', decimals: 2 },
      { currency: 'IDR', decimals: 0 },
    ] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom(...currencies),
        fc.constantFrom('en' as const, 'id' as const),
        (minor, { currency, decimals }, language) => {
          i18n.setLanguage(language)
          const options = { decimals, groupsWith: language === 'en' ? ',' : '.' } as const
          for (const write of [i18n.money, i18n.plainMoney]) {
            const read = typedNumber(write(minor, currency), options)
            expect(Math.round((read ?? Number.NaN) * 10 ** decimals)).toBe(minor)
          }
        },
      ),
    )
  })
})
