import { ruleIds } from '../../../core/audit/auditWords.ts'
import { severities } from '../../../core/audit/finding.ts'
import { findingStates } from '../../../core/audit/findingDecision.ts'
import type { AuditScopeAsked } from '../../../core/contract/audit.ts'
import type { Request } from '../../../core/contract/contract.ts'

export const auditTabs = ['findings', 'rules', 'log', 'evidence'] as const
export type AuditTab = (typeof auditTabs)[number]

type Params = Readonly<Partial<Record<string, string | string[]>>>

/** The period of the address; an end that is not given is open. */
export function periodOf(params: Params): AuditScopeAsked {
  const dateOf = (name: 'from' | 'to') => {
    const text = params[name]
    return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
  }
  return { from: dateOf('from'), to: dateOf('to'), orderId: null }
}

/** Which findings the address asks for: open ones unless it says otherwise. */
export function findingsAsked(params: Params, count: number): Request<'listFindings'> {
  const severity = severities.find(each => each === params['severity'])
  const rule = ruleIds.find(each => each === params['rule'])
  const state = findingStates.find(each => each === params['state']) ?? null
  return {
    rules: rule === undefined ? [] : [rule],
    severities: severity === undefined ? [] : [severity],
    state: params['state'] === undefined ? 'open' : state,
    orderId: null,
    from: 0,
    count,
  }
}
