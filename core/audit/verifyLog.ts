import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

import { say } from '../words/say.ts'
import { firstPrevious } from './logEntry.ts'
import { bytesTree, leafHash, MerkleFrontier, type TreeHashes } from './merkleTree.ts'

/** A stored entry: its canonical text. Whatever columns stand beside it are copies. */
export type StoredEntry = { readonly text: string }

export type LogVerdict =
  | { readonly ok: true; readonly size: number; readonly root: string; readonly clockSteps: number }
  /** The first entry that is not what it should be; the ones before it are sound. */
  | { readonly ok: false; readonly seq: number; readonly expected: string; readonly received: string }

/** How a host hashes a log: a leaf of an entry's text, nodes of the tree, and hex digits of either. */
export type LogHashes<H> = TreeHashes<H> & {
  readonly leaf: (text: string) => H
  readonly hex: (hash: H) => string
}

const portable: LogHashes<Uint8Array> = {
  ...bytesTree,
  leaf: text => leafHash(utf8ToBytes(text)),
  hex: bytesToHex,
}

/**
 * Checks number, chain and Merkle root of a log from its first entry on. A changed, missing, added, moved or repeated entry
 * breaks the chain at its place; a tail that was cut off shows only against a checkpoint of the longer log (L22). `clockSteps`
 * counts entries that are older than the one before: a clock that was set back, which is no fault of the log.
 */
export function verifyLog(entries: Iterable<StoredEntry>): LogVerdict {
  const verifier = createLogVerifier(portable)
  for (const { text } of entries) {
    const wrong = verifier.take(text)
    if (wrong !== undefined) return wrong
  }
  return verifier.verdict()
}

type Wrong = Extract<LogVerdict, { readonly ok: false }>

/** The same, entry by entry, with the hashes of the host: a long log is never in memory as a whole. */
export function createLogVerifier<H>(hashes: LogHashes<H>) {
  const frontier = new MerkleFrontier<H>(hashes)
  let previous = firstPrevious
  let at = -Infinity
  let clockSteps = 0
  return {
    /** What is wrong with the next entry; undefined when it follows. */
    take(text: string): Wrong | undefined {
      const seq = frontier.size
      const moment = momentOf(text, { seq, previous })
      if (moment === undefined) return whatIsWrong(text, { seq, previous })
      if (moment < at) clockSteps++
      at = moment
      const leaf = hashes.leaf(text)
      frontier.append(leaf)
      previous = hashes.hex(leaf)
      return undefined
    },
    /** Leaf hash of the entry that was taken last, in hex digits. */
    leaf: (): string => previous,
    frontier: () => frontier.state(),
    verdict: (): LogVerdict => ({
      ok: true,
      size: frontier.size,
      root: hashes.hex(frontier.root()),
      clockSteps,
    }),
  }
}

const string = String.raw`"(?:[^"\\]|\\.)*"`
const beginning = /^\{"at":(-?\d+),"payload":/
const ending = new RegExp(
  String.raw`"id":${string},"kind":${string}\},"what":${string},"who":${string}\}$`,
  'y',
)
const beforePlace = ',"previous":"'
const place = /^,"previous":"([0-9a-f]{64})","seq":(\d+),"subject":\{/

type Place = { readonly seq: number; readonly previous: string }

/**
 * When an entry was made, if its canonical text has the form of one and says that it stands in this place; else undefined. Such
 * a text begins and ends in one way only (RFC 8785 sorts the names); the payload between is hashed with the rest, and reading
 * it takes longer than all else.
 */
function momentOf(text: string, { seq, previous }: Place): number | undefined {
  // Names within the payload come before the entry's own, and what looks like them within a text has its quotes escaped.
  const at = text.lastIndexOf(beforePlace)
  const here = `${beforePlace}${previous}","seq":${seq},"subject":{`
  if (!text.startsWith(here, at)) return undefined
  ending.lastIndex = at + here.length
  if (!ending.test(text)) return undefined
  const moment = beginning.exec(text)?.[1]
  return moment === undefined ? undefined : Number(moment)
}

function whatIsWrong(text: string, { seq, previous }: Place): Wrong {
  const said = place.exec(text.slice(text.lastIndexOf(beforePlace)))
  const [, before = '', number = ''] = said ?? []
  if (said === null || (before === previous && number === String(seq)))
    return { ok: false, seq, expected: say('an entry'), received: text.slice(0, 80) }
  return number === String(seq)
    ? { ok: false, seq, expected: say('the entry before to be {{previous}}', { previous }), received: before }
    : {
        ok: false,
        seq,
        expected: say('entry {{seq}}', { seq }),
        received: say('entry {{seq}}', { seq: number }),
      }
}
