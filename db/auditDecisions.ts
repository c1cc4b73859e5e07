import { asc, eq, inArray, max } from 'drizzle-orm'

import type { Finding } from '../core/audit/finding.ts'
import { type FindingDecision, fingerprintOf } from '../core/audit/findingDecision.ts'
import { appendLog } from './appendLog.ts'
import type { Reader, Writer } from './connection.ts'
import { auditDecision } from './schema/auditDecision.ts'

/** The decision that holds of each finding that was ever decided about. There are as many as people made. */
export function standingDecisions(reader: Reader): ReadonlyMap<string, StoredDecision> {
  const last = reader.read
    .select({ seq: max(auditDecision.seq).as('last_seq') })
    .from(auditDecision)
    .groupBy(auditDecision.findingKey)
  const rows = reader.read.select().from(auditDecision).where(inArray(auditDecision.seq, last)).all()
  return new Map(rows.map(row => [row.findingKey, row]))
}

export type StoredDecision = typeof auditDecision.$inferSelect

/** All that was decided about a finding, the first first. Of one that is not known now it is not said whether its numbers are the same. */
export function decisionsOf(reader: Reader, key: string, finding?: Finding): FindingDecision[] {
  return reader.read
    .select()
    .from(auditDecision)
    .where(eq(auditDecision.findingKey, key))
    .orderBy(asc(auditDecision.seq))
    .all()
    .map(row => decisionFor(finding, row))
}

/** A decision as it stands to a finding now. */
export function decisionFor(finding: Finding | undefined, row: StoredDecision): FindingDecision {
  const { decision, reason, at, who, fingerprint } = row
  const isOutdated = finding !== undefined && fingerprint !== fingerprintOf(finding)
  return { decision, reason, at, who, isOutdated }
}

/** Decides about a finding; nothing is changed or taken away. */
export function recordDecision(
  writer: Writer,
  finding: Finding,
  { decision, reason }: Pick<FindingDecision, 'decision' | 'reason'>,
): void {
  writer.transaction(() => {
    const { key: findingKey, orderId, rule } = finding
    const fingerprint = fingerprintOf(finding)
    writer.write
      .insert(auditDecision)
      .values({ findingKey, orderId, decision, reason, fingerprint, at: writer.now(), who: writer.who })
      .run()
    appendLog(writer, {
      what: 'decideFinding',
      subject: orderId === null ? { kind: 'workspace', id: 'audit' } : { kind: 'order', id: orderId },
      payload: { finding: findingKey, rule, decision, reason, fingerprint },
    })
  })
}
