import * as v from 'valibot'

import { auditCases, type CaseId } from './auditCases.ts'
import type { RuleId } from './auditWords.ts'

/** An error says that records contradict each other or a rule that holds; a warning asks to be looked into; a note is to be known. */
export const severities = ['error', 'warning', 'note'] as const
export type Severity = (typeof severities)[number]

/** One number or word of the evidence; its name tells what it is (auditLabels). */
export const findingValue = v.variant('kind', [
  v.strictObject({ kind: v.literal('money'), minor: v.number(), currency: v.picklist(['GBP', 'IDR']) }),
  /** Money of an imported file: major units of any currency. */
  v.strictObject({ kind: v.literal('amount'), major: v.number(), currency: v.string() }),
  v.strictObject({ kind: v.literal('count'), count: v.number() }),
  v.strictObject({ kind: v.literal('share'), share: v.number() }),
  v.strictObject({ kind: v.literal('date'), date: v.string() }),
  v.strictObject({ kind: v.literal('moment'), at: v.number() }),
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
  /** A sentence of core, which a host may translate. */
  v.strictObject({ kind: v.literal('sentence'), text: v.string() }),
])
export type FindingValue = v.InferOutput<typeof findingValue>
export type Values = Readonly<Record<string, FindingValue>>

const caseIds = Object.keys(auditCases).filter((key): key is CaseId => Object.hasOwn(auditCases, key))

/** What a rule found: structured, so that each language words it by itself. */
export const finding = v.strictObject({
  /** The same in every run while the finding is about the same thing: decisions hang on it. */
  key: v.string(),
  rule: v.custom<RuleId>(value => typeof value === 'string'),
  severity: v.picklist(severities),
  case: v.picklist(caseIds),
  orderId: v.nullable(v.string()),
  /** What it is about, for people: the video of the order, the name of the file. */
  subject: v.string(),
  values: v.record(v.string(), findingValue),
})
export type Finding = v.InferOutput<typeof finding>

/** A finding as a rule gives it. `part` tells two of one rule and order apart: a day, a reference. */
export type Found = {
  readonly case: CaseId
  readonly severity: Severity
  readonly part?: string
  readonly values: Values
}

/** What a finding is about that is about no single order. */
export const nowhere = { orderId: null, subject: '' } as const

export function findingOf(
  rule: RuleId,
  about: { readonly orderId: string | null; readonly subject: string },
  { part, values, ...found }: Found,
): Finding {
  const key = [rule, about.orderId ?? '', found.case, ...(part === undefined ? [] : [part])].join(':')
  return { key, rule, ...about, ...found, values: { ...values } }
}

export const count = (value: number): FindingValue => ({ kind: 'count', count: value })
export const share = (value: number): FindingValue => ({ kind: 'share', share: value })
export const date = (value: string): FindingValue => ({ kind: 'date', date: value })
export const moment = (at: number): FindingValue => ({ kind: 'moment', at })
export const words = (text: string): FindingValue => ({ kind: 'text', text })
export const sentence = (text: string): FindingValue => ({ kind: 'sentence', text })
export const minorOf =
  (currency: 'GBP' | 'IDR') =>
  (minor: number): FindingValue => ({ kind: 'money', minor, currency })
