import { describe, expect, test } from 'vitest'

import type { Creator, Product } from '../../../core/contract/records.ts'
import { fieldErrors } from '../../../renderer/app/fieldErrors.ts'
import { fieldsOfCreator } from '../../../renderer/screens/creators/creatorForm.ts'
import { isCreatorFound, yearsBetween } from '../../../renderer/screens/creators/creatorList.ts'
import { fieldsOfProduct, perCent, productsToAdd } from '../../../renderer/screens/videos/videoForm.ts'

const creator: Creator = {
  id: 'c1',
  handle: '@ayu.makes',
  displayName: 'Ayu Pratiwi',
  market: 'GB',
  accountType: 'creator',
  birthDate: '1996-02-29',
  anchorAccess: true,
  termsAccepted: true,
  political: false,
  barred: null,
  createdAt: 1,
  updatedAt: 2,
  archivedAt: null,
  mergedInto: null,
  videos: 3,
  orders: 7,
  verdict: { allowed: true, date: '2026-11-23', ruleSet: '2026-11-23', rules: [] },
}
const product: Product = {
  id: 'p1',
  market: 'GB',
  currency: 'GBP',
  source: 'tiktok_shop',
  name: 'Tint',
  url: 'https://shop.example/tint',
  priceMinor: 1299,
  commissionRate: 0.125,
  conversionRate: null,
  unitCostMinor: null,
  restriction: 'unrestricted',
  sellerApproved: null,
  lessHealthy: null,
  ageRestricted: false,
  alcohol: null,
  category: null,
  createdAt: 1,
  updatedAt: 2,
  archivedAt: null,
  mergedInto: null,
}

describe('creators', () => {
  test('E1: age counts whole years, up to the day before the birthday', () => {
    expect(yearsBetween('2008-11-24', '2026-11-23')).toBe(17)
    expect(yearsBetween('2008-11-23', '2026-11-23')).toBe(18)
    expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17)
    expect(yearsBetween('2008-02-29', '2026-03-01')).toBe(18)
  })

  test('U33: the search finds handle and name, with or without the sign in front', () => {
    expect(['@ayu', 'AYU', 'prati'].every(text => isCreatorFound(creator, text))).toBe(true)
    expect(isCreatorFound(creator, 'dewi')).toBe(false)
  })

  test('U15: what is sent back of a creator is what a person may type, nothing more', () => {
    expect(Object.keys(fieldsOfCreator(creator))).not.toContain('verdict')
    expect(fieldsOfCreator(creator)).toMatchObject({ handle: '@ayu.makes', barred: null })
  })
})

describe('products of a video', () => {
  test('P1: products to add are of the market and the source, and not on the link yet', () => {
    const products = [
      product,
      { ...product, id: 'p2', source: 'affiliate' as const },
      { ...product, id: 'p3', market: 'ID' as const },
      { ...product, id: 'p4' },
    ]
    const found = productsToAdd(products, { market: 'GB', source: 'tiktok_shop', chosen: ['p1'] })
    expect(found.map(each => each.id)).toEqual(['p4'])
  })

  test('P3: a commission typed in per cent comes back as it was typed', () => {
    for (const typed of [0, 0.1, 7.25, 12.5, 28.57, 100]) {
      expect(perCent.of(perCent.toRate(typed))).toBe(typed)
    }
    expect(perCent.of(null)).toBeNull()
    expect(fieldsOfProduct(product).commissionRate).toBe(0.125)
  })
})

describe('refused forms', () => {
  const problem = (path: string) => ({ path, expected: 'more', received: '""' })
  const failure = {
    code: 'bad_input' as const,
    message: '',
    problems: [problem('fields.handle'), problem('fields.productIds[2]')],
  }

  test('U11: a problem is found by its field, also one deep inside of it', () => {
    const errors = fieldErrors(failure)
    expect(errors.of('handle')?.path).toBe('fields.handle')
    expect(errors.of('productIds')?.path).toBe('fields.productIds[2]')
    expect(errors.of('title')).toBeUndefined()
  })

  test('U11: only when every problem has a field is nothing said apart', () => {
    expect(fieldErrors(failure).areAllShownBy(['handle', 'productIds'])).toBe(true)
    expect(fieldErrors(failure).areAllShownBy(['handle'])).toBe(false)
    expect(fieldErrors({ code: 'conflict', message: 'taken' }).areAllShownBy(['handle'])).toBe(false)
    expect(fieldErrors(undefined).areAllShownBy(['handle'])).toBe(false)
  })
})
