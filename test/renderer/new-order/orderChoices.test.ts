import fc from 'fast-check'
import { expect, test } from 'vitest'

import { marketProfiles } from '../../../core/market/profiles.ts'
import { audienceWord, gaugePosition } from '../../../renderer/screens/new-order/audienceWord.ts'
import { budgetLadder, nearestRung } from '../../../renderer/screens/new-order/budgetLadder.ts'
import { confirmKeys } from '../../../renderer/screens/new-order/confirmKeys.ts'
import { isOver } from '../../../renderer/screens/new-order/startTime.ts'

const ladders = [
  ['GB', budgetLadder(240, 80_000, 2)],
  ['ID', budgetLadder(49_000, 16_000_000, 0)],
] as const

test.each(ladders)(
  'Q7: the budget slider of %s stops at the limits and climbs between them',
  (_market, ladder) => {
    expect(ladder).toEqual([...new Set(ladder)].toSorted((a, b) => a - b))
    expect(ladder.length).toBeGreaterThan(15)
    expect(ladder.length).toBeLessThan(60)
  },
)

test('Q7: in pounds the slider stops at whole pounds, and at the ordinary ones', () => {
  const inner = budgetLadder(240, 80_000, 2).slice(1, -1)
  expect(inner.filter(minor => minor % 100 !== 0)).toEqual([])
  expect(inner).toEqual(expect.arrayContaining([500, 1000, 2000, 5000, 10_000, 50_000]))
})

test.each(ladders)('Q7: every rung of %s is its own nearest', (_market, ladder) => {
  ladder.forEach((minor, index) => expect(nearestRung(ladder, minor)).toBe(index))
})

test.each([
  [999, 0.5, 'tooNarrow'],
  [20_000, 0.0008, 'tooNarrow'],
  [250_000, 0.01, 'narrow'],
  [2_100_000, 0.085, 'balanced'],
  [24_800_000, 1, 'broad'],
])('W2: %d people, a share of %d, are called %s', (people, share, word) => {
  expect(audienceWord(people, share)).toBe(word)
})

test('W2: the marker of a larger audience is never further left', () => {
  const adults = marketProfiles.GB.entries.adults.value
  const people = fc.integer({ min: 1, max: adults })
  fc.assert(
    fc.property(people, people, (a, b) => {
      const [fewer, more] = [Math.min(a, b), Math.max(a, b)]
      expect(gaugePosition(fewer, fewer / adults)).toBeLessThanOrEqual(gaugePosition(more, more / adults))
    }),
  )
})

test('U62: a start is over by the clock of its market', () => {
  const nowMs = Date.parse('2026-12-01T05:00:00Z')
  expect(isOver('2026-12-01T09:00', 'Europe/London', nowMs)).toBe(false)
  expect(isOver('2026-12-01T09:00', 'Asia/Jakarta', nowMs)).toBe(true)
  expect(isOver('2026-12-01T05:00', 'Europe/London', nowMs)).toBe(false)
})

test('U4: the keys that confirm are named as this machine names them', () => {
  expect(confirmKeys('MacIntel')).toBe('⌘↵')
  expect(confirmKeys('Linux x86_64')).toBe('Ctrl ↵')
})
