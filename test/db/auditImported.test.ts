import { expect, test } from 'vitest'

import type { Finding } from '../../core/audit/finding.ts'
import { auditImported } from '../../db/auditImported.ts'
import { recordDeliveries } from '../../db/deliveries.ts'
import { payOrder } from '../../db/payOrder.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { importBatch } from '../../db/schema/importBatch.ts'
import { importDay } from '../../db/schema/importDay.ts'
import { payCommand } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

/** An order of £70 with one imported day, and what an audit says of it. */
function judged(format: string, spendMinor: number, period: { from: string | null; to: string | null }) {
  const { writer } = openForTest(temporaryFolder())
  const order = saveSampleOrder(writer)
  const orderId = order.id
  valueOf(payOrder(writer, payCommand(order, 'c')))
  for (const to of ['scheduled', 'active'] as const)
    valueOf(recordTransition(writer, { orderId, to, what: `Now ${to}` }))
  const day = {
    date: '2026-12-01',
    impressions: 1000,
    reach: null,
    linkClicks: 10,
    pageViews: null,
    conversions: null,
    spendMinor,
    revenueMinor: null,
    source: 'imported' as const,
  }
  valueOf(recordDeliveries(writer, { orderId, days: [day] }))
  const head = { name: 'a.csv', digest: 'a'.repeat(64), format, importedAt: 1, who: 'user' }
  const summary = {} as (typeof importBatch.$inferInsert)['summary']
  for (const [id, undoneAt] of [
    ['stands', null],
    ['undone', 2],
  ] as const) {
    writer.write
      .insert(importBatch)
      .values({ ...head, id, summary, undoneAt, undoneBy: undoneAt === null ? null : 'user' })
      .run()
    writer.write.insert(importDay).values({ batchId: id, orderId, date: day.date, versionAfter: 1 }).run()
  }
  const told: { rule: string; outcome: string; findings: readonly Finding[] }[] = []
  auditImported(writer, { ...period, orderId: null }, (rule, outcome, findings) =>
    told.push({ rule, outcome, findings }),
  )
  return { told, orderId }
}

const always = { from: null, to: null }

test('A1, A2, A4: an order whose days a platform reported is judged by its own budget, once', () => {
  for (const [format, rule] of [
    ['tiktokAds', 'A4'],
    ['metaAds', 'A2'],
    ['googleAds', 'A1'],
  ] as const) {
    expect(judged(format, 7000, always).told).toEqual([{ rule, outcome: 'pass', findings: [] }])
    const { told, orderId } = judged(format, 7001, always)
    expect(told).toMatchObject([
      {
        rule,
        outcome: 'found',
        findings: [
          { case: 'overDelivered', orderId, values: { spent: { minor: 7001 }, allowed: { minor: 7000 } } },
        ],
      },
    ])
  }
})

test('A1 to A4: of a file whose platform is not known nothing is said, nor of orders outside the period', () => {
  expect(judged('mapped', 9000, always).told).toEqual([])
  expect(judged('tiktokAds', 9000, { from: null, to: '2026-11-30' }).told).toEqual([])
})
