import { auditCases } from '../../core/audit/auditCases.ts'
import { auditRuleWords } from '../../core/audit/auditWords.ts'
import type { Finding, FindingValue } from '../../core/audit/finding.ts'
import type { AuditedFinding, AuditSummary } from '../../core/contract/audit.ts'
import { formatAmount, money } from '../../core/money/money.ts'

/** Told one by one for each rule; the rest is counted. */
const mostPerRule = 10

/** A finding with its words. */
export function findingShown({ finding, state, decision }: AuditedFinding) {
  return { ...finding, ...wordsOf(finding), state, decision }
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
        return `  ${about === '' ? '' : `${about}: `}${wordsOf(finding).text}`
      }),
      ...(group.length > mostPerRule ? [`  and ${group.length - mostPerRule} more (--json has them)`] : []),
      `  → ${auditCases[of].resolve}`,
    ]
  })
}

function wordsOf({ case: of, values }: Finding) {
  const { text, calculation, resolve } = auditCases[of]
  const filled = (template: string) =>
    template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name]
      return value === undefined ? '?' : valueWords(value)
    })
  return { text: filled(text), calculation: filled(calculation), resolve: filled(resolve) }
}

function valueWords(value: FindingValue): string {
  switch (value.kind) {
    case 'money': {
      const sign = value.minor < 0 ? '-' : ''
      return `${sign}${formatAmount(money(value.currency, Math.abs(value.minor)))} ${value.currency}`
    }
    case 'amount':
      return `${value.major.toFixed(2)} ${value.currency}`
    case 'count':
      return value.count.toLocaleString('en-GB', { maximumFractionDigits: 1 })
    case 'share':
      return percent(value.share)
    case 'date':
      return value.date
    case 'moment':
      return new Date(value.at).toISOString()
    case 'text':
    case 'sentence':
      return value.text
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}
