import { auditCases } from '../../core/audit/auditCases.ts'
import { auditRuleWords } from '../../core/audit/auditWords.ts'
import { findingText, percent } from '../../core/audit/findingText.ts'
import type { AuditedFinding, AuditSummary } from '../../core/contract/audit.ts'

/** Told one by one for each rule; the rest is counted. */
const mostPerRule = 10

/** A finding with its words. */
export function findingShown({ finding, state, decision }: AuditedFinding) {
  return { ...finding, ...findingText(finding), state, decision }
}

export function auditLines(data: string, summary: AuditSummary, findings: readonly AuditedFinding[]): string {
  const { orders, open, totals, coverage, reruns, unread } = summary
  const lines = [
    data,
    '',
    `${orders} orders audited${periodWords(summary)}.`,
    ...(unread === null ? [] : [`Not everything could be read: ${unread}`]),
    ...(reruns === null
      ? []
      : [
          `${reruns.orders} frozen forecasts run again: ${reruns.same} the same, ${reruns.differ} different, ` +
            `${reruns.otherModel} of another model, ${reruns.failed} failed.`,
        ]),
    ...coverageLines(coverage),
    '',
    ...ruleLines(summary),
    ...findingLines(findings),
    '',
    `${open.error} errors, ${open.warning} warnings and ${open.note} notes are open, of ${totals.error}, ` +
      `${totals.warning} and ${totals.note}.`,
    '',
  ]
  return lines.join('\n')
}

function periodWords({ from, to, orderId }: AuditSummary): string {
  if (orderId !== null) return `: ${orderId}`
  if (from === null && to === null) return ''
  return ` that run${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}`
}

function coverageLines({ real, simulated }: AuditSummary['coverage']): readonly string[] {
  return [
    { ...real, of: 'completed orders' },
    { ...simulated, of: 'simulated orders' },
  ].flatMap(({ orders, inside, low, high, of }) =>
    orders === 0 || low === null || high === null
      ? []
      : [
          `80% interval: ${inside} of ${orders} ${of} inside, ${percent(inside / orders)} (by chance ${percent(low)} to ${percent(high)}).`,
        ],
  )
}

function ruleLines({ tallies }: AuditSummary): readonly string[] {
  return tallies.map(({ rule, passed, unknown, found }) => {
    const parts = [`${passed} pass`, ...(unknown > 0 ? [`${unknown} not known`] : []), `${found} found`]
    return `${rule.padEnd(4)} ${auditRuleWords[rule].name.padEnd(40)} ${parts.join(', ')}`
  })
}

function findingLines(findings: readonly AuditedFinding[]): readonly string[] {
  const byCase = Map.groupBy(
    findings.filter(({ state, finding }) => state === 'open' && finding.severity !== 'note'),
    ({ finding }) => `${finding.severity} ${finding.rule} ${finding.case}`,
  )
  return [...byCase.values()].flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const { severity, rule, case: of } = first.finding
    return [
      '',
      `${severity.toUpperCase()} ${rule} ${auditRuleWords[rule].name}: ${group.length}`,
      ...group.slice(0, mostPerRule).map(({ finding }) => {
        const about = finding.orderId ?? finding.subject
        return `  ${about === '' ? '' : `${about}: `}${findingText(finding).text}`
      }),
      ...(group.length > mostPerRule ? [`  and ${group.length - mostPerRule} more (--json has them)`] : []),
      `  → ${auditCases[of].resolve}`,
    ]
  })
}
