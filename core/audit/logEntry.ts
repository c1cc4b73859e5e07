import { utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** One command that changed the workspace (L24). Entries are numbered from 0 and each names the leaf hash of the one before. */
export type LogEntry = {
  readonly seq: number
  /** Epoch milliseconds. Clocks may go backwards: the order is that of `seq`. */
  readonly at: number
  readonly who: string
  /** Name of the command. */
  readonly what: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** What was asked and what changed: any JSON value. */
  readonly payload: unknown
  /** Leaf hash of the entry before, in hex; `firstPrevious` for the first. */
  readonly previous: string
}

export const firstPrevious = '0'.repeat(64)

/** The canonical text of an entry (RFC 8785): what is stored, hashed and packed, byte for byte (L10). */
export function entryText(entry: LogEntry): string {
  const text = canonicalize(entry)
  if (text === undefined) throw new TypeError('only JSON values can be logged')
  return text
}

export function entryBytes(entry: LogEntry): Uint8Array {
  return utf8ToBytes(entryText(entry))
}
