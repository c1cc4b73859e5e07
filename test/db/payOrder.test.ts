import fc from 'fast-check'
import { expect, test } from 'vitest'

import { checkRecords } from '../../db/checkRecords.ts'
import type { Reader, Writer } from '../../db/connection.ts'
import { findOrder, findOrderRow } from '../../db/orders.ts'
import { payOrder } from '../../db/payOrder.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { forecast, payCommand } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

test('L2: the same command again answers with the paid order and changes nothing', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const command = payCommand(saveSampleOrder(writer), 'command-1')
  const first = valueOf(payOrder(writer, command))
  valueOf(recordTransition(writer, { orderId: command.orderId, to: 'active', what: 'Approved' }))
  const before = findOrder(reader, command.orderId)
  expect(valueOf(payOrder(writer, command))).toEqual(before)
  expect(findOrder(reader, command.orderId)).toEqual(before)
  expect(before?.payment).toEqual(first.payment)
})

test('L2: a command id that paid something else, and a second payment, are conflicts', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const command = payCommand(saveSampleOrder(writer), 'command-1')
  const other = payCommand(saveSampleOrder(writer, '@other'), 'command-1')
  const paid = valueOf(payOrder(writer, command))
  for (const wrong of [other, { ...command, reference: 'REF 2' }, { ...command, method: 'wallet' } as const])
    expect(failureOf(payOrder(writer, wrong)).message).toContain('command-1 has paid something else')
  const twice = failureOf(payOrder(writer, { ...command, commandId: 'command-2' }))
  expect(twice).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('got one in state in_review'),
  })
  expect(findOrder(reader, command.orderId)).toEqual(paid)
  expect(findOrder(reader, other.orderId)?.row.state).toBe('draft')
})

test('C5: an order edited after its forecast was made is not paid, even within the same millisecond', () => {
  const { reader, writer } = openForTest(temporaryFolder(), { now: () => 1_795_392_000_000 })
  const row = saveSampleOrder(writer)
  const { draft } = findOrder(reader, row.id)!
  const edited = valueOf(saveDraft(writer, { id: row.id, draft: { ...draft, durationDays: 5 } }))
  expect(edited.updatedAt).toBe(row.updatedAt + 1)
  const stale = failureOf(payOrder(writer, payCommand(row, 'command-1')))
  expect(stale).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('edited after this forecast'),
  })
  expect(valueOf(payOrder(writer, payCommand(edited, 'command-1'))).row.state).toBe('in_review')
})

test('Q5: nothing is paid for no budget, no days, another currency or an order that is not there', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const row = saveSampleOrder(writer)
  const { draft } = findOrder(reader, row.id)!
  const pay = (change: Partial<typeof draft>) => {
    const saved = valueOf(saveDraft(writer, { id: row.id, draft: { ...draft, ...change } }))
    return payOrder(writer, payCommand(saved, 'command-1'))
  }
  expect(failureOf(pay({ budgetMinor: 0 })).code).toBe('refused')
  expect(failureOf(pay({ budgetMinor: -500 })).code).toBe('refused')
  expect(failureOf(pay({ durationDays: 0 })).code).toBe('refused')
  const command = payCommand(valueOf(saveDraft(writer, { id: row.id, draft })), 'command-1')
  const rupiah = { ...command, forecast: { ...forecast, currency: 'IDR' } } as const
  expect(failureOf(payOrder(writer, rupiah)).code).toBe('refused')
  expect(failureOf(payOrder(writer, { ...command, orderId: 'none' })).code).toBe('not_found')
  expect(findOrder(reader, row.id)).toMatchObject({ row: { state: 'draft' }, payment: null, forecast: null })
})

const order = fc.integer({ min: 0, max: 1 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), order, command: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('edit' as const), order, budgetMinor: fc.integer({ min: 1, max: 90_000 }) }),
  fc.record({
    kind: fc.constant('move' as const),
    order,
    to: fc.constantFrom('awaiting_payment', 'payment_failed', 'draft', 'rejected', 'active', 'completed'),
  }),
)

test('L2, L9: in any sequence of edits, payments and retries, a retry changes nothing and every order stays whole', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  let run = 0
  let payments = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
      run += 1
      const ids = [0, 1].map(index => saveSampleOrder(writer, `@run${run}.${index}`).id)
      for (const each of steps) {
        const id = ids[each.order]!
        if (each.kind === 'pay')
          payments += payTwice(reader, writer, { id, commandId: `${run}-${each.command}` })
        else if (each.kind === 'edit') {
          const draft = { ...findOrder(reader, id)!.draft, budgetMinor: each.budgetMinor }
          saveDraft(writer, { id, draft })
        } else recordTransition(writer, { orderId: id, to: each.to, what: 'Next' } as const)
      }
      expect(checkRecords(reader).flatMap(check => check.problems)).toEqual([])
    }),
    { numRuns: 40 },
  )
  expect(payments).toBeGreaterThan(20)
})

/** Pays and asks again: success answers the same twice, failure leaves the order as it was. Answers with how many paid. */
function payTwice(
  reader: Reader,
  writer: Writer,
  pay: { readonly id: string; readonly commandId: string },
): number {
  const before = findOrder(reader, pay.id)
  const command = payCommand(findOrderRow(reader, pay.id)!, pay.commandId)
  const first = payOrder(writer, command)
  const after = findOrder(reader, pay.id)
  expect(first.ok ? first.value : before).toEqual(after)
  expect(payOrder(writer, command)).toEqual(first)
  expect(findOrder(reader, pay.id)).toEqual(after)
  expect(after?.forecast ?? null).toEqual(first.ok ? forecast : (before?.forecast ?? null))
  return first.ok && before?.payment === null ? 1 : 0
}
