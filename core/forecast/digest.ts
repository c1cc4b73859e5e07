import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** `sha256:` and 64 hex digits over the canonical JSON (RFC 8785) of `value`. */
export function digestOf(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON values have a digest')
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`
}
