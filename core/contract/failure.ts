import * as v from 'valibot'

import type { Said } from '../words/say.ts'

/** What is wrong with one field of an input: where, what was expected, what came. */
export const problem = v.object({
  path: v.string(),
  expected: v.string(),
  received: v.string(),
  /** A way to mend it, or the nearest known name. */
  hint: v.optional(v.string()),
})
export type Problem = v.InferOutput<typeof problem>
/** A problem whose texts every language of the console has. */
export type SaidProblem = Problem & { readonly expected: Said; readonly hint?: Said }

/**
 * Why a request was not done. Failures cross threads, processes and windows as values, because every one of those
 * borders drops an error's class and fields (reliability K21).
 */
export const failure = v.object({
  code: v.picklist([
    'bad_input',
    'not_found',
    'refused',
    'conflict',
    'read_only',
    'locked',
    'damaged',
    'newer',
    'cancelled',
    'busy',
    'internal',
  ]),
  message: v.string(),
  problems: v.optional(v.pipe(v.array(problem), v.readonly())),
})
export type Failure = v.InferOutput<typeof failure>

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }
