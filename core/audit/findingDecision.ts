import * as v from 'valibot'

import { digestOf } from '../forecast/digest.ts'
import type { Finding } from './finding.ts'

/** Accepted: it is so, and may be. Resolved: it is not so any more. Either can be taken back. */
export const decisions = ['accepted', 'resolved', 'reopened'] as const

export const findingDecision = v.strictObject({
  decision: v.picklist(decisions),
  reason: v.string(),
  at: v.number(),
  who: v.string(),
  /** The finding rests on other numbers by now, and is open again. */
  isOutdated: v.boolean(),
})
export type FindingDecision = v.InferOutput<typeof findingDecision>

export const findingStates = ['open', 'accepted', 'resolved'] as const
export type FindingState = (typeof findingStates)[number]

/** Of the numbers of a finding. */
export function fingerprintOf({ severity, values }: Pick<Finding, 'severity' | 'values'>): string {
  return digestOf({ severity, values })
}

/** A finding is open until it is decided, and again when it was reopened or its numbers changed since. */
export function stateOf(decision: FindingDecision | null): FindingState {
  if (decision === null || decision.isOutdated || decision.decision === 'reopened') return 'open'
  return decision.decision
}
