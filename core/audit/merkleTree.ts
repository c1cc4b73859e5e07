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

/** Whether bytes can be a hash at all: anything else in a proof or a tree is refused (L23). */
export function isHash(bytes: Uint8Array): boolean {
  return bytes.length === hashLength
}

/** Root over leaf hashes in their order. Throws RangeError for a leaf that is no hash. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const frontier = new MerkleFrontier(bytesTree)
  for (const leaf of leaves) {
    if (!isHash(leaf)) throw new RangeError(`a leaf of ${leaf.length} bytes is no hash`)
    frontier.append(leaf)
  }
  return frontier.root()
}

/** How a tree is hashed: `H` is a hash in whatever form a host has at hand. */
export type TreeHashes<H> = {
  readonly empty: H
  readonly node: (left: H, right: H) => H
}

/** The form that every host has: bytes. */
export const bytesTree: TreeHashes<Uint8Array> = { empty: emptyRoot, node: nodeHash }

/** Roots of the perfect subtrees that a tree is made of, the largest first: enough to append to it and to know its root. */
export class MerkleFrontier<H> {
  private peaks: H[]
  private count: number
  private readonly tree: TreeHashes<H>

  /** Goes on from `state()` of another frontier, or from nothing. */
  constructor(tree: TreeHashes<H>, state: FrontierState<H> = { size: 0, peaks: [] }) {
    this.tree = tree
    if (!Number.isSafeInteger(state.size) || state.size < 0 || state.peaks.length !== onesIn(state.size))
      throw new RangeError(`a tree of ${state.size} leaves does not have ${state.peaks.length} peaks`)
    this.count = state.size
    this.peaks = [...state.peaks]
  }

  get size(): number {
    return this.count
  }

  append(leaf: H): void {
    let node = leaf
    // Each trailing 1 of the size is a perfect subtree of the leaf's own height that it completes to the next.
    for (let rest = this.count; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.peaks.pop()
      if (left === undefined) throw new RangeError(`no peak is left in a tree of ${this.count}`)
      node = this.tree.node(left, node)
    }
    this.peaks.push(node)
    this.count++
  }

  root(): H {
    const [last, ...others] = this.peaks.toReversed()
    return last === undefined
      ? this.tree.empty
      : others.reduce((right, left) => this.tree.node(left, right), last)
  }

  state(): FrontierState<H> {
    return { size: this.count, peaks: [...this.peaks] }
  }
}

export type FrontierState<H> = { readonly size: number; readonly peaks: readonly H[] }

function onesIn(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}
