import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Logged } from '../../../core/contract/orderLife.ts'
import { editsOf } from '../../../renderer/parts/editsOf.ts'

const save = (seq: number, fields: unknown, what = 'save'): Logged => ({
  seq,
  at: 1000 + seq,
  who: 'dewi',
  what,
  payload: { fields },
})

test('L24: an edit tells what each field was before and after, and the first save is the record’s beginning', () => {
  const edits = editsOf([
    save(0, { name: 'Ayu', barred: null }),
    save(1, { name: 'Ayu', barred: null }),
    save(2, { name: 'Ayu M', barred: false }),
    save(3, { name: 'x' }, 'payOrder'),
  ])
  expect(edits).toEqual([
    { seq: 0, at: 1000, who: 'dewi', isFirst: true, changes: [] },
    {
      seq: 2,
      at: 1002,
      who: 'dewi',
      isFirst: false,
      changes: [
        { field: 'name', before: 'Ayu', after: 'Ayu M' },
        { field: 'barred', before: null, after: false },
      ],
    },
  ])
})

test('L24: whatever a payload is, the history is read; applying its changes gives the last fields', () => {
  const fields = fc.record({ a: fc.integer(), b: fc.option(fc.string()), c: fc.boolean() })
  fc.assert(
    fc.property(fc.array(fields, { minLength: 1, maxLength: 12 }), saves => {
      const edits = editsOf(saves.map((each, i) => save(i, each)))
      const state: Record<string, unknown> = { ...saves[0] }
      for (const { changes } of edits)
        for (const { field, before, after } of changes) {
          expect(state[field]).toEqual(before)
          state[field] = after
        }
      expect(state).toEqual(saves.at(-1))
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.anything(), { maxLength: 6 }), payloads => {
      const log = payloads.map((payload, seq): Logged => ({ seq, at: 1, who: 'x', what: 'save', payload }))
      expect(editsOf(log).length).toBeLessThanOrEqual(log.length)
    }),
  )
})
