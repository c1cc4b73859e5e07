import { expect, onTestFinished, test } from 'vitest'

import type { TestBackend } from './testBackend.ts'
import { openBackend, withDraft } from './testBackend.ts'

async function openWithPaid() {
  const open = await openBackend()
  onTestFinished(() => open.close())
  const { draft, order } = await withDraft(open)
  const { digest } = await open.forecast(draft, 60)
  const paid = await open.get('payOrder', {
    id: order.id,
    commandId: 'pay-1',
    method: 'card',
    reference: 'R-1',
    seed: 1,
    replicates: 60,
    digest,
  })
  return { open, id: order.id, paid, draft }
}

const move = (
  open: TestBackend,
  id: string,
  to: 'scheduled' | 'active' | 'completed' | 'cancelled' | 'paused',
) => open.ask('moveOrder', { id, to, what: `Now ${to}` })

test('S1-S12: a paid order is taken through its life, and a step that is not allowed names those that are', async () => {
  const { open, id } = await openWithPaid()
  expect(await move(open, id, 'completed')).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('rejected, scheduled, active') },
  })
  expect(await move(open, id, 'scheduled')).toMatchObject({
    ok: true,
    value: { row: { state: 'scheduled' } },
  })
  expect(await move(open, id, 'active')).toMatchObject({ ok: true })
  const { events } = await open.get('getOrder', { id })
  expect(events.map(({ to }) => to)).toEqual([
    'draft',
    'awaiting_payment',
    'in_review',
    'scheduled',
    'active',
  ])
  expect(events.at(-1)).toMatchObject({ from: 'scheduled', what: 'Now active', who: 'user' })
})

test('A19: days are typed, restated and filled by a simulation that says so; the ledger follows', async () => {
  const { open, id, draft } = await openWithPaid()
  await move(open, id, 'active')
  const day = {
    date: draft.startsAt.slice(0, 10),
    impressions: 1200,
    reach: 1100,
    linkClicks: 19,
    pageViews: null,
    conversions: 2,
    spendMinor: 950,
    revenueMinor: null,
    source: 'typed' as const,
  }
  await open.get('recordDeliveries', { id, days: [day] })
  await open.get('recordDeliveries', { id, days: [{ ...day, spendMinor: 900 }] })
  const filled = await open.get('simulateDelivery', { id, seed: 5 })
  expect(filled.deliveries).toHaveLength(draft.durationDays)
  expect(filled.deliveries.map(({ source }) => source)).toEqual([
    'typed',
    ...Array.from({ length: draft.durationDays - 1 }, () => 'simulated'),
  ])
  const reports = await open.get('listReports', { id })
  expect(
    reports.filter(({ date }) => date === day.date).map(({ version, spendMinor }) => [version, spendMinor]),
  ).toEqual([
    [1, 950],
    [2, 900],
  ])
  const { book, transfers } = await open.get('getOrderMoney', { id })
  expect(book.delivered).toBe(filled.row.spentMinor)
  expect(book.delivered + book.prepaid).toBe(draft.budgetMinor)
  expect(transfers[0]).toMatchObject({ kind: 'pay', evidence: 'R-1' })
  expect(await open.ask('simulateDelivery', { id, seed: 6 })).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('days without a report') },
  })
})

test('L2, L8: a refund is asked for once, and answered with what came back', async () => {
  const { open, id } = await openWithPaid()
  await move(open, id, 'active')
  await move(open, id, 'cancelled')
  const ask = { id, commandId: 'r-1', what: 'Unspent budget', netMinor: 3000, taxMinor: 0 }
  expect(await open.ask('askRefund', { ...ask, commandId: 'r-0', netMinor: 9_999_999 })).toMatchObject({
    ok: false,
  })
  await open.get('askRefund', ask)
  await open.get('askRefund', ask)
  const answered = await open.get('answerRefund', {
    id,
    commandId: 'r-2',
    what: 'Back on the card',
    outcome: 'completed',
    netMinor: 2500,
    taxMinor: 0,
    into: 'cash',
    evidence: 'Statement 7',
  })
  expect(answered.row.state).toBe('refunded')
  const { book, transfers } = await open.get('getOrderMoney', { id })
  expect(book).toMatchObject({ refunded: 2500, refundPending: 0 })
  expect(transfers.map(({ kind }) => kind)).toEqual(['pay', 'refund_request', 'refund_complete'])
})

test('L24: the log tells of every change of a record, with what it was', async () => {
  const { open, id } = await openWithPaid()
  const log = await open.get('listLog', { kind: 'order', id })
  expect(log.map(({ what }) => what)).toEqual(['save', 'payOrder'])
  expect(log[0]?.payload).toMatchObject({ fields: { budgetMinor: 7000 } })
  const creators = await open.get('listCreators', {})
  const saved = await open.get('listLog', { kind: 'creator', id: creators[0]?.id ?? '' })
  expect(saved).toHaveLength(1)
})
