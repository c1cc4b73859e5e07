import type { AuditReport } from '../../../core/audit/auditReport.ts'
import { type Finding, severities, type Severity } from '../../../core/audit/finding.ts'
import { stateOf } from '../../../core/audit/findingDecision.ts'
import type { Coverage } from '../../../core/audit/rules/coverageRule.ts'
import { wilson } from '../../../core/calibration/coverage.ts'
import type { AuditedFinding, AuditSummary, FindingList, Reruns } from '../../../core/contract/audit.ts'
import type { Asked } from '../../../core/contract/contract.ts'
import { decisionFor, type StoredDecision } from '../../../db/auditDecisions.ts'
import type { AuditScope } from '../../../db/auditRecords.ts'
import type { RerunReport } from './rerunForecasts.ts'

type Kept = { readonly scope: AuditScope; readonly at: number; readonly report: AuditReport }
type KeptReruns = { readonly scope: AuditScope; readonly at: number; readonly report: RerunReport }

export type AuditKeeper = ReturnType<typeof createAuditKeeper>

export type Last = { readonly audit: Kept; readonly reruns: KeptReruns | null }

/** The audit that was made last, with what was decided about its findings since. `first` is that of an earlier start. */
export function createAuditKeeper(standing: () => ReadonlyMap<string, StoredDecision>, first?: Last) {
  let kept = first?.audit
  let again = first?.reruns ?? undefined

  /** What was run again of other orders says nothing of these. */
  function rerunsOf(): KeptReruns | undefined {
    return again !== undefined && JSON.stringify(kept?.scope) === JSON.stringify(again.scope)
      ? again
      : undefined
  }

  /** The gravest first. */
  function findings(): readonly Finding[] {
    const all = [...(rerunsOf()?.report.findings ?? []), ...(kept?.report.findings ?? [])]
    return severities.flatMap(severity => all.filter(each => each.severity === severity))
  }

  function audited(): readonly AuditedFinding[] {
    const decisions = standing()
    return findings().map(finding => {
      const row = decisions.get(finding.key)
      const decision = row === undefined ? null : decisionFor(finding, row)
      return { finding, state: stateOf(decision), decision }
    })
  }

  return {
    find: (key: string) => findings().find(each => each.key === key),
    audited: (key: string) => audited().find(({ finding }) => finding.key === key),
    keep(next: Kept): void {
      kept = next
    },
    keepReruns(next: KeptReruns): void {
      again = next
    },
    /** What the next start of the program begins with. */
    last: (): Last | undefined => kept && { audit: kept, reruns: again ?? null },
    list(asked: Asked<'listFindings'>): FindingList {
      const wanted = audited().filter(
        ({ finding, state }) =>
          (asked.rules.length === 0 || asked.rules.includes(finding.rule)) &&
          (asked.severities.length === 0 || asked.severities.includes(finding.severity)) &&
          (asked.state === null || asked.state === state) &&
          (asked.orderId === null || asked.orderId === finding.orderId),
      )
      return { total: wanted.length, findings: wanted.slice(asked.from, asked.from + asked.count) }
    },
    summary: (): AuditSummary | null => (kept === undefined ? null : summaryOf(kept, rerunsOf(), audited())),
  }
}

function summaryOf(
  { scope, at, report }: Kept,
  reruns: KeptReruns | undefined,
  all: readonly AuditedFinding[],
): AuditSummary {
  const { orders, tallies, unread, coverage } = report
  const decided = countBy(all.filter(({ state }) => state !== 'open').map(({ finding }) => finding.severity))
  const rerunFound = countBy((reruns?.report.findings ?? []).map(({ severity }) => severity))
  const totalOf = (severity: Severity) =>
    tallies.reduce((sum, tally) => sum + tally.findings[severity], 0) + rerunFound[severity]
  const by = (of: (severity: Severity) => number) => ({
    error: of('error'),
    warning: of('warning'),
    note: of('note'),
  })
  return {
    ...scope,
    at,
    orders,
    tallies: [...tallies],
    totals: by(totalOf),
    open: by(severity => totalOf(severity) - decided[severity]),
    kept: all.length,
    coverage: { real: coverageShown(coverage.real), simulated: coverageShown(coverage.simulated) },
    unread,
    reruns: reruns === undefined ? null : rerunsShown(reruns),
  }
}

function rerunsShown({ at, report: { findings: _findings, ...counts } }: KeptReruns): Reruns {
  return { at, ...counts }
}

function countBy(all: readonly Severity[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const each of all) counts[each]++
  return counts
}

function coverageShown({ orders, inside }: Coverage) {
  return { orders, inside, ...(orders === 0 ? { low: null, high: null } : wilson(inside, orders)) }
}
