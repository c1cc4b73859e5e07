import { describe, expect, test } from 'vitest'

import { keyName, makeKeyReader, shownKeys } from '../../../renderer/commands/keyReader.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('names of keys', () => {
  test('U4: letters, signs with their Shift, and Ctrl or Cmd', () => {
    expect(keyName({ ...none, key: 'n' })).toBe('n')
    expect(keyName({ ...none, key: '?', shiftKey: true })).toBe('?')
    expect(keyName({ ...none, key: 'k', metaKey: true })).toBe('mod+k')
    expect(keyName({ ...none, key: 'K', ctrlKey: true })).toBe('mod+k')
    expect(keyName({ ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('mod+shift+z')
  })

  test('U4: keys of the page and the system are left alone', () => {
    expect(keyName({ ...none, key: 'Tab' })).toBeUndefined()
    expect(keyName({ ...none, key: ' ' })).toBeUndefined()
    expect(keyName({ ...none, key: 'N', shiftKey: true })).toBeUndefined()
    expect(keyName({ ...none, key: 'n', altKey: true })).toBeUndefined()
  })

  test('U4: each machine shows them as its keyboard has them', () => {
    expect(shownKeys('mod+k', 'MacIntel')).toEqual(['⌘K'])
    expect(shownKeys('mod+k', 'Linux x86_64')).toEqual(['Ctrl K'])
    expect(shownKeys('g o', 'Win32')).toEqual(['G', 'O'])
  })
})

describe('pairs of keys', () => {
  const known = ['n', 'g o', 'g c']

  test('U4: the second key completes the first, also one that means something alone', () => {
    const reader = makeKeyReader()
    expect(reader.read('g', known, 0)).toEqual({ kind: 'begun' })
    expect(reader.read('o', known, 500)).toEqual({ kind: 'whole', keys: 'g o' })
    expect(reader.read('n', known, 600)).toEqual({ kind: 'whole', keys: 'n' })
  })

  test('U4: a second key that comes late or fits nothing begins anew', () => {
    const reader = makeKeyReader()
    reader.read('g', known, 0)
    expect(reader.read('o', known, 5000)).toBeUndefined()
    reader.read('g', known, 6000)
    expect(reader.read('n', known, 6100)).toEqual({ kind: 'whole', keys: 'n' })
    reader.read('g', known, 7000)
    expect(reader.read('g', known, 7100)).toEqual({ kind: 'begun' })
    expect(reader.read('c', known, 7200)).toEqual({ kind: 'whole', keys: 'g c' })
  })
})
