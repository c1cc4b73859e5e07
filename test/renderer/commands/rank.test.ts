import { describe, expect, test } from 'vitest'

import type { Command } from '../../../renderer/commands/command.ts'
import { rankCommands } from '../../../renderer/commands/rank.ts'
import { usedOf, weightOf, withUse } from '../../../renderer/commands/usage.ts'

const command = (id: string, name: string, ...words: string[]): Command => ({
  id,
  group: 'go',
  name,
  words,
  run: () => {},
})
const all = [
  command('overview', 'Overview', 'Ringkasan'),
  command('orders', 'Orders', 'Order'),
  command('new', 'New order', 'Order baru'),
  command('creators', 'Creators', 'Kreator'),
  command('dark', 'Theme: Dark', 'Tema', 'Gelap'),
]
const unused = () => 0
const found = (text: string, usage: (id: string) => number = unused) =>
  rankCommands(all, text, usage).map(({ id }) => id)

describe('finding a command', () => {
  test('U4: every word must be found, whole words before beginnings before parts', () => {
    expect(found('order')).toEqual(['orders', 'new'])
    expect(found('order new')).toEqual(['new'])
    expect(found('theme order')).toEqual([])
  })

  test('U4: names in the other language find the same', () => {
    expect(found('kreator')).toEqual(['creators'])
    expect(found('tema gelap')).toEqual(['dark'])
  })

  test('U4: initials and letters in their order find a name, accents and case do not matter', () => {
    expect(found('no')).toContain('new')
    expect(found('crtr')).toEqual(['creators'])
    expect(found('CRÉATORS')).toEqual(['creators'])
  })

  test('U4: nothing typed leaves everything, the most used first', () => {
    expect(found('')).toHaveLength(all.length)
    expect(found('', id => (id === 'dark' ? 3 : 0))[0]).toBe('dark')
  })

  test('U4: of names that fit alike, the one in use stands first; a better fit is not overtaken', () => {
    expect(found('o', id => (id === 'orders' ? 2 : 0))[0]).toBe('orders')
    expect(found('overview', id => (id === 'orders' ? 50 : 0))[0]).toBe('overview')
  })
})

describe('how much a command is used', () => {
  const day = 24 * 3600 * 1000

  test('U4: a use counts half after two weeks, so that recent uses outweigh as many old ones', () => {
    const used = withUse({}, 'a', 0)
    expect(weightOf(used['a'], 0)).toBe(1)
    expect(weightOf(used['a'], 14 * day)).toBeCloseTo(0.5)
    const both = withUse(withUse(withUse(used, 'a', 0), 'b', 60 * day), 'b', 60 * day)
    expect(weightOf(both['b'], 60 * day)).toBeGreaterThan(weightOf(both['a'], 60 * day))
  })

  test('U4: what cannot be read is forgotten, and no more than 300 are kept', () => {
    expect(usedOf('x')).toEqual({})
    expect(usedOf({ a: { weight: 1, atMs: 0 }, b: 3, c: { weight: '1' } })).toEqual({
      a: { weight: 1, atMs: 0 },
    })
    let used = {}
    for (let i = 0; i < 320; i++) used = withUse(used, `command ${i}`, i)
    expect(Object.keys(used)).toHaveLength(300)
    expect(used).toHaveProperty('command 319')
  })
})
