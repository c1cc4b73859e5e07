import fc from 'fast-check'
import { expect, test } from 'vitest'

import { authorisePayment } from '../../../core/ledger/authorisePayment.ts'
import { capturePayment } from '../../../core/ledger/capturePayment.ts'
import { completeRefund } from '../../../core/ledger/completeRefund.ts'
import { correct } from '../../../core/ledger/correct.ts'
import { ledgerProblems, problemsAfter } from '../../../core/ledger/ledgerProblems.ts'
import type { Transfer } from '../../../core/ledger/transfer.ts'
import { asked, gbp, head, paid, posted } from './sampleLedger.ts'

/** The rules that break, with the transfer that breaks each. */
const broken = (transfers: readonly Transfer[]) =>
  ledgerProblems(transfers).map(({ rule, transferId }) => `${rule} ${transferId}`)

/** The same transfer with a name and a command of its own. */
const copy = (transfer: Transfer, change: Partial<Transfer> = {}): Transfer => ({
  ...transfer,
  id: `copy of ${transfer.id}`,
  commandId: `copy of ${transfer.commandId}`,
  ...change,
})

function full(): Transfer[] {
  const history = asked()
  const came = { ...head('came'), requestId: 'ask', net: gbp(4000), tax: gbp(800), into: 'cash' } as const
  history.push(posted(completeRefund(history, { ...came, evidence: 'mail' })))
  return history
}

function captured(): Transfer[] {
  const hold = posted(authorisePayment([], { ...head('hold'), amount: gbp(8400) }))
  const capture = { ...head('capture'), authorisationId: 'hold', tax: gbp(1400), coupon: gbp(0) }
  return [hold, posted(capturePayment([hold], capture))]
}

test('L9: sound ledgers of any number of orders have no problems', () => {
  const other = captured().map(transfer => copy(transfer, { orderId: 'order-2', id: transfer.id }))
  expect(ledgerProblems([])).toEqual([])
  expect(ledgerProblems([...full().slice(0, 2), ...other, ...full().slice(2)])).toEqual([])
})

test('L1: an amount that was edited is found where it is', () => {
  const history = full()
  const [first, ...rest] = history[1]!.lines
  history[1] = { ...history[1]!, lines: [{ ...first!, minor: first!.minor + 1 }, ...rest] }
  expect(ledgerProblems(history)).toEqual([
    {
      rule: 'L1',
      orderId: 'order-1',
      transferId: 'deliver',
      message: 'Expected lines that sum to zero, got a sum of 1 minor units.',
    },
  ])
})

test('L1: lines that are missing, broken or twice on one account are found and nothing is thrown', () => {
  const [pay] = paid()
  const lines = (...lines: Transfer['lines']) => broken([{ ...pay!, lines }])
  expect(lines()).toEqual(['L1 pay'])
  expect(lines({ account: 'cash', minor: 0.5 }, { account: 'coupon', minor: -0.5 })).toContain('L1 pay')
  expect(lines({ account: 'cash', minor: 2 ** 60 }, { account: 'coupon', minor: -(2 ** 60) })).toContain(
    'L1 pay',
  )
  expect(lines({ account: 'cash', minor: Number.NaN })).toContain('L1 pay')
  expect(lines({ account: 'cash', minor: 5 }, { account: 'cash', minor: -5 })).toContain('L1 pay')
})

test('L2: a command that posted twice is found, whether it posted the same or not', () => {
  const history = full()
  const [, deliver] = history
  const twice = copy(deliver!, { commandId: deliver!.commandId })
  expect(broken([...history, twice])).toEqual(['L2 copy of deliver'])
  expect(broken([...history, { ...twice, orderId: 'order-2' }])).toContain('L2 copy of deliver')
})

test('L3: an id that names two transfers is found', () => {
  const [pay] = paid()
  expect(broken([pay!, { ...pay!, commandId: 'b', orderId: 'order-2' }])).toEqual(['L3 pay'])
})

test('L3: a correction that reverses nothing, twice, or something else is found', () => {
  const history = asked()
  const fix = posted(correct(history, { ...head('fix'), correctsId: 'ask' }))
  expect(broken([...history, fix])).toEqual([])
  expect(broken([...history, fix, copy(fix)])).toContain('L3 copy of fix')
  expect(broken([...history, { ...fix, correctsId: 'gone' }])).toContain('L3 fix')
  expect(broken([...history, { ...fix, correctsId: null }])).toContain('L3 fix')
  expect(broken([...history, fix, copy(fix, { correctsId: 'fix' })])).toContain('L3 copy of fix')
  expect(broken([...history, { ...fix, lines: fix.lines.toReversed() }])).toEqual([])
  expect(
    broken([...history, { ...fix, lines: fix.lines.map(line => ({ ...line, minor: -line.minor })) }]),
  ).toContain('L3 fix')
  expect(broken([...history.slice(0, 2), copy(history[1]!, { correctsId: 'pay' })])).toContain(
    'L3 copy of deliver',
  )
})

