import { and, eq, isNull, max, min, sql, sum } from 'drizzle-orm'

import { findingOf } from '../core/audit/finding.ts'
import { ownBudget, platformRule } from '../core/audit/rules/platformRules.ts'
import { type AuditScope, runsIn } from './auditRecords.ts'
import type { Tell } from './auditWorkspace.ts'
import type { Reader } from './connection.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { importBatch } from './schema/importBatch.ts'
import { importDay } from './schema/importDay.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'

/** Orders whose days came from a platform's report, by their own budget (A1 to A4): what no order is known of stays unknown. */
export function auditImported(reader: Reader, { from, to, orderId }: AuditScope, tell: Tell): void {
  const days = reader.read
    .selectDistinct({ orderId: importDay.orderId, date: importDay.date, format: importBatch.format })
    .from(importDay)
    .innerJoin(importBatch, and(eq(importBatch.id, importDay.batchId), isNull(importBatch.undoneAt)))
    .as('imported')
  const orders = reader.read
    .select({
      orderId: promoteOrder.id,
      title: video.title,
      platform: days.format,
      currency: promoteOrder.currency,
      budgetMinor: promoteOrder.budgetMinor,
      spentMinor: sum(deliveryDay.spendMinor).mapWith(Number),
      first: sql<string>`${min(deliveryDay.date)}`,
      last: sql<string>`${max(deliveryDay.date)}`,
    })
    .from(days)
    .innerJoin(
      deliveryDay,
      and(
        eq(deliveryDay.orderId, days.orderId),
        eq(deliveryDay.date, days.date),
        eq(deliveryDay.source, 'imported'),
      ),
    )
    .innerJoin(promoteOrder, eq(promoteOrder.id, days.orderId))
    .innerJoin(video, eq(video.id, promoteOrder.videoId))
    .where(and(orderId === null ? undefined : eq(promoteOrder.id, orderId), runsIn({ from, to })))
    .groupBy(days.format, promoteOrder.id)
    .all()
  for (const order of orders) {
    const rule = platformRule(order.platform)
    if (rule === undefined) continue
    const found = ownBudget(order)
    const about = { orderId: order.orderId, subject: order.title }
    tell(
      rule,
      found === undefined ? 'pass' : 'found',
      found === undefined ? [] : [findingOf(rule, about, found)],
    )
  }
}
