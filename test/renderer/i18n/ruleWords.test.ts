import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { checkCreator } from '../../../core/eligibility/checkCreator.ts'
import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import type { Verdict } from '../../../core/eligibility/verdict.ts'
import { money } from '../../../core/money/money.ts'
import {
  accountTypes,
  categories,
  payers,
  type PromoteOrder,
  restrictions,
  sounds,
  visibilities,
} from '../../../core/order/promoteOrder.ts'
import { rules } from '../../../renderer/i18n/id/rules.ts'
import { makeRuleTranslation } from '../../../renderer/i18n/ruleWords.ts'

const translate = makeRuleTranslation(rules, { value: text => text })
const dates = fc.constantFrom('2021-01-01', '2023-11-01', '2026-11-23')
const openShares = fc.constantFrom(undefined, 0, 0.4, 1)
const fact = fc.constantFrom(true, false, undefined)

const orders: fc.Arbitrary<PromoteOrder> = fc
  .record({
    isBritish: fc.boolean(),
    birthDate: fc.constantFrom('1990-05-17', '2009-12-31', '2008-02-29'),
    anchorAccess: fc.boolean(),
    accountType: fc.constantFrom(...accountTypes),
    facts: fc.array(fact, { minLength: 12, maxLength: 12 }),
    visibility: fc.constantFrom(...visibilities),
    sound: fc.constantFrom(...sounds),
    category: fc.constantFrom(...categories),
    restriction: fc.constantFrom(...restrictions, undefined),
    commissionRate: fc.constantFrom(undefined, 0, 0.125, 0.1),
    isAutomatic: fc.boolean(),
    interests: fc.subarray(['beauty', 'food'] as const),
    payer: fc.constantFrom(...payers),
    budgetMinor: fc.integer({ min: 1, max: 100_000_000 }),
    durationDays: fc.integer({ min: 1, max: 40 }),
    startsAt: fc.constantFrom('2021-01-05T09:00', '2023-11-01T09:00', '2026-12-01T09:00'),
  })
  .map((drawn): PromoteOrder => ({
    market: drawn.isBritish ? 'GB' : 'ID',
    creator: {
      birthDate: drawn.birthDate,
      anchorAccess: drawn.anchorAccess,
      accountType: drawn.accountType,
      termsAccepted: drawn.facts[0],
      political: drawn.facts[1],
      barred: drawn.facts[2],
      promoteAvailable: drawn.facts[11],
    },
    video: {
      visibility: drawn.visibility,
      sound: drawn.sound,
      category: drawn.category,
      anchorAuthorised: drawn.facts[3],
      sellerAuthorised: drawn.facts[4],
      adLabel: drawn.facts[5],
    },
    product: {
      source: 'tiktok_shop',
      name: 'Tint',
      url: 'https://shop.example/tint',
      price: money(drawn.isBritish ? 'GBP' : 'IDR', 1299),
      commissionRate: drawn.commissionRate,
      restriction: drawn.restriction,
      sellerApproved: drawn.facts[6],
      lessHealthy: drawn.facts[7],
      ageRestricted: drawn.facts[8],
      alcohol: drawn.facts[9],
    },
    entrance: 'business_suite',
    goal: 'more_product_link_clicks',
    audience: drawn.isAutomatic
      ? { kind: 'automatic' }
      : { kind: 'custom', ageBands: ['18-24'], genders: ['female'], interests: drawn.interests },
    budget: money(drawn.isBritish ? 'GBP' : 'IDR', drawn.budgetMinor),
    durationDays: drawn.durationDays,
    startsAt: drawn.startsAt,
    target: { linkClicks: 100 },
    payer: drawn.payer,
    pacing: 'even',
    priceRule: 'second',
  }))

describe('rules in Indonesian', () => {
  test('U61: every sentence that a rule can say about an order has a translation', () => {
    fc.assert(
      fc.property(orders, dates, openShares, (order, date, openShare) => {
        expect(untranslated(checkEligibility(order, date, { openShare }))).toEqual([])
        expect(
          untranslated(checkCreator({ market: order.market, ...order.creator }, date, openShare)),
        ).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('U61: what changes from order to order is carried over', () => {
    expect(translate('17 years old on 2026-11-23.')).toBe('Berumur 17 tahun pada 2026-11-23.')
    expect(translate('The commission rate is 12.5%.')).toBe('Tarif komisi 12.5%.')
    expect(translate('Not alcohol. Not age-restricted. Labelled #ad.')).toBe(
      'Bukan alkohol. Tidak berbatas usia. Berlabel #ad.',
    )
  })

  test('U61: a text with a sentence that is not known stays whole', () => {
    expect(translate('Not alcohol. Something new.')).toBeUndefined()
  })
})

function untranslated(verdict: Verdict): string[] {
  return verdict.rules
    .flatMap(rule => [rule.title, rule.reason, rule.remedy])
    .filter(text => text !== '' && translate(text) === undefined)
}
