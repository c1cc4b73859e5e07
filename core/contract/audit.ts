import * as v from 'valibot'

import { ruleTally } from '../audit/auditReport.ts'
import { ruleIds } from '../audit/auditWords.ts'
import { finding, severities } from '../audit/finding.ts'
import { decisions, findingDecision, findingStates } from '../audit/findingDecision.ts'
import { invoiceFields } from '../audit/invoice.ts'
import { tolerances } from '../audit/tolerances.ts'
import * as f from './fields.ts'

/** Which orders are audited: those that run on any day of a period, both ends included, or one. */
const scope = {
  from: v.nullable(f.isoDate),
  to: v.nullable(f.isoDate),
  orderId: v.nullable(f.id),
}
export const auditScope = v.strictObject(scope)
export type AuditScopeAsked = v.InferOutput<typeof auditScope>

const coverage = v.strictObject({
  orders: f.count,
  inside: f.count,
  low: v.nullable(f.share),
  high: v.nullable(f.share),
})

/** What frozen forecasts proved when they were run again. */
export const reruns = v.strictObject({
  at: f.epochMs,
  orders: f.count,
  same: f.count,
  differ: f.count,
  otherModel: f.count,
  failed: f.count,
})
export type Reruns = v.InferOutput<typeof reruns>

/** The audit that was made last: which orders, how each rule fared, and what of it is open. */
export const auditSummary = v.strictObject({
  ...scope,
  at: f.epochMs,
  orders: f.count,
  tallies: v.array(ruleTally),
  /** Findings by severity: all, and those that are open. Beyond `kept` they are only counted. */
  totals: v.strictObject({ error: f.count, warning: f.count, note: f.count }),
  open: v.strictObject({ error: f.count, warning: f.count, note: f.count }),
  kept: f.count,
  coverage: v.strictObject({ real: coverage, simulated: coverage }),
  /** How far the records could be read; null where all of them could. */
  unread: v.nullable(v.string()),
  reruns: v.nullable(reruns),
})
export type AuditSummary = v.InferOutput<typeof auditSummary>

export const auditedFinding = v.strictObject({
  finding,
  state: v.picklist(findingStates),
  decision: v.nullable(findingDecision),
})
export type AuditedFinding = v.InferOutput<typeof auditedFinding>

export const listFindings = v.strictObject({
  rules: v.array(v.picklist(ruleIds)),
  severities: v.array(v.picklist(severities)),
  state: v.nullable(v.picklist(findingStates)),
  orderId: v.nullable(f.id),
  from: f.count,
  count: v.pipe(f.count, v.maxValue(500)),
})
export const findingList = v.strictObject({ total: f.count, findings: v.array(auditedFinding) })
export type FindingList = v.InferOutput<typeof findingList>

export const decideFinding = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  decision: v.picklist(decisions),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)),
})

export const findingKey = v.strictObject({ key: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)) })
export const findingHistory = v.array(findingDecision)

export const auditTolerances = tolerances
const invoice = v.strictObject(invoiceFields)
export const orderInvoice = v.nullable(invoice)
export const recordInvoice = v.strictObject({ id: f.id, invoice })

const check = v.strictObject({ name: v.string(), ok: v.boolean(), detail: v.string() })
/** What `foreclick check` says of the folder. */
export const integrityShown = v.strictObject({
  kind: v.literal('integrity'),
  at: f.epochMs,
  ok: v.boolean(),
  checks: v.array(check),
})
export type IntegrityShown = v.InferOutput<typeof integrityShown>

/** An audit, or reruns, that are done: getAudit has the summary. */
export const auditShown = v.strictObject({ kind: v.literal('audit'), summary: auditSummary })
