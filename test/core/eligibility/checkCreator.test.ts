import { expect, test } from 'vitest'

import { checkCreator } from '../../../core/eligibility/checkCreator.ts'
import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import type { CreatorFacts } from '../../../core/eligibility/rule.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'

const creator: CreatorFacts = {
  market: 'ID',
  accountType: 'creator',
  birthDate: '1998-07-14',
  anchorAccess: true,
  termsAccepted: true,
  political: false,
  barred: false,
}

test('E1 to E9: a creator is judged by the rules about the account alone', () => {
  const verdict = checkCreator(creator, '2026-11-23')
  expect(verdict).toMatchObject({ allowed: true, date: '2026-11-23' })
  expect(verdict.rules.map(rule => [rule.rule, rule.outcome])).toEqual(
    ['E1', 'E2', 'E3', 'E4', 'E7', 'E8', 'E9'].map(id => [id, 'pass']),
  )
})

test('E1: a creator of 17 may not promote until the birthday', () => {
  const young = { ...creator, birthDate: '2008-11-24' }
  expect(checkCreator(young, '2026-11-23').allowed).toBe(false)
  expect(checkCreator(young, '2026-11-24').allowed).toBe(true)
})

test('E2: a creator of another market may not promote', () => {
  expect(checkCreator({ ...creator, market: 'US' as CreatorFacts['market'] }, '2026-11-23')).toMatchObject({
    allowed: false,
    rules: expect.arrayContaining([expect.objectContaining({ rule: 'E2', outcome: 'fail' })]),
  })
})

test('A16: creator and order verdicts are of one rule set and agree on the creator', () => {
  const order = britishOrder()
  const alone = checkCreator({ ...order.creator, market: 'GB' }, '2026-11-23')
  const whole = checkEligibility(order, '2026-11-23')
  expect(alone.ruleSet).toBe(whole.ruleSet)
  for (const rule of alone.rules) expect(whole.rules).toContainEqual(rule)
})
