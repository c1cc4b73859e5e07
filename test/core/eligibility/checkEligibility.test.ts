import fc from 'fast-check'
import { expect, test } from 'vitest'

import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import { creatorRules } from '../../../core/eligibility/creatorRules.ts'
import { orderRules } from '../../../core/eligibility/orderRules.ts'
import { productRules } from '../../../core/eligibility/productRules.ts'
import { videoRules } from '../../../core/eligibility/videoRules.ts'
import { digestOf } from '../../../core/forecast/digest.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { spotless, today } from './spotlessOrder.ts'

test('E1 to E17: every rule is judged once, in the order of the ids, with its title, severity and source', () => {
  for (const order of [britishOrder(), indonesianOrder()]) {
    const { rules, date } = checkEligibility(order, today)
    expect(date).toBe(today)
    expect(rules.map(rule => rule.rule)).toEqual(Array.from({ length: 17 }, (_, i) => `E${i + 1}`))
    for (const { title, source, reason } of rules) {
      for (const words of [title, source, reason]) expect(words.length).toBeGreaterThan(4)
    }
  }
})

test('E1 to E17: an order of which all is known and right passes every rule', () => {
  const { rules, allowed } = checkEligibility(spotless(), today)
  expect(rules.filter(rule => rule.outcome !== 'pass')).toEqual([])
  expect(allowed).toBe(true)
})

test('E1 to E17: what is not known is unknown and says how to answer it; it does not bar', () => {
  const { rules, allowed } = checkEligibility(britishOrder(), today)
  const unknown = rules.filter(rule => rule.outcome === 'unknown')
  expect(unknown.map(rule => rule.rule)).toEqual(['E7', 'E8', 'E9', 'E11', 'E12', 'E15'])
  for (const { remedy } of unknown) expect(remedy).toMatch(/[Nn]ote/)
  expect(allowed).toBe(true)
})

const fact = fc.option(fc.boolean(), { nil: undefined })
const anyOrder = fc
  .record({
    market: fc.constantFrom('GB' as const, 'ID' as const),
    birthDate: fc.constantFrom('1990-01-01', '2009-01-01'),
    visibility: fc.constantFrom('public' as const, 'private' as const),
    sound: fc.constantFrom('original' as const, 'other' as const),
    restriction: fc.constantFrom('restricted' as const, 'prohibited' as const, undefined),
    payer: fc.constantFrom('creator' as const, 'seller' as const),
    category: fc.constantFrom('food' as const, 'home' as const),
    facts: fc.tuple(fact, fact, fact, fact, fact, fact, fact, fact),
  })
  .map(({ market, birthDate, visibility, sound, restriction, payer, category, facts }) => {
    const [
      termsAccepted,
      political,
      barred,
      anchorAuthorised,
      sellerAuthorised,
      lessHealthy,
      alcohol,
      adLabel,
    ] = facts
    const base = market === 'GB' ? britishOrder() : indonesianOrder()
    return {
      ...base,
      payer,
      creator: { ...base.creator, birthDate, termsAccepted, political, barred },
      video: { ...base.video, visibility, sound, category, anchorAuthorised, sellerAuthorised, adLabel },
      product: { ...base.product, restriction, lessHealthy, alcohol },
    }
  })

test('E1 to E17: an order is barred exactly when a blocking rule fails, and each fault says its remedy', () => {
  fc.assert(
    fc.property(anyOrder, order => {
      const { rules, allowed } = checkEligibility(order, today)
      expect(allowed).toBe(!rules.some(rule => rule.severity === 'block' && rule.outcome === 'fail'))
      for (const { outcome, remedy } of rules) expect(remedy === '').toBe(outcome === 'pass')
    }),
  )
})

test('A16: the rule set has a name for its content', () => {
  const table = [...creatorRules, ...videoRules, ...productRules, ...orderRules].map(
    ({ id, title, severity, source, from, until }) => ({
      id,
      title,
      severity,
      source,
      from: from ?? null,
      until: until ?? null,
    }),
  )
  // An edit of the table changes its digest: name the new set in verdictOf.ts and here.
  expect([checkEligibility(spotless(), today).ruleSet, digestOf(table)]).toEqual([
    '2026-11-23',
    'sha256:8a890aaff68490b4f59897ef4a42567cd61746232ff03d1d1963080a28109e78',
  ])
})
