import { expect, test } from 'vitest'

import { orderedIds } from '../../db/orderedIds.ts'

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('L3: ids of one maker rise, and makers of one millisecond make others', () => {
  const now = Date.UTC(2026, 10, 28)
  const makers = [orderedIds(now), orderedIds(now)]
  const [first = [], second = []] = makers.map(make => Array.from({ length: 40_000 }, make))
  expect(first.filter(id => !uuid7.test(id))).toEqual([])
  expect(first.toSorted()).toEqual(first)
  expect(new Set([...first, ...second]).size).toBe(80_000)
  expect(orderedIds(now + 1)() > (first.at(-1) ?? '')).toBe(true)
  expect(Number.parseInt((first[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(now)
})
