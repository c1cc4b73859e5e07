import type { AuditScopeAsked, AuditSummary, IntegrityShown } from '../../../core/contract/audit.ts'
import { request } from '../../app/client.ts'
import { createRun } from '../../app/createRun.ts'

export type AuditRuns = ReturnType<typeof createAuditRuns>

/** The three things that take a while in an audit. */
export function createAuditRuns() {
  const audit = createRun<AuditSummary>(shown => (shown.kind === 'audit' ? shown.summary : undefined))
  const reruns = createRun<AuditSummary>(shown => (shown.kind === 'audit' ? shown.summary : undefined))
  const integrity = createRun<IntegrityShown>(shown => (shown.kind === 'integrity' ? shown : undefined))
  return {
    audit,
    reruns,
    integrity: { ...integrity, begin: () => void integrity.start(() => request('startIntegrityCheck', {})) },
    startAudit: (scope: AuditScopeAsked) => void audit.start(() => request('startAudit', scope)),
    startReruns: (scope: AuditScopeAsked) => void reruns.start(() => request('startReruns', scope)),
    failure: () => audit.failure() ?? reruns.failure(),
  }
}
