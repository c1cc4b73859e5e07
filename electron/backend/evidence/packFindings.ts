import { auditRuleWords } from '../../../core/audit/auditWords.ts'
import type { PackedFinding } from '../../../core/audit/evidencePack.ts'
import { stateOf } from '../../../core/audit/findingDecision.ts'
import { findingText } from '../../../core/audit/findingText.ts'
import { decisionFor, standingDecisions } from '../../../db/auditDecisions.ts'
import type { Reader } from '../../../db/connection.ts'
import { auditOrders } from '../../../db/runAudit.ts'

/** What an audit of the orders of a pack finds, and what was decided about it. */
export function packFindings(
  reader: Reader,
  ids: readonly string[],
  now: number,
  onProgress: (share: number) => void,
): readonly PackedFinding[] {
  const decisions = standingDecisions(reader)
  return auditOrders(reader, { ids, now }, onProgress).map(finding => {
    const { key, rule, severity, orderId, values } = finding
    const row = decisions.get(key)
    const decision = row === undefined ? null : decisionFor(finding, row)
    return {
      key,
      rule,
      severity,
      orderId,
      title: auditRuleWords[rule].name,
      status: stateOf(decision),
      reason: decision === null || decision.isOutdated ? null : decision.reason,
      evidence: { ...findingText(finding), values },
    }
  })
}
