import * as v from 'valibot'

import { signedCheckpoint } from '../audit/signedCheckpoint.ts'
import { say } from '../words/say.ts'
import { download } from './downloads.ts'
import * as f from './fields.ts'

/** More names are a period. */
const mostOrders = 1000

/** Paid orders that run on any day of a period, as an audit of it counts them, or orders by name; all that were paid where nothing is said. */
export const startEvidence = v.strictObject({
  from: v.nullable(f.isoDate),
  to: v.nullable(f.isoDate),
  orderIds: v.nullable(
    v.pipe(v.array(f.id), v.minLength(1, say('at least one order')), v.maxLength(mostOrders)),
  ),
})

/** A pack that was made, and by what it is known again. */
export const evidence = v.strictObject({
  download,
  orders: f.count,
  entries: f.count,
  wholeLog: v.boolean(),
  /** Of the log when it was packed. */
  size: f.count,
  fingerprint: v.string(),
  keyId: v.string(),
})
export type Evidence = v.InferOutput<typeof evidence>

export const exportedCheckpoint = v.strictObject({
  name: v.string(),
  fingerprint: v.string(),
  signed: signedCheckpoint,
})

/** A pack that was uploaded, and what is known beside it. */
export const startVerify = v.strictObject({
  uploadId: f.id,
  /** Text of a checkpoint that was kept elsewhere. */
  checkpoint: v.nullable(v.pipe(v.string(), v.maxLength(100_000, say('a checkpoint')))),
  keyId: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(80, say('the id of a key')))),
})

const fault = v.strictObject({ code: v.string(), entry: v.string(), message: v.string() })

/** What the verifier says of a pack; the first fault names the first bad entry. */
export const verified = v.strictObject({
  name: v.string(),
  ok: v.boolean(),
  faults: v.array(fault),
  /** Null where the pack could not be read so far. */
  signedBy: v.nullable(v.string()),
  fingerprint: v.nullable(v.string()),
  orders: v.nullable(f.count),
  entries: v.nullable(f.count),
  /** What it was compared with: without them it can prove less (L22). */
  withCheckpoint: v.boolean(),
  withKey: v.boolean(),
})
export type Verified = v.InferOutput<typeof verified>

export const makeConfirmation = v.strictObject({ id: f.id, language: v.picklist(['en', 'id']) })
/** An order's confirmation as PDF, in base64, with the fingerprints that are printed on it. */
export const confirmation = v.strictObject({
  name: v.string(),
  pdf: v.string(),
  orderDigest: v.string(),
  fingerprint: v.string(),
  size: f.count,
  keyId: v.string(),
})

export const evidenceResults = [
  v.strictObject({ kind: v.literal('evidence'), evidence }),
  v.strictObject({ kind: v.literal('verified'), verified }),
] as const
