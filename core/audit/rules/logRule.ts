import * as v from 'valibot'

import { type AuditRule, foundOr } from '../auditRule.ts'
import { date, type Found, words } from '../finding.ts'
import type { AuditedDay, AuditedEntry, OrderRecord } from '../orderRecord.ts'

const reported = v.object({
  date: v.string(),
  impressions: v.number(),
  linkClicks: v.number(),
  conversions: v.nullable(v.number()),
  spendMinor: v.number(),
  revenueMinor: v.nullable(v.number()),
})
const daysPayload = v.object({ days: v.array(reported) })
const withdrawnPayload = v.object({ dates: v.array(v.string()) })
const stepPayload = v.object({ to: v.string() })
const compared = ['impressions', 'linkClicks', 'conversions', 'spendMinor', 'revenueMinor'] as const

/** Whether the log tells what the records hold (A17): each payment, step and last report of a day. */
export const changeHistory: AuditRule = {
  id: 'A17',
  judge(record) {
    const { payment, entries, days } = record
    if (payment === null && days.length === 0) return 'none'
    const logged = new Map<string, v.InferOutput<typeof reported>>()
    for (const entry of entries) {
      for (const day of daysOf(entry)) logged.set(day.date, day)
      for (const gone of withdrawnBy(entry)) logged.delete(gone)
    }
    return foundOr([
      payment !== null && !entries.some(({ what }) => what === 'payOrder')
        ? missing('payOrder', 'payOrder')
        : undefined,
      ...missingSteps(record),
      ...days.map(day => {
        const line = logged.get(day.date)
        return line === undefined ? missing(`recordDeliveries ${day.date}`, day.date) : differing(day, line)
      }),
    ])
  },
}

function daysOf({ what, payload }: AuditedEntry) {
  if (what !== 'recordDeliveries') return []
  const parsed = v.safeParse(daysPayload, payload)
  return parsed.success ? parsed.output.days : []
}

/** Days that an import made go with its undo. */
function withdrawnBy({ what, payload }: AuditedEntry): readonly string[] {
  if (what !== 'withdrawDeliveries') return []
  const parsed = v.safeParse(withdrawnPayload, payload)
  return parsed.success ? parsed.output.dates : []
}

/** Steps to and from payment are told by the entry of the payment, refunds by theirs. */
const ownEntries = new Set([
  'draft',
  'awaiting_payment',
  'in_review',
  'payment_failed',
  'refund_requested',
  'refunded',
])

function missingSteps({ events, entries }: OrderRecord): readonly Found[] {
  const told = new Map<string, number>()
  for (const { what, payload } of entries) {
    if (what !== 'recordTransition') continue
    const parsed = v.safeParse(stepPayload, payload)
    if (parsed.success) told.set(parsed.output.to, (told.get(parsed.output.to) ?? 0) + 1)
  }
  return events.flatMap(({ from, to }, place) => {
    if (ownEntries.has(to) || from === 'refund_requested') return []
    const left = told.get(to) ?? 0
    told.set(to, left - 1)
    return left > 0 ? [] : [missing(`recordTransition ${to}`, `${to}:${place}`)]
  })
}

function missing(what: string, part: string): Found {
  return { case: 'notLogged', severity: 'error', part, values: { what: words(what) } }
}

function differing(day: AuditedDay, line: v.InferOutput<typeof reported>): Found | undefined {
  const fields = compared.filter(field => day[field] !== line[field])
  if (fields.length === 0) return undefined
  const what = fields.map(field => `${field} ${line[field]} → ${day[field]}`).join(', ')
  return {
    case: 'logDiffers',
    severity: 'error',
    part: day.date,
    values: { day: date(day.date), what: words(what) },
  }
}
