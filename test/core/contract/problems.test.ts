import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'

import { orderDraft } from '../../../core/contract/orders.ts'
import { parseJson } from '../../../core/contract/parseJson.ts'
import { nearestName, problemsOf, shown } from '../../../core/contract/problems.ts'

const shape = v.variant('kind', [
  v.strictObject({ kind: v.literal('circle'), radius: v.number() }),
  v.strictObject({
    kind: v.literal('polygon'),
    corners: v.array(v.strictObject({ x: v.number(), y: v.number() })),
  }),
])
const schema = v.strictObject({
  name: v.string('a name'),
  colour: v.optional(v.picklist(['red', 'green'])),
  shape,
  size: v.pipe(v.number('a size'), v.integer('a size'), v.minValue(1, 'a size')),
})
const right = { name: 'x', shape: { kind: 'circle', radius: 1 }, size: 3 }

function problems(value: unknown) {
  const parsed = v.safeParse(schema, value)
  return problemsOf(schema, parsed.issues ?? [])
}

describe('problems of an input', () => {
  test('U11: each says where, what was expected in plain words and what came', () => {
    expect(problems(right)).toEqual([])
    expect(problems({ ...right, name: 7, colour: 'blue', shape: [] })).toEqual([
      { path: 'name', expected: 'a name', received: '7' },
      { path: 'colour', expected: 'one of red, green', received: '"blue"' },
      { path: 'shape.kind', expected: 'one of circle, polygon', received: 'nothing' },
    ])
  })

  test('U11: a missing field says what belongs there', () => {
    expect(problems({})).toEqual([
      { path: 'name', expected: 'a name', received: 'nothing' },
      { path: 'shape', expected: 'an object', received: 'nothing' },
      { path: 'size', expected: 'a size', received: 'nothing' },
    ])
  })

  test('U11: places in lists are numbered', () => {
    const corners = [{ x: 1, y: 2 }, { x: 1 }]
    expect(problems({ ...right, shape: { kind: 'polygon', corners } })).toEqual([
      { path: 'shape.corners[1].y', expected: 'a number', received: 'nothing' },
    ])
  })

  test('U11: every unknown field is told, against the fields of the chosen kind', () => {
    expect(problems({ ...right, shape: { ...right.shape, corners: [], raduis: 2 } })).toEqual([
      { path: 'shape.corners', expected: 'one of kind, radius', received: 'an unknown field' },
      {
        path: 'shape.raduis',
        expected: 'a known field',
        received: 'an unknown field',
        hint: 'did you mean radius?',
      },
    ])
    const corners = [{ x: 1, y: 2, zzzzzz: 3 }]
    expect(problems({ ...right, shape: { kind: 'polygon', corners } })).toEqual([
      { path: 'shape.corners[0].zzzzzz', expected: 'one of x, y', received: 'an unknown field' },
    ])
  })

  test('U11: a value that breaks two checks of one meaning is told once', () => {
    expect(problems({ ...right, size: 0.5 })).toEqual([{ path: 'size', expected: 'a size', received: '0.5' }])
  })

  test('U11: a field named like a part of every object is an unknown field like any other', () => {
    const value = JSON.parse(
      '{ "name": "x", "shape": { "kind": "circle", "radius": 1 }, "size": 3, "__proto__": {} }',
    )
    expect(problems(value)).toMatchObject([{ path: '__proto__', received: 'an unknown field' }])
  })

  test('U11: no input is refused without a problem', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const parsed = v.safeParse(orderDraft, value)
        expect(problemsOf(orderDraft, parsed.issues ?? []).length > 0).toBe(!parsed.success)
      }),
    )
  })
})

test('U11: the nearest name is found whatever the case, and none where nothing is near', () => {
  const known = ['durationDays', 'startsAt', 'hours']
  expect(nearestName('DURATION_DAYS', known)).toBe('durationDays')
  expect(nearestName('hour', known)).toBe('hours')
  expect(nearestName('xyzzy', known)).toBeUndefined()
})

test('U11: values are shown as they were written, in one line of at most 80 characters', () => {
  expect(shown('a "b"')).toBe('"a \\"b\\""')
  expect(shown({ a: [1] })).toBe('{"a":[1]}')
  expect([shown(undefined), shown(Infinity), shown(null)]).toEqual(['undefined', 'Infinity', 'null'])
  expect(shown('x'.repeat(200))).toHaveLength(78)
})

test('U11: what a JSON text breaks on is told in one line', () => {
  expect(parseJson('[1, 2]')).toEqual({ ok: true, value: [1, 2] })
  for (const text of ['[1,\n2', '{"a":\n\tnope}', '\u0000\u0007', '[']) {
    const parsed = parseJson(text)
    expect(parsed).toMatchObject({ ok: false, problem: { path: '', expected: 'a JSON document' } })
    expect(JSON.stringify(parsed)).not.toMatch(/\\[nt]|\\u00/)
  }
})
