import fc from 'fast-check'
import { expect, test } from 'vitest'

import { everyOrder } from '../../core/contract/orderList.ts'
import { bulkFieldsOf } from '../../core/order/bulkChange.ts'
import { archiveRecords } from '../../db/archive.ts'
import { editBulk, previewBulk, undoBulk } from '../../db/bulkEdit.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { logOf } from '../../db/logOf.ts'
import { createOrderIndex } from '../../db/orderIndex.ts'
import { findOrder } from '../../db/orders.ts'
import { payOrder } from '../../db/payOrder.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { orderDraft, payCommand } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

/** Three drafts, of which one is paid, and one that is archived. */
function fourOrders() {
  const workspace = openForTest(temporaryFolder())
  const { writer, reader } = workspace
  const first = saveSampleOrder(writer)
  const again = () =>
    valueOf(saveDraft(writer, { id: null, draft: orderDraft(first.videoId, first.productId) }))
  const orders = [first, again(), again(), again()] as const
  const [, , paid, archived] = orders
  valueOf(payOrder(writer, payCommand(paid, 'pay-1')))
  valueOf(archiveRecords(writer, { kind: 'order', ids: [archived.id], archived: true }))
  const ids = orders.map(({ id }) => id)
  const fields = (id: string) => {
    const order = findOrder(reader, id)
    if (order === undefined) throw new Error(`no order ${id}`)
    return bulkFieldsOf(order.draft)
  }
  return { ...workspace, ids, fields }
}

test('U15: a preview says what would change and why others stay, and changes nothing', () => {
  const { reader, ids, fields } = fourOrders()
  const before = ids.map(fields)
  const preview = valueOf(previewBulk(reader, ids, { budgetFactor: 1.1, shiftDays: -1 }))
  expect(preview).toMatchObject({ changed: 2, unchanged: 0 })
  expect(preview.refused.map(({ why, count }) => [why, count])).toEqual([
    ['in_review', 1],
    ['archived', 1],
  ])
  expect(preview.sample[0]).toMatchObject({
    before: { budgetMinor: 7000, startsAt: '2026-12-01T09:00' },
    after: { budgetMinor: 7700, startsAt: '2026-11-30T09:00' },
  })
  expect(ids.map(fields)).toEqual(before)
  expect(valueOf(previewBulk(reader, ids, { durationDays: 7 }))).toMatchObject({ changed: 0, unchanged: 2 })
})

test('U15: a change of many orders is one step, told for each, done once, and undone as a whole', () => {
  const { writer, reader, ids, fields, dataDir } = fourOrders()
  const before = ids.map(fields)
  const command = {
    commandId: 'b1',
    ids,
    change: { durationDays: 3, audience: { kind: 'automatic' } },
  } as const
  expect(valueOf(editBulk(writer, command))).toEqual({ commandId: 'b1', changed: 2, refused: 2 })
  expect(ids.map(id => fields(id).durationDays)).toEqual([3, 3, 7, 7])
  expect(valueOf(editBulk(writer, command))).toEqual({ commandId: 'b1', changed: 2, refused: 2 })
  expect(
    logOf(reader, { kind: 'order', id: ids[0] ?? '' }).filter(({ what }) => what === 'bulkEdit'),
  ).toHaveLength(1)
  expect(valueOf(undoBulk(writer, 'b1'))).toEqual({ commandId: 'b1', changed: 2, refused: 0 })
  expect(ids.map(fields)).toEqual(before)
  expect(valueOf(undoBulk(writer, 'b1'))).toEqual({ commandId: 'b1', changed: 0, refused: 0 })
  expect(failureOf(undoBulk(writer, 'b2')).code).toBe('not_found')
  expect(valueOf(checkWorkspace(dataDir)).ok).toBe(true)
})

test('U15: undo leaves alone what was edited or paid since', () => {
  const { writer, reader, ids, fields } = fourOrders()
  valueOf(editBulk(writer, { commandId: 'b1', ids, change: { targetLinkClicks: 500 } }))
  const [edited = '', paid = ''] = ids
  const draft = findOrder(reader, edited)?.draft
  if (draft === undefined) throw new Error('no draft')
  valueOf(saveDraft(writer, { id: edited, draft: { ...draft, targetLinkClicks: 300 } }))
  const row = findOrder(reader, paid)?.row
  if (row === undefined) throw new Error('no row')
  valueOf(payOrder(writer, payCommand(row, 'pay-2')))
  expect(valueOf(undoBulk(writer, 'b1'))).toEqual({ commandId: 'b1', changed: 0, refused: 2 })
  expect([edited, paid].map(id => fields(id).targetLinkClicks)).toEqual([300, 500])
})

test('U15: a change that cannot be is refused with its place, and nothing is changed', () => {
  const { writer, ids, fields } = fourOrders()
  const before = ids.map(fields)
  const refused = (change: Parameters<typeof editBulk>[1]['change'], some: readonly string[] = ids) =>
    failureOf(editBulk(writer, { commandId: 'b1', ids: some, change })).problems?.[0]?.path
  expect(refused({})).toBe('change')
  expect(refused({ startsAt: '2026-02-30T09:00' })).toBe('change.startsAt')
  expect(refused({ startsAt: '9999-12-31T09:00', shiftDays: 2 })).toBe('change.shiftDays')
  expect(
    refused(
      { durationDays: 2 },
      Array.from({ length: 10_001 }, (_, i) => String(i)),
    ),
  ).toBe('selection')
  expect(
    failureOf(editBulk(writer, { commandId: 'b1', ids: [...ids, 'none'], change: { durationDays: 2 } })).code,
  ).toBe('not_found')
  expect(ids.map(fields)).toEqual(before)
})

test('U33: what is kept in memory follows every command, as if it were read anew', () => {
  const { writer, reader, ids } = fourOrders()
  const index = createOrderIndex(reader)
  const look = (kept: ReturnType<typeof createOrderIndex>) =>
    kept.list({ view: everyOrder, from: 0, count: 100 })
  const commands = [
    () => editBulk(writer, { commandId: crypto.randomUUID(), ids, change: { budgetFactor: 1.01 } }),
    () => archiveRecords(writer, { kind: 'order', ids: ids.slice(0, 1), archived: true }),
    () => archiveRecords(writer, { kind: 'order', ids: ids.slice(0, 1), archived: false }),
    () => saveSampleOrder(writer, `@s${crypto.randomUUID().slice(0, 8)}`),
  ]
  look(index)
  fc.assert(
    fc.property(fc.array(fc.nat(commands.length - 1), { minLength: 1, maxLength: 6 }), steps => {
      for (const step of steps) commands[step]?.()
      expect(look(index)).toEqual(look(createOrderIndex(reader)))
    }),
    { numRuns: 30 },
  )
})
