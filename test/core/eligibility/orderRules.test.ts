import { expect, test } from 'vitest'

import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { ruleOf, spotless, today } from './spotlessOrder.ts'

const gap = (startsAt: string, durationDays = 1) => ruleOf(indonesianOrder({ startsAt, durationDays }), 'E16')

test('E16: an Indonesian order that touches 4 October to 12 December 2023 is flagged, and not barred', () => {
  for (const startsAt of ['2023-10-04T00:00', '2023-11-11T09:00', '2023-12-12T23:00', '2023-10-03T09:00']) {
    expect(gap(startsAt)).toMatchObject({ outcome: 'warn', severity: 'flag' })
  }
  expect(gap('2023-09-28T09:00', 7)?.outcome).toBe('warn')
  expect(checkEligibility(indonesianOrder({ startsAt: '2023-11-11T09:00' }), today).allowed).toBe(true)
})

test('E16: orders around the closure, and British ones within it, are not flagged', () => {
  for (const startsAt of ['2023-10-03T00:00', '2023-12-13T00:00', '2026-12-02T19:00']) {
    expect(gap(startsAt)?.outcome).toBe('pass')
  }
  expect(ruleOf(britishOrder({ startsAt: '2023-11-11T09:00' }), 'E16')?.outcome).toBe('pass')
})

const asked = (minor: number, durationDays: number) =>
  ruleOf(britishOrder({ budget: { currency: 'GBP', minor }, durationDays }), 'E17')

test('E17: budget and days within the known limits pass, to the last penny', () => {
  expect(asked(7000, 7)?.reason).toBe(
    '10.00 GBP a day for 7 days is within 2.40 GBP to 800.00 GBP a day and 1 to 7 days (unverified).',
  )
  for (const [minor, days] of [
    [240, 1],
    [80_000, 1],
    [1680, 7],
    [560_000, 7],
  ] as const) {
    expect(asked(minor, days)?.outcome).toBe('pass')
  }
})

test('E17: what lies outside is warned of as unverified, and not barred', () => {
  for (const [minor, days] of [
    [239, 1],
    [80_001, 1],
    [1679, 7],
    [8000, 8],
  ] as const) {
    expect(asked(minor, days)).toMatchObject({
      outcome: 'warn',
      severity: 'warn',
      reason: expect.stringContaining('(unverified)'),
    })
  }
  expect(checkEligibility(spotless({ durationDays: 30 }), today).allowed).toBe(true)
})

test('E17: the limits are those of the profile in use', () => {
  const { GB } = marketProfiles
  const maxDays = { ...GB.entries.maxDays, value: 30 }
  const profile = { ...GB, entries: { ...GB.entries, maxDays } }
  const { rules } = checkEligibility(britishOrder({ durationDays: 20 }), today, { profile })
  expect(rules[16]).toMatchObject({ rule: 'E17', outcome: 'pass' })
})
