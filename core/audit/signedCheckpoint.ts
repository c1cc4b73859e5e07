import * as v from 'valibot'

import { say } from '../words/say.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const hex = (bytes: number) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), say('{{count}} hex digits', { count: 2 * bytes })),
  )

export const checkpointFormat = 'foreclick-checkpoint'

const keyIdBytes = 16

/** A checkpoint (L22) as it is kept elsewhere: with the signature of the workspace's key, and that key's public half. */
export const signedCheckpoint = v.strictObject({
  format: v.literal(checkpointFormat),
  version: v.literal(1),
  checkpoint: v.strictObject({
    size: count,
    root: hex(32),
    at: v.pipe(v.number(), v.safeInteger()),
    keyId: hex(keyIdBytes),
  }),
  /** Raw Ed25519 public key; the key's id is the beginning of its SHA-256. */
  publicKey: hex(32),
  /** Over the canonical JSON of `checkpoint`. */
  signature: hex(64),
})
export type SignedCheckpoint = v.InferOutput<typeof signedCheckpoint>

/** The id of a key, from the SHA-256 of its raw public half in hex. */
export function keyIdOf(sha256Hex: string): string {
  return sha256Hex.slice(0, 2 * keyIdBytes)
}

/** A key's id as it is printed, in groups of four. */
export function keyFingerprint(keyId: string): string {
  return keyId.match(/.{1,4}/g)?.join('-') ?? ''
}
