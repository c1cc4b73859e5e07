import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { csvLine, plainText, safeText } from '../../../core/exchange/csvText.ts'
import { decimalOf, toNumber } from '../../../core/exchange/decimal.ts'
import { type KnownOrder, matchUnit, type OrderLookup, type Unit } from '../../../core/exchange/matchUnit.ts'
import { nameParts, plainName, unitKey } from '../../../core/exchange/unitKey.ts'
import { noNames } from '../../fixtures/noNames.ts'

describe('U20: text that leaves for a spreadsheet', () => {
  test('never begins like a formula, and comes back as it was', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', '"', ','),
    })
    fc.assert(
      fc.property(text, each => {
        expect(safeText(each)).not.toMatch(/^[=+\-@\t\r\n]/)
        expect(plainText(safeText(each))).toBe(each)
      }),
    )
  })

  test('leaves numbers alone, and quotes what would break the line', () => {
    expect(csvLine([-1.5, null, '', '-1', 'a,b', 'say "x"', 'two\nlines'])).toBe(
      `-1.5,,,'-1,"a,b","say ""x""","two\nlines"`,
    )
  })
})

test('L11: a decimal is read exactly to the sixth place', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(999_999), (whole, micro) => {
      const text = `${whole}.${String(micro).padStart(6, '0')}`
      const read = decimalOf(text)
      expect(read === undefined ? NaN : toNumber(read)).toBeCloseTo(Number(text), 6)
    }),
  )
  expect([decimalOf('1e3'), decimalOf(''), decimalOf('1,5')]).toEqual([undefined, undefined, undefined])
})

const noIds = { campaign: null, group: null, ad: null, video: null, product: null, order: null }
const order = (id: string, change: Partial<KnownOrder> = {}): KnownOrder => ({
  id,
  currency: 'GBP',
  startsAt: '2026-12-01T09:00',
  durationDays: 7,
  title: 'Three looks',
  product: 'Tint',
  handle: '@rose',
  ...change,
})
const lookup = (...orders: readonly KnownOrder[]): OrderLookup => ({
  byId: id => orders.find(each => each.id === id),
  byName: name =>
    orders.filter(({ title, product }) => [title, product].some(each => plainName(each) === name)),
})
const unit = (change: Partial<Unit> = {}): Unit => ({
  key: 'k',
  kind: 'delivery',
  ids: noIds,
  names: noNames,
  from: '2026-12-02',
  to: '2026-12-04',
  currency: 'GBP',
  ...change,
})

describe('U10: rows find their order', () => {
  test('by what was decided before, then its id, then names, then dates', () => {
    const orders = lookup(order('o1'), order('o2', { startsAt: '2027-03-01T09:00' }))
    const named = unit({ names: { ...noNames, ad: 'GB | Three looks | v2' } })
    expect(matchUnit(named, orders, undefined)).toMatchObject({ target: 'order', orderId: 'o1', by: 'name' })
    expect(matchUnit({ ...named, ids: { ...noIds, order: 'o2' } }, orders, undefined)).toMatchObject({
      orderId: 'o2',
      by: 'id',
    })
    expect(matchUnit(named, orders, { target: 'leave', orderId: null })).toMatchObject({ by: 'remembered' })
  })

  test('and two that fit are proposed, not chosen; one in another currency is not', () => {
    const named = unit({ names: { ...noNames, video: 'three  LOOKS' } })
    const found = matchUnit(
      named,
      lookup(order('o1'), order('o2', { startsAt: '2026-12-03T09:00' })),
      undefined,
    )
    expect(found).toMatchObject({ target: 'history', orderId: null, by: 'none' })
    expect(found.candidates.map(({ id }) => id)).toEqual(['o1', 'o2'])
    expect(matchUnit({ ...named, currency: 'IDR' }, lookup(order('o1')), undefined).candidates).toEqual([])
    expect(matchUnit({ ...named, kind: 'affiliateOrder' }, lookup(), undefined).target).toBe('leave')
  })
})

test('U11: a unit has the same key in every file, whatever its rows say besides', () => {
  const ids = { ...noIds, ad: '1790000000000000001' }
  expect(unitKey({ kind: 'delivery', ids, names: noNames })).toBe('ad:1790000000000000001')
  expect(unitKey({ kind: 'delivery', ids: noIds, names: { ...noNames, campaign: ' A  b' } })).toBe(
    unitKey({ kind: 'delivery', ids: noIds, names: { ...noNames, campaign: 'a B' } }),
  )
  expect(nameParts('UK | Lip tint - v2')).toEqual(['uk | lip tint - v2', 'uk', 'lip tint', 'v2'])
})
