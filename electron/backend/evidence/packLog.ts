import { createMerkleLevels, type MerkleLevels } from '../../../core/audit/merkleLevels.ts'
import { createLogVerifier } from '../../../core/audit/verifyLog.ts'
import type { Result } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'
import type { Reader } from '../../../db/connection.ts'
import {
  entriesAbout,
  readEntries,
  readLeaves,
  readLog,
  type StoredLine,
  type Subjects,
} from '../../../db/evidence.ts'
import { createLogHashes } from '../../../db/logHashes.ts'
import { readFrontier } from '../../../db/readFrontier.ts'
import { refusal } from '../../../db/refusal.ts'

export type PackedLog = {
  readonly size: number
  /** In hex digits. */
  readonly root: string
  /** How many entries are in the pack. */
  readonly count: number
  /** They, ascending, read anew each time: a log is never in memory as a whole. */
  readonly entries: () => Iterable<StoredLine>
  readonly levels: MerkleLevels<string>
}

/** What the pack says of the log: whole without `subjects`. Refused where the stored log does not agree with itself. */
export function readPackedLog(reader: Reader, subjects: Subjects | undefined): Result<PackedLog> {
  const hashes = createLogHashes()
  const leaves = readLeaves(reader)
  const levels = createMerkleLevels(hashes, leaves)
  const about = subjects === undefined ? undefined : entriesAbout(reader, subjects)
  const entries = () => (about === undefined ? readLog(reader) : readEntries(reader, about))
  const verifier = createLogVerifier(hashes)
  let count = 0
  for (const { seq, text } of entries()) {
    const isBroken =
      hashes.leaf(text) !== leaves[seq] || (about === undefined && verifier.take(text) !== undefined)
    if (isBroken) return damaged(say('entry {{seq}} is not what was written', { seq }))
    count++
  }
  const stored = readFrontier(reader)
  const root = levels.root(leaves.length)
  if (stored.size !== leaves.length)
    return damaged(
      say('its tree has {{size}} leaves, the log {{entries}}', { size: stored.size, entries: leaves.length }),
    )
  return { ok: true, value: { size: leaves.length, root: hashes.hex(root), count, entries, levels } }
}

function damaged(what: string) {
  return refusal(
    'damaged',
    say(
      'The log does not agree with itself: {{what}}. Nothing is signed; run foreclick check, which tells all.',
      { what },
    ),
  )
}

/** Entries as they are, and between them blocks that stand for those that are left out: together they make the root. */
export function* chainLines({ entries, levels, size }: PackedLog): Generator<string> {
  let next = 0
  for (const { seq, text } of entries()) {
    yield* blockLines(levels, next, seq)
    yield text
    next = seq + 1
  }
  yield* blockLines(levels, next, size)
}

function* blockLines(levels: MerkleLevels<string>, from: number, to: number): Generator<string> {
  for (const block of levels.cover(from, to))
    yield JSON.stringify({ block: { from: block.from, leaves: block.leaves, hash: hexOf(block.hash) } })
}

const hexOf = (hash: string) => Buffer.from(hash, 'latin1').toString('hex')

/** Standard proofs (RFC 6962), for other tools: of each payment, and of each checkpoint that the log tells of. */
export function proofsOf({ entries, levels, size }: PackedLog) {
  const inclusion: { readonly seq: number; readonly proof: string[] }[] = []
  const consistency: { readonly size: number; readonly root: string; readonly proof: string[] }[] = []
  for (const { seq, text } of entries()) {
    if (text.includes('"what":"payOrder"'))
      inclusion.push({ seq, proof: levels.inclusion(seq, size).map(hexOf) })
    if (text.includes('"what":"exportCheckpoint"'))
      consistency.push({
        size: seq,
        root: hexOf(levels.root(seq)),
        proof: levels.consistency(seq, size).map(hexOf),
      })
  }
  return { size, inclusion, consistency }
}

/** By order a checkpoint of the log right after the order's own last entry: the same for as long as the order is. */
export function orderCheckpoints({ entries, levels }: PackedLog) {
  const last = new Map<string, { readonly seq: number; readonly at: number }>()
  for (const { seq, text } of entries()) {
    const {
      at,
      subject,
    }: { readonly at: number; readonly subject: { readonly kind: string; readonly id: string } } =
      JSON.parse(text)
    if (subject.kind === 'order') last.set(subject.id, { seq, at })
  }
  return new Map(
    [...last].map(
      ([id, { seq, at }]) => [id, { size: seq + 1, root: hexOf(levels.root(seq + 1)), at }] as const,
    ),
  )
}
