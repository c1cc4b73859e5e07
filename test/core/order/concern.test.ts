import { expect, test } from 'vitest'

import type { DeliveryDay } from '../../../core/contract/orders.ts'
import { byUrgency, concernOf, daysBegun, type RunningOrder } from '../../../core/order/concern.ts'
import type { Standing } from '../../../core/order/standing.ts'

const reported = (date: string, spendMinor = 1000): DeliveryDay => ({
  date,
  impressions: 1000,
  reach: null,
  linkClicks: 20,
  pageViews: null,
  conversions: null,
  spendMinor,
  revenueMinor: null,
  source: 'typed',
})
const stands = (place: Standing['place']): Standing => {
  const spread = { mean: 20, p025: 5, p10: 10, p25: 15, p50: 20, p75: 25, p90: 30, p975: 40 }
  return { clicks: { inside: 20, above: 31, below: 9 }[place], spread, place }
}
/** Runs from the 1st to the 7th and is looked at on the 4th, with the days before it reported. */
const order = (change: Partial<RunningOrder> = {}): RunningOrder => ({
  state: 'active',
  startsAt: '2026-12-01T00:00',
  durationDays: 7,
  budgetMinor: 7000,
  pacing: 'even',
  isAllowed: true,
  days: ['2026-12-01', '2026-12-02', '2026-12-03'].map(date => reported(date)),
  standing: stands('inside'),
  ...change,
})
const on = (change: Partial<RunningOrder>, today = '2026-12-04') => concernOf(order(change), today)

test('S6: an order that runs as it should asks nothing', () => {
  expect(on({})).toBeNull()
  expect(on({ state: 'in_review', days: [], standing: undefined })).toBeNull()
  expect(on({ state: 'scheduled', days: [], standing: undefined }, '2026-11-30')).toBeNull()
})

test('A16: what is not allowed any more comes before all else, in every state under way', () => {
  for (const state of ['in_review', 'scheduled', 'active', 'paused'] as const)
    expect(on({ state, isAllowed: false, standing: stands('below') }, '2026-12-09')).toBe('forbidden')
})

test('S8: an order whose days are over waits for its end to be recorded, from the day after', () => {
  expect(on({ days: [reported('2026-12-06')] }, '2026-12-07')).not.toBe('over')
  expect(on({}, '2026-12-08')).toBe('over')
  expect(on({ state: 'paused' }, '2026-12-08')).toBe('over')
  // One that starts at ten ends at ten a week later.
  const late = { startsAt: '2026-12-01T10:00', days: [reported('2026-12-07')] }
  expect(on(late, '2026-12-08')).not.toBe('over')
  expect(on(late, '2026-12-09')).toBe('over')
})

test('T11: a day is waited for until it is over for a day; a paused order reports none', () => {
  const days = [reported('2026-12-01')]
  expect(on({ days }, '2026-12-03')).toBeNull()
  expect(on({ days }, '2026-12-04')).toBe('unreported')
  expect(on({ days, state: 'paused' }, '2026-12-04')).toBeNull()
  expect(on({ days: [], standing: undefined }, '2026-12-02')).toBeNull()
  expect(on({ days: [], standing: undefined }, '2026-12-03')).toBe('unreported')
})

test('A10, CA6: below the forecast, spent too early, above the forecast, in this order', () => {
  const early = [reported('2026-12-01'), reported('2026-12-02', 5400), reported('2026-12-03', 0)]
  expect(on({ standing: stands('below'), days: early })).toBe('below')
  expect(on({ standing: stands('above'), days: early })).toBe('fast')
  expect(on({ standing: stands('above'), days: early, pacing: 'asap' })).toBe('above')
  expect(on({ standing: stands('above') })).toBe('above')
  // 90% and not more.
  expect(on({ days: [reported('2026-12-01'), reported('2026-12-03', 5300)] })).toBeNull()
})

test('S6: days begun are counted from the start, and end with the order', () => {
  const days = ['2026-11-30', '2026-12-01', '2026-12-04', '2026-12-31'].map(today =>
    daysBegun(order(), today),
  )
  expect(days).toEqual([0, 1, 4, 7])
})

test('U50: what is urgent stands first, then what began first', () => {
  const of = (concern: 'over' | 'above' | 'forbidden' | null, startsAt: string) => ({
    concern,
    row: { startsAt },
  })
  const sorted = [
    of(null, '2026-11-01'),
    of('above', '2026-12-01'),
    of('over', '2026-12-02'),
    of('over', '2026-12-01'),
  ]
    .concat(of('forbidden', '2026-12-09'), of(null, '2026-10-01'))
    .toSorted(byUrgency)
  expect(sorted.map(({ concern, row }) => `${concern} ${row.startsAt}`)).toEqual([
    'forbidden 2026-12-09',
    'over 2026-12-01',
    'over 2026-12-02',
    'above 2026-12-01',
    'null 2026-10-01',
    'null 2026-11-01',
  ])
})
