import { expect, test } from 'vitest'

import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { ruleOf, spotless, today } from './spotlessOrder.ts'

const { creator } = britishOrder()

const born = (birthDate: string, startsAt = '2026-12-01T09:00') =>
  britishOrder({ creator: { ...creator, birthDate }, startsAt })

test('E1: a payer of 18 passes, one of 17 is barred', () => {
  expect(ruleOf(born('2008-11-23'), 'E1')).toMatchObject({
    outcome: 'pass',
    reason: '18 years old on 2026-11-23.',
  })
  const order = born('2008-11-24')
  expect(ruleOf(order, 'E1')).toMatchObject({
    outcome: 'fail',
    severity: 'block',
    reason: '17 years old on 2026-11-23.',
  })
  expect(checkEligibility(order, today).allowed).toBe(false)
})

test('E1: the payer pays now: a birthday between payment and start comes too late', () => {
  expect(ruleOf(born('2008-11-30'), 'E1')?.outcome).toBe('fail')
})

test('E1: an order of the past is judged at its start', () => {
  expect(ruleOf(born('2007-01-01', '2024-05-06T10:30'), 'E1')).toMatchObject({
    outcome: 'fail',
    reason: '17 years old on 2024-05-06.',
  })
})

test('E2: GB and ID pass; another market is barred', () => {
  expect(ruleOf(britishOrder(), 'E2')?.outcome).toBe('pass')
  expect(ruleOf(indonesianOrder(), 'E2')?.outcome).toBe('pass')
  const other = { ...britishOrder(), market: 'US' as PromoteOrder['market'] }
  const verdict = checkEligibility(other, today, { profile: marketProfiles.GB })
  expect(verdict.rules[1]).toMatchObject({
    rule: 'E2',
    outcome: 'fail',
    reason: 'It is not offered in US.',
  })
  expect(verdict.allowed).toBe(false)
})

test('E2: nothing is known of the time before the first page about it', () => {
  expect(ruleOf(britishOrder({ startsAt: '2022-12-12T09:00' }), 'E2')?.outcome).toBe('unknown')
  expect(ruleOf(britishOrder({ startsAt: '2022-12-13T09:00' }), 'E2')?.outcome).toBe('pass')
})

test('E3: an account without access to product links is barred', () => {
  expect(ruleOf(britishOrder(), 'E3')?.outcome).toBe('pass')
  const order = britishOrder({ creator: { ...creator, anchorAccess: false } })
  expect(ruleOf(order, 'E3')).toMatchObject({ outcome: 'fail', severity: 'block' })
})

test('E4: a personal account is warned of, business and creator accounts pass', () => {
  const outcomes = (['business', 'creator', 'personal'] as const).map(
    accountType => ruleOf(britishOrder({ creator: { ...creator, accountType } }), 'E4')?.outcome,
  )
  expect(outcomes).toEqual(['pass', 'pass', 'warn'])
})

const facts = [
  ['E7', 'termsAccepted', true, 'block'],
  ['E8', 'political', false, 'block'],
  ['E9', 'barred', false, 'ask'],
] as const

test.for(facts)('%s: %s must be %s; not known is unknown', ([id, field, right, severity]) => {
  const judged = (value: boolean | undefined) =>
    ruleOf(britishOrder({ creator: { ...creator, [field]: value } }), id)
  expect(judged(right)).toMatchObject({ outcome: 'pass', remedy: '' })
  expect(judged(!right)).toMatchObject({ outcome: 'fail', severity })
  expect(judged(undefined)).toMatchObject({ outcome: 'unknown', remedy: expect.stringMatching(/[Nn]ote/) })
})

test('E9: a bar is asked about and does not stop the payment', () => {
  expect(checkEligibility(spotless({ creator: { ...creator, barred: true } }), today).allowed).toBe(true)
})
