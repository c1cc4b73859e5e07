import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** What a log was at a time: signed and kept elsewhere, it shows a tail that was cut off (L22). */
export type Checkpoint = {
  readonly size: number
  /** Merkle root in hex. */
  readonly root: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly keyId: string
}

/** The bytes that are signed. */
export function checkpointBytes(checkpoint: Checkpoint): Uint8Array {
  const text = canonicalize(checkpoint)
  if (text === undefined) throw new TypeError('a checkpoint is plain data')
  return utf8ToBytes(text)
}

/** Short enough to print and to read aloud: 40 bits in groups, `5f0a-93c1-7e`. It finds slips, it is no signature. */
export function checkpointFingerprint(checkpoint: Checkpoint): string {
  const digits = bytesToHex(sha256(checkpointBytes(checkpoint))).slice(0, 10)
  return digits.replace(/(.{4})(.{4})(.{2})/, '$1-$2-$3')
}
