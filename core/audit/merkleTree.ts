import { sha256 } from '@noble/hashes/sha2.js'

// RFC 6962, section 2.1. The prefix bytes keep a leaf from passing for a node and the other way round (L20).
const leafPrefix = 0x00
const nodePrefix = 0x01
const hashLength = 32

/** Root of a tree without leaves: the hash of nothing. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array(0))

export function leafHash(bytes: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(1 + bytes.length)
  prefixed[0] = leafPrefix
  prefixed.set(bytes, 1)
  return sha256(prefixed)
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const joined = new Uint8Array(1 + 2 * hashLength)
  joined[0] = nodePrefix
  joined.set(left, 1)
  joined.set(right, 1 + hashLength)
  return sha256(joined)
}

/** Root over leaf hashes in their order. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const frontier = new MerkleFrontier()
  for (const leaf of leaves) frontier.append(leaf)
  return frontier.root()
}

/** Roots of the perfect subtrees that a tree is made of, the largest first: enough to append to it and to know its root. */
export class MerkleFrontier {
  private peaks: Uint8Array[]
  private count: number

  /** Goes on from `state()` of another frontier, or from nothing. */
  constructor(state: FrontierState = { size: 0, peaks: [] }) {
    if (!Number.isSafeInteger(state.size) || state.size < 0 || state.peaks.length !== onesIn(state.size))
      throw new RangeError(`a tree of ${state.size} leaves does not have ${state.peaks.length} peaks`)
    this.count = state.size
    this.peaks = [...state.peaks]
  }

  get size(): number {
    return this.count
  }

  append(leaf: Uint8Array): void {
    let node = leaf
    // Each trailing 1 of the size is a perfect subtree of the leaf's own height that it completes to the next.
    for (let rest = this.count; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.peaks.pop()
      if (left === undefined) throw new RangeError(`no peak is left in a tree of ${this.count}`)
      node = nodeHash(left, node)
    }
    this.peaks.push(node)
    this.count++
  }

  root(): Uint8Array {
    const [last, ...others] = this.peaks.toReversed()
    return last === undefined ? emptyRoot : others.reduce((right, left) => nodeHash(left, right), last)
  }

  state(): FrontierState {
    return { size: this.count, peaks: [...this.peaks] }
  }
}

export type FrontierState = { readonly size: number; readonly peaks: readonly Uint8Array[] }

function onesIn(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}
