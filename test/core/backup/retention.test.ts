import fc from 'fast-check'
import { expect, test } from 'vitest'

import { retention, timesToKeep } from '../../../core/backup/retention.ts'

const hour = 3_600_000
const day = 24 * hour
/** 24 November 2026, 18:30 in London. */
const now = Date.UTC(2026, 10, 24, 18, 30)
const zones = fc.constantFrom('UTC', 'Europe/London', 'Asia/Jakarta', 'America/New_York')
const times = fc.uniqueArray(fc.integer({ min: now - 800 * day, max: now + 2 * day }), { maxLength: 80 })

test('D22: of the copies of today three stay, then one a day, a week and a month', () => {
  const hourly = Array.from({ length: 24 * 400 }, (_, i) => now - i * hour)
  const kept = [...timesToKeep(hourly, now, 'UTC')].toSorted((a, b) => b - a)
  const dates = kept.map(at => new Date(at).toISOString().slice(0, 13))
  expect(dates.slice(0, 9)).toEqual([
    '2026-11-24T18',
    '2026-11-24T17',
    '2026-11-24T16',
    '2026-11-23T23',
    '2026-11-22T23',
    '2026-11-21T23',
    '2026-11-20T23',
    '2026-11-19T23',
    '2026-11-18T23',
  ])
  // Two more weeks (of two of the four the days are there already), then months back to December 2025.
  expect(dates.slice(9)).toEqual([
    '2026-11-15T23',
    '2026-11-08T23',
    '2026-10-31T23',
    '2026-09-30T23',
    '2026-08-31T23',
    '2026-07-31T23',
    '2026-06-30T23',
    '2026-05-31T23',
    '2026-04-30T23',
    '2026-03-31T23',
    '2026-02-28T23',
    '2026-01-31T23',
    '2025-12-31T23',
  ])
})

test('D22: a schedule that lets go as it runs keeps one of each of the last days, weeks and months', () => {
  const kept = Array.from({ length: 400 * 4 + 1 }, (_, i) => now - (400 * 4 - i) * 6 * hour).reduce<number[]>(
    (before, at) => [...timesToKeep(before.concat(at), at, 'Asia/Jakarta')],
    [],
  )
  const months = new Set(kept.map(at => new Date(at + 7 * hour).toISOString().slice(0, 7)))
  expect(months.size).toBe(retention.months)
  const days = new Set(kept.map(at => new Date(at + 7 * hour).toISOString().slice(0, 10)))
  for (let back = 0; back < retention.days; back++)
    expect(days).toContain(new Date(now + 7 * hour - back * day).toISOString().slice(0, 10))
})

test('D22: the newest always stays, what is kept is kept again, and never more than the periods have room for', () => {
  const most = retention.today + retention.days + retention.weeks + retention.months
  fc.assert(
    fc.property(times, zones, (all, zone) => {
      const kept = timesToKeep(all, now, zone)
      const past = all.filter(at => at <= now)
      // A clock that was set back loses nothing.
      const always = [...all.filter(each => each > now), ...past.toSorted((a, b) => b - a).slice(0, 1)]
      expect([...kept]).toEqual(expect.arrayContaining(always))
      expect(past.filter(at => kept.has(at)).length).toBeLessThanOrEqual(most)
      expect(timesToKeep([...kept], now, zone)).toEqual(kept)
    }),
  )
})

test('D22: whatever is let go, a copy of the same month or of the twelve before it stays', () => {
  fc.assert(
    fc.property(times, zones, (all, zone) => {
      const kept = timesToKeep(all, now, zone)
      const monthOf = (at: number) =>
        new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' }).format(at)
      const keptMonths = new Set([...kept].map(monthOf))
      const months = [...new Set(all.filter(at => at <= now).map(monthOf))].toSorted().toReversed()
      for (const month of months.slice(0, retention.months)) expect(keptMonths).toContain(month)
    }),
  )
})
