import { and, count, countDistinct, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

import type { RuleId } from '../core/audit/auditWords.ts'
import { count as countValue, type Finding, findingOf, nowhere, words } from '../core/audit/finding.ts'
import { importedPlaces, overDelivery, platformRule } from '../core/audit/rules/platformRules.ts'
import type { Reader } from './connection.ts'
import { historyImport } from './schema/historyImport.ts'
import { historyPeriod } from './schema/historyPeriod.ts'
import { invoice } from './schema/invoice.ts'
import { payment } from './schema/payment.ts'

export type Tell = (rule: RuleId, outcome: 'pass' | 'unknown' | 'found', findings: readonly Finding[]) => void

/** Rules that look at many orders at once: references and invoice numbers that stand on more than one. */
export function auditReferences(reader: Reader, tell: Tell): void {
  const references = reader.read
    .select({ reference: payment.reference, orders: count() })
    .from(payment)
    .groupBy(payment.method, payment.reference)
    .having(sql`count(*) > 1`)
    .all()
  for (const { reference, orders } of references)
    tell('A35', 'found', [
      findingOf('A35', nowhere, {
        case: 'referenceAgain',
        severity: 'warning',
        part: reference,
        values: { reference: words(reference), orders: countValue(orders) },
      }),
    ])
  if (references.length === 0) tell('A35', 'pass', [])
  const last = reader.read
    .select({ seq: sql<number>`max(${invoice.seq})`.as('last_seq') })
    .from(invoice)
    .groupBy(invoice.orderId)
  const numbers = reader.read
    .select({ number: invoice.number, orders: countDistinct(invoice.orderId) })
    .from(invoice)
    .where(inArray(invoice.seq, last))
    .groupBy(invoice.number)
    .having(sql`count(*) > 1`)
    .all()
  for (const { number, orders } of numbers)
    tell('A11', 'found', [
      findingOf('A11', nowhere, {
        case: 'invoiceAgain',
        severity: 'error',
        part: number,
        values: { number: words(number), orders: countValue(orders) },
      }),
    ])
}

/** Imported rows that belong to no order: where they say the platform, market and ages. No file says a budget (A1 to A4). */
export function auditHistories(reader: Reader, tell: Tell): void {
  const standing = and(isNotNull(historyImport.importedAt), isNull(historyImport.archivedAt))
  const groups = reader.read
    .select({
      id: historyImport.id,
      file: historyImport.name,
      platform: historyPeriod.platform,
      market: historyPeriod.market,
      currency: historyPeriod.currency,
      ageBands: historyPeriod.ageBands,
      rows: count(),
      units: countDistinct(historyPeriod.unitId),
    })
    .from(historyPeriod)
    .innerJoin(historyImport, eq(historyImport.id, historyPeriod.importId))
    .where(standing)
    .groupBy(
      historyImport.id,
      historyPeriod.platform,
      historyPeriod.market,
      historyPeriod.currency,
      historyPeriod.ageBands,
    )
    .all()
  for (const { id, platform, currency, ...group } of groups) {
    const about = { orderId: null, subject: group.file }
    const found = importedPlaces({ ...group, currency }).map(each =>
      findingOf('A31', about, { ...each, part: `${id}:${each.part}` }),
    )
    tell('A31', found.length > 0 ? 'found' : 'pass', found)
    const rule = platformRule(platform)
    if (rule === undefined) continue
    const unit = { platform, unitId: '', currency, dailyBudget: null, lifetimeBudget: null, days: [] }
    const judged = overDelivery(unit)
    if (judged === 'unknown') tell(rule, 'unknown', [])
    else
      tell(
        rule,
        judged.length > 0 ? 'found' : 'pass',
        judged.map(each => findingOf(rule, about, each)),
      )
  }
}
