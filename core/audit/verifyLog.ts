import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'

import { firstPrevious } from './logEntry.ts'
import { leafHash, MerkleFrontier } from './merkleTree.ts'

/** A stored entry: its canonical text. Whatever columns stand beside it are copies. */
export type StoredEntry = { readonly text: string }

export type LogVerdict =
  | { readonly ok: true; readonly size: number; readonly root: string; readonly clockSteps: number }
  /** The first entry that is not what it should be; the ones before it are sound. */
  | { readonly ok: false; readonly seq: number; readonly expected: string; readonly received: string }

const head = v.object({ seq: v.number(), at: v.number(), previous: v.string() })

/**
 * Checks number, chain and Merkle root of a log from its first entry on. A changed, missing, added, moved or repeated entry
 * breaks the chain at its place; a tail that was cut off shows only against a checkpoint of the longer log (L22). `clockSteps`
 * counts entries that are older than the one before: a clock that was set back, which is no fault of the log.
 */
export function verifyLog(entries: Iterable<StoredEntry>): LogVerdict {
  const frontier = new MerkleFrontier()
  let previous = firstPrevious
  let at = -Infinity
  let clockSteps = 0
  for (const { text } of entries) {
    const seq = frontier.size
    const read = headOf(text)
    if (read === undefined) return { ok: false, seq, expected: 'an entry', received: text.slice(0, 80) }
    if (read.seq !== seq) return { ok: false, seq, expected: `entry ${seq}`, received: `entry ${read.seq}` }
    if (read.previous !== previous)
      return { ok: false, seq, expected: `the entry before to be ${previous}`, received: read.previous }
    if (read.at < at) clockSteps++
    at = read.at
    const leaf = leafHash(utf8ToBytes(text))
    frontier.append(leaf)
    previous = bytesToHex(leaf)
  }
  return { ok: true, size: frontier.size, root: bytesToHex(frontier.root()), clockSteps }
}

function headOf(text: string): v.InferOutput<typeof head> | undefined {
  try {
    const parsed = v.safeParse(head, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}
