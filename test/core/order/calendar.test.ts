import { expect, test } from 'vitest'

import {
  ageOn,
  daysTouched,
  isCalendarDate,
  isLocalDateTime,
  timesShown,
} from '../../../core/order/calendar.ts'

test('E1: age is counted by the calendar, and a birthday counts from its first hour', () => {
  expect(ageOn('2008-12-01', '2026-11-30')).toBe(17)
  expect(ageOn('2008-12-01', '2026-12-01')).toBe(18)
  expect(ageOn('2008-12-01', '2008-12-01')).toBe(0)
})

test('E1: who was born on 29 February comes of age on 1 March', () => {
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  expect(ageOn('2008-02-29', '2028-02-29')).toBe(20)
})

test('U62: only dates of the calendar are dates', () => {
  for (const date of ['2026-12-01', '2024-02-29', '1900-01-01']) expect(isCalendarDate(date)).toBe(true)
  for (const date of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '26-11-30',
    '2026-1-1',
    '20261201',
    '',
  ]) {
    expect([date, isCalendarDate(date)]).toEqual([date, false])
  }
})

test('U62: only times of the clock are times, to the minute and without a zone', () => {
  expect(isLocalDateTime('2026-12-01T00:00')).toBe(true)
  expect(isLocalDateTime('2026-12-01T23:59')).toBe(true)
  for (const time of [
    '2026-12-01',
    '2026-12-01T24:00',
    '2026-12-01T09:60',
    '2026-12-01 09:00',
    '2026-12-01T09:00Z',
    '2026-12-01T09:00:00',
    '2026-02-30T09:00',
  ]) {
    expect([time, isLocalDateTime(time)]).toEqual([time, false])
  }
})

test('U62: London skips an hour in spring and repeats one in autumn, Jakarta never', () => {
  expect(timesShown('2026-03-29T01:30', 'Europe/London')).toBe(0)
  expect(timesShown('2026-03-29T02:00', 'Europe/London')).toBe(1)
  expect(timesShown('2026-10-25T01:30', 'Europe/London')).toBe(2)
  expect(timesShown('2026-10-25T02:00', 'Europe/London')).toBe(1)
  expect(timesShown('2026-03-29T01:30', 'Asia/Jakarta')).toBe(1)
})

test('E16: an order touches every day on which it runs, and no day more', () => {
  expect(daysTouched('2026-12-01T00:00', 1)).toEqual({ first: '2026-12-01', last: '2026-12-01' })
  expect(daysTouched('2026-12-01T09:00', 1)).toEqual({ first: '2026-12-01', last: '2026-12-02' })
  expect(daysTouched('2026-02-26T00:01', 7)).toEqual({ first: '2026-02-26', last: '2026-03-05' })
})
