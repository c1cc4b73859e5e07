import { describe, expect, test } from 'vitest'

import { coverageFinding } from '../../../core/audit/rules/coverageRule.ts'
import {
  importedPlaces,
  overDelivery,
  ownBudget,
  platformRule,
} from '../../../core/audit/rules/platformRules.ts'
import { rerunFailed, rerunVerdict } from '../../../core/audit/rules/rerunVerdict.ts'
import { dayOf } from '../../../core/history/calendarDay.ts'

describe('rules beyond one order', () => {
  const unit = { platform: 'meta', unitId: 'u', currency: 'USD', dailyBudget: 10, lifetimeBudget: null }
  const spend = (first: string, ...spends: readonly number[]) =>
    spends.map((each, place) => ({ day: (dayOf(first) ?? 0) + place, spend: each }))

  test.each([
    ['A1', 'google ads', '2026-11-02', [20], [20.01]],
    ['A1', 'google ads', '2017-10-03', [12], [12.01]],
    ['A1', 'google ads', '2017-10-04', [20], [20.01]],
    ['A2', 'meta', '2026-11-02', [17.5, 0], [17.51, 0]],
    ['A3', 'linkedin', '2026-11-02', [15], [15.01]],
    ['A4', 'tiktok', '2026-11-02', [13], [13.01]],
  ] as const)('%s: %s on %s may cost so much a day, and a penny more is raised', (...row) => {
    const [rule, platform, first, within, beyond] = row
    expect(platformRule(platform)).toBe(rule)
    const of = (spends: readonly number[]) =>
      overDelivery({
        ...unit,
        platform,
        days: spend(first, ...spends, ...(platform === 'meta' ? [0, 0, 0] : [])),
      })
    expect(of(within)).toEqual([])
    expect(of(beyond)).toMatchObject([{ case: 'overDelivered', severity: 'warning' }])
  })

  test('A1: a month may cost 30.4 daily budgets', () => {
    const days30 = (each: number) => spend('2026-11-01', ...Array.from({ length: 30 }, () => each))
    const of = (each: number) => overDelivery({ ...unit, platform: 'google', days: days30(each) })
    expect(of(10.13)).toEqual([])
    expect(of(10.14)).toHaveLength(1)
  })

  test('A2: a week of Meta runs from Sunday to Saturday, and a shorter run is bounded by its days', () => {
    const of = (first: string, ...spends: readonly number[]) =>
      overDelivery({ ...unit, days: spend(first, ...spends) })
    // Sunday 1 to Saturday 7 November 2026.
    expect(of('2026-11-01', 10, 10, 10, 10, 10, 10, 10)).toEqual([])
    expect(of('2026-11-01', 10, 10, 10, 10, 10, 10, 11)).toHaveLength(1)
    expect(of('2026-11-03', 10, 11)).toHaveLength(1)
    // The same overrun in two weeks: Saturday and Sunday.
    expect(of('2026-11-06', 9, 11, 10)).toEqual([])
  })

  test('A3, A4: a lifetime budget is hard; without any budget nothing is known', () => {
    const days = spend('2026-11-02', 10, 10)
    const of = (lifetimeBudget: number | null) =>
      overDelivery({ ...unit, platform: 'linkedin', dailyBudget: null, lifetimeBudget, days })
    expect(of(20)).toEqual([])
    expect(of(19.99)).toHaveLength(1)
    expect(of(null)).toBe('unknown')
    expect(platformRule('pinterest')).toBeUndefined()
  })

  test('A1 to A4: an order with days from a platform may cost its own budget, and a penny more is raised', () => {
    const order = {
      platform: 'tiktokAds',
      title: 'Three lips',
      currency: 'GBP',
      budgetMinor: 7000,
      first: '2026-12-01',
      last: '2026-12-08',
    } as const
    expect(ownBudget({ ...order, spentMinor: 7000 })).toBeUndefined()
    expect(ownBudget({ ...order, spentMinor: 7001 })).toMatchObject({
      case: 'overDelivered',
      values: {
        platform: { text: 'TikTok Ads Manager' },
        allowed: { minor: 7000 },
        spent: { minor: 7001, currency: 'GBP' },
      },
    })
  })

  test('A31: imported rows of people under 18, and of a currency that is not the market’s', () => {
    const group = { file: 'a.csv', market: 'GB', currency: 'GBP', ageBands: '18-24|25-34', rows: 3 }
    expect(importedPlaces(group)).toEqual([])
    expect(importedPlaces({ ...group, ageBands: '13-17|18-24' })).toMatchObject([
      { case: 'minorsInAudience', severity: 'error' },
    ])
    expect(importedPlaces({ ...group, currency: 'EUR' })).toMatchObject([{ case: 'otherCurrency' }])
    expect(importedPlaces({ ...group, market: 'US', currency: 'USD', ageBands: '' })).toEqual([])
  })

  test('A20: coverage is raised only beyond chance, above and below, and never of a few orders', () => {
    expect(coverageFinding({ orders: 9, inside: 0 })).toBeUndefined()
    expect(coverageFinding({ orders: 100, inside: 80 })).toBeUndefined()
    expect(coverageFinding({ orders: 100, inside: 73 })).toBeUndefined()
    expect(coverageFinding({ orders: 100, inside: 70 })).toMatchObject({
      case: 'coverage',
      severity: 'warning',
    })
    expect(coverageFinding({ orders: 100, inside: 90 })).toMatchObject({ case: 'coverage' })
  })

  test('A20: a forecast that comes out otherwise is an error under the same model, a note under another', () => {
    const totals = { linkClicks: { p50: 12 } } as Parameters<typeof rerunVerdict>[0]['totals']
    const frozen = { digest: 'sha256:a', modelVersion: '0.2', totals }
    expect(rerunVerdict(frozen, frozen)).toBeUndefined()
    expect(rerunVerdict(frozen, { ...frozen, digest: 'sha256:b' })).toMatchObject({
      case: 'rerunDiffers',
      severity: 'error',
    })
    expect(rerunVerdict(frozen, { ...frozen, digest: 'sha256:b', modelVersion: '0.3' })).toMatchObject({
      case: 'rerunOtherModel',
      severity: 'note',
      values: { expected: { count: 12 }, received: { count: 12 } },
    })
    expect(rerunFailed('no inputs')).toMatchObject({ case: 'rerunFailed', severity: 'error' })
  })
})
