import type { RuleId } from './auditWords.ts'
import type { Found } from './finding.ts'
import type { AuditOccasion, OrderRecord } from './orderRecord.ts'

/** `unknown`: the records do not say; that is told, and never passes silently. `none`: the rule has nothing to say of the order. */
export type Judgement = 'pass' | 'unknown' | 'none' | readonly Found[]

/** A rule over the records of one order. */
export type AuditRule = {
  readonly id: RuleId
  readonly judge: (record: OrderRecord, occasion: AuditOccasion) => Judgement
}

export function foundOr(
  found: readonly (Found | undefined)[],
  otherwise: 'pass' | 'unknown' = 'pass',
): Judgement {
  const all = found.filter(each => each !== undefined)
  return all.length > 0 ? all : otherwise
}