test('L4: a pending transfer that was posted twice, or never made, is found', () => {
  const [hold, capture] = captured()
  expect(broken([hold!, capture!])).toEqual([])
  expect(broken([hold!, capture!, copy(capture!)])).toContain('L4 copy of capture')
  expect(broken([capture!])).toContain('L4 capture')
  expect(broken([hold!, { ...capture!, endsId: null }])).toContain('L4 capture')
  expect(broken([...asked(), copy(capture!, { endsId: 'ask' })])).toContain('L4 copy of capture')
  expect(broken([...paid(), { ...asked()[1]!, endsId: 'pay' }])).toEqual(['L4 deliver'])
  expect(broken([...full(), copy(full()[3]!)])).toContain('L4 copy of came')
})

test('L5: an order with two currencies is found', () => {
  const history = full()
  expect(broken([...history, copy(history[1]!, { currency: 'IDR' })])).toEqual(['L5 copy of deliver'])
})

test('L7: a capture that leaves money in clearing is found', () => {
  const [hold, capture] = captured()
  const less = capture!.lines.map(({ account, minor }) => ({ account, minor: Math.trunc(minor / 2) }))
  expect(ledgerProblems([hold!, { ...capture!, lines: less }])).toEqual([
    {
      rule: 'L7',
      orderId: 'order-1',
      transferId: 'capture',
      message: 'Expected 8400 minor units taken out of clearing, got 4200.',
    },
  ])
})

test('L8: a refund above what was captured is found at the transfer that goes beyond it', () => {
  const history = full()
  const more = copy(history[2]!)
  expect(broken([...history, more])).toEqual(['L8 copy of ask', 'L8 copy of ask', 'L8 copy of ask'])
  const later = copy(history[1]!, { id: 'later', commandId: 'later', day: '2026-12-09' })
  expect(broken([...history, more, later])).not.toContain('L8 later')
})

test('Q4: a second payment and a delivery without one are found', () => {
  const [pay] = paid()
  expect(broken([pay!, copy(pay!)])).toEqual(['Q4 copy of pay'])
  expect(broken([asked()[1]!])).toEqual(['Q4 deliver'])
})

test('A19: a day below zero is found', () => {
  const history = asked()
  const less = history[1]!.lines.map(({ account, minor }) => ({ account, minor: -minor - Math.sign(minor) }))
  expect(broken([...history, copy(history[1]!, { kind: 'restate', lines: less })])).toEqual([
    'A19 copy of deliver',
  ])
})

test('L9: transfers that come after others are judged as they are in the whole ledger', () => {
  const sound = full()
  const [pay, , ask] = sound
  const edited = { ...pay!, id: 'edited', lines: [{ ...pay!.lines[0]!, minor: -1 }, ...pay!.lines.slice(1)] }
  const all = [...sound, edited, copy(pay!), copy(ask!), { ...copy(sound.at(-1)!), endsId: 'nothing' }, pay!]
  fc.assert(
    fc.property(fc.shuffledSubarray(all), fc.nat(all.length), (ledger, cut) => {
      const [history, after] = [ledger.slice(0, cut), ledger.slice(cut)]
      const isAfter = (id: string) => after.some(transfer => transfer.id === id)
      fc.pre(!history.some(({ id }) => isAfter(id)))
      expect(problemsAfter(history, after)).toEqual(
        ledgerProblems(ledger).filter(({ transferId }) => isAfter(transferId)),
      )
    }),
  )
})

test('L1: the last unit of sums beyond what a double holds is not lost', () => {
  const most = Number.MAX_SAFE_INTEGER
  const lines = [
    { account: 'cash', minor: most },
    { account: 'coupon', minor: most },
    { account: 'tax_input', minor: -most },
    { account: 'write_off', minor: 2 - most },
  ] as const
  expect(ledgerProblems([{ ...paid()[0]!, lines }])).toContainEqual(
    expect.objectContaining({
      rule: 'L1',
      message: 'Expected lines that sum to zero, got a sum of 2 minor units.',
    }),
  )
})
