import type { Checkpoint } from '../../../core/audit/checkpoint.ts'
import type { PackedForDocuments } from '../evidence/packEvidence.ts'
import { orderCheckpoints } from '../evidence/packLog.ts'
import { auditReport } from './auditReport.ts'
import { orderConfirmation } from './orderConfirmation.ts'
import { renderPdf } from './renderPdf.ts'

/** The documents of a pack: the audit report, and confirmations of few orders, in both languages. */
export function* packDocuments(
  packed: PackedForDocuments,
): Generator<readonly [name: string, pdf: Uint8Array]> {
  const { manifest, orders, findings, log, withConfirmations } = packed
  const checkpoints: ReadonlyMap<string, Omit<Checkpoint, 'keyId'>> = withConfirmations
    ? orderCheckpoints(log)
    : new Map()
  for (const language of ['en', 'id'] as const) {
    yield [`audit-report.${language}.pdf`, renderPdf(auditReport({ manifest, orders, findings, language }))]
    for (const { row } of orders) {
      const at = checkpoints.get(row.id)
      if (at === undefined) continue
      const order = packed.orderOf(row.id)
      if (order === undefined) continue
      const checkpoint = { ...at, keyId: manifest.checkpoint.keyId }
      const content = orderConfirmation({ order, checkpoint, demo: manifest.workspace.demo, language })
      yield [`order-${order.row.id}.${language}.pdf`, renderPdf(content)]
    }
  }
}
