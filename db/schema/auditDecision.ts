import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { decisions } from '../../core/audit/findingDecision.ts'
import { checks } from './checks.ts'

/** What was decided about a finding of an audit; the last row of a finding holds. Rows are only ever added. */
export const auditDecision = sqliteTable(
  'audit_decision',
  {
    seq: integer().primaryKey(),
    findingKey: text().notNull(),
    orderId: text(),
    decision: text({ enum: decisions }).notNull(),
    reason: text().notNull(),
    /** Of the numbers that were decided about: with others the finding is open again. */
    fingerprint: text().notNull(),
    at: integer().notNull(),
    who: text().notNull(),
  },
  table => [
    index('audit_decision_finding_key').on(table.findingKey, table.seq),
    check('audit_decision_decision', checks.oneOf(table.decision, decisions)),
    check('audit_decision_reason', sql`length(trim(${table.reason})) > 0`),
  ],
)
