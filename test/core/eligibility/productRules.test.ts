import { expect, test } from 'vitest'

import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { ruleOf, spotless, today } from './spotlessOrder.ts'

const { video } = britishOrder()

const withProduct = (change: Partial<PromoteOrder['product']>, order: Partial<PromoteOrder> = {}) =>
  spotless({ product: { ...spotless().product, ...change }, ...order })

test('E12: a prohibited product is barred, a restricted one unless its seller is approved', () => {
  const judged = (restriction: PromoteOrder['product']['restriction'], sellerApproved?: boolean) =>
    ruleOf(withProduct({ restriction, sellerApproved }), 'E12')?.outcome
  expect(judged('unrestricted')).toBe('pass')
  expect(judged('prohibited', true)).toBe('fail')
  expect(judged('restricted', true)).toBe('pass')
  expect(judged('restricted', false)).toBe('fail')
  expect(judged('restricted')).toBe('unknown')
  expect(judged(undefined)).toBe('unknown')
})

test('E13: categories with rules of their own are warned of in the words of the market’s code', () => {
  const judged = (order: PromoteOrder) => ruleOf(order, 'E13')
  expect(judged(spotless())).toMatchObject({ outcome: 'pass', severity: 'warn' })
  expect(judged(britishOrder())).toMatchObject({
    outcome: 'warn',
    reason: expect.stringContaining('CAP Code'),
  })
  expect(judged(indonesianOrder())).toMatchObject({
    outcome: 'warn',
    reason: expect.stringContaining('Indonesian'),
  })
})

test('E14: less healthy food is barred in GB from 5 January 2026 on, not before and not in ID', () => {
  const unhealthy = (startsAt: string) => ruleOf(withProduct({ lessHealthy: true }, { startsAt }), 'E14')
  expect(unhealthy('2026-12-01T09:00')).toMatchObject({ outcome: 'fail', severity: 'block' })
  expect(unhealthy('2025-12-20T09:00')).toMatchObject({
    outcome: 'pass',
    reason: 'Not yet in force: it applies from 2026-01-05.',
  })
  const { product } = indonesianOrder()
  expect(ruleOf(indonesianOrder({ product: { ...product, lessHealthy: true } }), 'E14')?.outcome).toBe('pass')
})

test('E14: an order that starts before the ban and runs into it is barred', () => {
  const judged = (startsAt: string) =>
    ruleOf(withProduct({ lessHealthy: true }, { startsAt }), 'E14')?.outcome
  expect(judged('2025-12-29T00:00')).toBe('pass')
  expect(judged('2025-12-29T00:01')).toBe('fail')
})

test('E14: food of which nothing is known is unknown; another category passes', () => {
  const food = { ...video, category: 'food' as const }
  const judged = (lessHealthy: boolean | undefined, of = food) =>
    ruleOf(withProduct({ lessHealthy }, { video: of }), 'E14')?.outcome
  expect(judged(undefined)).toBe('unknown')
  expect(judged(false)).toBe('pass')
  expect(judged(undefined, { ...video, category: 'food', adLabel: true })).toBe('unknown')
  expect(ruleOf(britishOrder(), 'E14')).toMatchObject({
    outcome: 'pass',
    reason: expect.stringContaining('beauty'),
  })
})

const custom = {
  kind: 'custom' as const,
  ageBands: ['25-34'] as const,
  genders: ['male'] as const,
  interests: [],
}

test('E15: age-restricted goods need a custom audience with interests', () => {
  const judged = (audience: PromoteOrder['audience']) =>
    ruleOf(withProduct({ ageRestricted: true }, { audience }), 'E15')?.outcome
  expect(judged({ kind: 'automatic' })).toBe('warn')
  expect(judged(custom)).toBe('warn')
  expect(judged({ ...custom, interests: ['games'] })).toBe('pass')
})

test('E15: alcohol is barred from an automatic audience, because its ages are the platform’s to choose', () => {
  const judged = (audience: PromoteOrder['audience']) => withProduct({ alcohol: true }, { audience })
  expect(ruleOf(judged({ kind: 'automatic' }), 'E15')).toMatchObject({ outcome: 'fail', severity: 'block' })
  expect(checkEligibility(judged({ kind: 'automatic' }), today).allowed).toBe(false)
  expect(ruleOf(judged(custom), 'E15')?.outcome).toBe('warn')
  expect(ruleOf(judged({ ...custom, interests: ['food'] }), 'E15')?.outcome).toBe('pass')
})

test('E15: a missing #ad label is warned of, an unknown one asked for; neither bars', () => {
  const judged = (adLabel: boolean | undefined) => spotless({ video: { ...spotless().video, adLabel } })
  expect(ruleOf(judged(true), 'E15')?.outcome).toBe('pass')
  expect(ruleOf(judged(false), 'E15')).toMatchObject({ outcome: 'warn', remedy: 'Add #ad to the caption.' })
  expect(ruleOf(judged(undefined), 'E15')?.outcome).toBe('unknown')
  expect(checkEligibility(judged(false), today).allowed).toBe(true)
})

test('E15: food of which nothing is known may be alcohol; ID has other rules', () => {
  const food = spotless({ video: { ...spotless().video, category: 'food' } })
  const unsaid = { ...food, product: { ...food.product, alcohol: undefined } }
  expect(ruleOf(unsaid, 'E15')).toMatchObject({
    outcome: 'unknown',
    reason: 'Not known whether it is alcohol.',
  })
  const { product } = indonesianOrder()
  expect(ruleOf(indonesianOrder({ product: { ...product, alcohol: true } }), 'E15')?.outcome).toBe('pass')
})
