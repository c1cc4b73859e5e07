import * as v from 'valibot'

import { shownResult } from '../forecast/analysisResult.ts'
import { backtestShown } from './accuracy.ts'
import { effectShown } from './assumptions.ts'
import { auditShown, integrityShown } from './audit.ts'
import { evidenceResults } from './evidence.ts'
import { exchangeResults } from './exchange.ts'
import { failure } from './failure.ts'
import { id } from './fields.ts'
import { learningResults } from './learning.ts'

/** What a run ends in. */
export const runResult = v.variant('kind', [
  ...shownResult.options,
  ...learningResults,
  ...exchangeResults,
  backtestShown,
  effectShown,
  auditShown,
  integrityShown,
  ...evidenceResults,
])
export type RunResult = v.InferOutput<typeof runResult>

/**
 * A run is long work: it starts, reports at most 10 times a second, can be cancelled, and ends in `done` or `failed`
 * exactly once. `partial` carries a coarser answer of the same shape (FO8).
 */
export const runEvent = v.variant('kind', [
  v.strictObject({ kind: v.literal('progress'), runId: id, fraction: v.number(), note: v.string() }),
  v.strictObject({ kind: v.literal('partial'), runId: id, result: shownResult }),
  v.strictObject({ kind: v.literal('done'), runId: id, result: v.nullable(runResult) }),
  v.strictObject({ kind: v.literal('failed'), runId: id, failure }),
])
export type RunEvent = v.InferOutput<typeof runEvent>

/** What a host pushes to a page: the progress of runs, and which records changed. */
export const pushEvent = v.variant('kind', [
  ...runEvent.options,
  v.strictObject({
    kind: v.literal('changed'),
    what: v.picklist([
      'creators',
      'products',
      'videos',
      'orders',
      'settings',
      'workspace',
      'backups',
      'histories',
      'learned',
      'profiles',
      'imports',
      'audit',
    ]),
  }),
])
export type PushEvent = v.InferOutput<typeof pushEvent>

export const runStarted = v.strictObject({ runId: id })
