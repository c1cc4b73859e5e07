import fc from 'fast-check'
import { expect, test } from 'vitest'

import { dayOf, isoDay } from '../../../core/history/calendarDay.ts'

test('CA1: every day is an ISO date and back, as the calendar of the machine has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_932_896 }), day => {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
      expect(isoDay(day)).toBe(text)
      expect(dayOf(text)).toBe(day)
    }),
  )
})

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-11-31',
  '26-11-01',
  '2026/11/01',
  '',
  '1969-12-31',
  '2026-11-01T00:00',
])('CA1: %j is no date', text => {
  expect(dayOf(text)).toBeUndefined()
})
