import { expect, test } from 'vitest'

import { marketProfiles } from '../../../core/market/profiles.ts'
import { timelineOf } from '../../../core/simulation/timeline.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'

const slotsOf = (timeline: { readonly dayStart: Int32Array }) =>
  Array.from(timeline.dayStart.slice(1), (end, day) => end - timeline.dayStart[day]!)

test('DE1: an order has a day per day of its duration, from its start to the same clock time', () => {
  const timeline = timelineOf(britishOrder(), marketProfiles.GB)
  expect(timeline.dates).toEqual([
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
    '2026-12-07',
  ])
  expect(slotsOf(timeline)).toEqual([48, 48, 48, 48, 48, 48, 48])
})

test('DE1: the days on which London changes its clocks have 23 and 25 hours', () => {
  const spring = timelineOf(
    britishOrder({ startsAt: '2026-03-28T09:00', durationDays: 2 }),
    marketProfiles.GB,
  )
  expect(slotsOf(spring)).toEqual([46, 48])
  const autumn = timelineOf(
    britishOrder({ startsAt: '2026-10-25T00:00', durationDays: 2 }),
    marketProfiles.GB,
  )
  expect(slotsOf(autumn)).toEqual([50, 48])
})

test('DE1: the hour that occurs twice is counted twice, the one that is skipped is not', () => {
  const profile = marketProfiles.GB
  const oneAm = profile.entries.hourActivity.value[1]!
  const hours = (startsAt: string) =>
    timelineOf(britishOrder({ startsAt, durationDays: 1, hours: [1] }), profile)
  const count = (startsAt: string) => hours(startsAt).activity.filter(value => value === oneAm).length
  expect(count('2026-10-25T00:00')).toBe(4)
  expect(count('2026-10-26T00:00')).toBe(2)
  expect(count('2026-03-29T00:00')).toBe(0)
})

test('U62: Jakarta never changes its clocks, and hours are those of the market', () => {
  const timeline = timelineOf(indonesianOrder(), marketProfiles.ID)
  expect(new Set(slotsOf(timeline))).toEqual(new Set([48]))
  expect(timeline.activity[0]).toBe(marketProfiles.ID.entries.hourActivity.value[19])
  expect(timeline.activity[10]).toBe(marketProfiles.ID.entries.hourActivity.value[0])
})

test('DE1: hours an order may not use have no opportunities', () => {
  const timeline = timelineOf(britishOrder({ hours: [9, 10] }), marketProfiles.GB)
  const open = Array.from(timeline.activity.slice(0, 48), value => value > 0)
  expect(open.filter(Boolean)).toHaveLength(4)
  expect(open.slice(0, 4)).toEqual([true, true, true, true])
})

test('B69, B23: price follows the weekday across midnight, and double dates', () => {
  const { weekdayPrice, yearEndPrice, doubleDatePrice } = marketProfiles.ID.entries
  const timeline = timelineOf(
    indonesianOrder({ startsAt: '2026-12-11T23:00', durationDays: 1 }),
    marketProfiles.ID,
  )
  expect(timeline.price[1]).toBeCloseTo(weekdayPrice.value.fri * yearEndPrice.value, 12)
  expect(timeline.price[2]).toBeCloseTo(
    weekdayPrice.value.sat * yearEndPrice.value * doubleDatePrice.value,
    12,
  )
})
