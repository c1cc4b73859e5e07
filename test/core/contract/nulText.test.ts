import { expect, test } from 'vitest'

import { nulText } from '../../../core/contract/nulText.ts'

test('K24: a NUL is found in any text and any name of a request, with its place', () => {
  expect(nulText({ a: 1, b: ['x', { c: null }], d: 'y' })).toBeUndefined()
  expect(nulText('\0')?.path).toBe('')
  expect(nulText({ a: { b: ['x', 'y\0z'] } })?.path).toBe('a.b[1]')
  expect(nulText({ a: { 'b\0': 1 } })?.path).toBe('a.b\0')
})
