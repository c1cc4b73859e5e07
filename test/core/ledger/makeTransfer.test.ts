import fc from 'fast-check'
import { expect, test } from 'vitest'

import { accounts } from '../../../core/ledger/account.ts'
import { makeTransfer, type TransferDraft } from '../../../core/ledger/makeTransfer.ts'
import { gbp, head, idr } from './sampleLedger.ts'

const links = { endsId: null, correctsId: null, day: null }
const sound: TransferDraft = {
  ...head('one'),
  ...links,
  currency: 'GBP',
  kind: 'pay',
  lines: [
    { account: 'cash', amount: gbp(-500) },
    { account: 'promotion_prepaid', amount: gbp(500) },
  ],
}

function problemsOf(change: Partial<TransferDraft>): string[] {
  const made = makeTransfer({ ...sound, ...change })
  if (made.ok) return []
  expect(made.failure.code).toBe('bad_input')
  return (made.failure.problems ?? []).map(
    ({ path, expected, received }) => `${path}: ${expected}, not ${received}`,
  )
}

test('L1: a transfer whose lines sum to zero is made as it was drafted', () => {
  expect(makeTransfer(sound)).toEqual({
    ok: true,
    value: {
      ...head('one'),
      ...links,
      currency: 'GBP',
      kind: 'pay',
      lines: [
        { account: 'cash', minor: -500 },
        { account: 'promotion_prepaid', minor: 500 },
      ],
    },
  })
})

test('L1: lines that are missing, of zero, not balanced or twice on one account are refused', () => {
  const [cash, prepaid] = sound.lines
  expect(problemsOf({ lines: [] })).toEqual(['lines: lines that sum to zero, not no lines'])
  expect(problemsOf({ lines: [cash!] })).toEqual([
    'lines: lines that sum to zero, not a sum of -500 minor units',
  ])
  expect(problemsOf({ lines: [cash!, prepaid!, { account: 'coupon', amount: gbp(0) }] })).toEqual([
    'lines[2]: an amount other than zero, not 0',
  ])
  expect(
    problemsOf({ lines: [{ account: 'cash', amount: gbp(-1) }, cash!, { ...prepaid!, amount: gbp(501) }] }),
  ).toEqual(['lines[1]: each account once, not cash again'])
})

test('L1: a sum that doubles would round to zero is refused', () => {
  const most = Number.MAX_SAFE_INTEGER
  const lines = [
    { account: 'cash', amount: gbp(most) },
    { account: 'coupon', amount: gbp(most) },
    { account: 'tax_input', amount: gbp(1) },
    { account: 'write_off', amount: gbp(-most) },
    { account: 'promotion_spent', amount: gbp(-most) },
  ] as const
  expect(problemsOf({ lines })).toEqual(['lines: lines that sum to zero, not a sum of 1 minor units'])
})

test('L5: lines of another currency or of broken units are refused, all at once', () => {
  const lines = [
    { account: 'cash', amount: idr(-500) },
    { account: 'promotion_prepaid', amount: { currency: 'GBP', minor: 0.5 } },
    { account: 'coupon', amount: { currency: 'GBP', minor: Number.NaN } },
  ] as const
  expect(problemsOf({ lines })).toEqual([
    'lines[0]: an amount in GBP, not one in IDR',
    'lines[1]: a whole number of minor units, not 0.5',
    'lines[2]: a whole number of minor units, not NaN',
  ])
})

test('L6: who, why and the ids are never blank, and the time is whole', () => {
  expect(problemsOf({ who: ' ', why: '', evidence: ' ', at: 1.5 })).toEqual([
    'who: a text that is not blank, not " "',
    'why: a text that is not blank, not ""',
    'evidence: a text that is not blank, or null, not " "',
    'at: whole epoch milliseconds, not 1.5',
  ])
  expect(problemsOf({ id: '', commandId: '', orderId: '' })).toHaveLength(3)
})

test('L3, L4: a kind has the links that it needs and no others', () => {
  expect(problemsOf({ kind: 'capture' })).toEqual(['endsId: the id of what it ends, not nothing'])
  expect(problemsOf({ kind: 'correct' })).toEqual(['correctsId: the id of what it corrects, not nothing'])
  expect(problemsOf({ kind: 'restate' })).toEqual(['day: the day that it books, not nothing'])
  expect(problemsOf({ endsId: 'a', correctsId: 'b', day: '2026-12-01' })).toEqual([
    'endsId: nothing for the kind pay, not a',
    'correctsId: nothing for the kind pay, not b',
    'day: nothing for the kind pay, not 2026-12-01',
  ])
  expect(problemsOf({ kind: 'deliver', day: '2026-02-29' })).toEqual([
    'day: a date of the calendar, like 2026-12-01, not 2026-02-29',
  ])
})

test('L1: any lines are made exactly when they are not zero, of different accounts and sum to zero', () => {
  const line = fc.record({ account: fc.constantFrom(...accounts), minor: fc.integer({ min: -3, max: 3 }) })
  let made = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), lines => {
      const isSound =
        lines.length > 0 &&
        lines.every(({ minor }) => minor !== 0) &&
        new Set(lines.map(({ account }) => account)).size === lines.length &&
        lines.reduce((sum, { minor }) => sum + minor, 0) === 0
      const drafted = lines.map(({ account, minor }) => ({ account, amount: gbp(minor) }))
      expect(makeTransfer({ ...sound, lines: drafted }).ok).toBe(isSound)
      made += Number(isSound)
    }),
    { numRuns: 2000 },
  )
  expect(made).toBeGreaterThan(20)
})
