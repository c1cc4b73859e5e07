import type { TreeHashes } from './merkleTree.ts'

/** A perfect subtree of the log's tree that stands for the entries below it: `leaves` is a power of two that divides `from`. */
export type Block<H> = { readonly from: number; readonly leaves: number; readonly hash: H }

/** All perfect subtrees over the leaves of a log, so that a proof costs a few hashes however long the log is. */
export type MerkleLevels<H> = {
  readonly size: number
  /** Root of the tree over the first `size` leaves. */
  readonly root: (size: number) => H
  /** From the leaf at `index` to the root of the first `size` leaves (RFC 6962, 2.1.1), lowest first. */
  readonly inclusion: (index: number, size: number) => H[]
  /** What shows that the first `size` leaves begin the tree of the first `newSize` (RFC 6962, 2.1.2). */
  readonly consistency: (size: number, newSize: number) => H[]
  /** The fewest blocks that stand for the leaves from `from` up to `to`. */
  readonly cover: (from: number, to: number) => Block<H>[]
}

export function createMerkleLevels<H>(tree: TreeHashes<H>, leaves: readonly H[]): MerkleLevels<H> {
  const levels = levelsOf(tree, leaves)

  function block(from: number, count: number): H {
    const level = Math.log2(count)
    const hash = levels[level]?.[from / count]
    if (hash === undefined) throw new RangeError(`no ${count} leaves from ${from} among ${leaves.length}`)
    return hash
  }

  /** Root of the leaves from `from` up to `to`, where `from` is a place at which such a tree begins. */
  function range(from: number, to: number): H {
    const count = to - from
    if (count === 0) return tree.empty
    const half = splitOf(count)
    if (half * 2 === count || count === 1) return block(from, count)
    return tree.node(block(from, half), range(from + half, to))
  }

  function path(index: number, { from, to }: { readonly from: number; readonly to: number }): H[] {
    if (to - from === 1) return []
    const middle = from + splitOf(to - from)
    return index < middle
      ? [...path(index, { from, to: middle }), range(middle, to)]
      : [...path(index, { from: middle, to }), range(from, middle)]
  }

  function subproof(
    size: number,
    { from, to }: { readonly from: number; readonly to: number },
    isWhole: boolean,
  ): H[] {
    if (size === to) return isWhole ? [] : [range(from, to)]
    const middle = from + splitOf(to - from)
    return size <= middle
      ? [...subproof(size, { from, to: middle }, isWhole), range(middle, to)]
      : [...subproof(size, { from: middle, to }, false), range(from, middle)]
  }

  return {
    size: leaves.length,
    root: size => range(0, known(size, leaves.length)),
    inclusion(index, size) {
      if (index < 0 || index >= known(size, leaves.length))
        throw new RangeError(`no leaf ${index} among ${size}`)
      return path(index, { from: 0, to: size })
    },
    consistency(size, newSize) {
      known(newSize, leaves.length)
      known(size, newSize)
      return size === 0 || size === newSize ? [] : subproof(size, { from: 0, to: newSize }, true)
    },
    cover(from, to) {
      known(to, leaves.length)
      const blocks: Block<H>[] = []
      for (let at = from; at < to;) {
        const count = largestAt(at, to - at)
        blocks.push({ from: at, leaves: count, hash: block(at, count) })
        at += count
      }
      return blocks
    },
  }
}

function levelsOf<H>(tree: TreeHashes<H>, leaves: readonly H[]): readonly (readonly H[])[] {
  const levels: (readonly H[])[] = [leaves]
  for (let below = leaves; below.length > 1;) {
    const above: H[] = []
    for (let i = 0; i + 1 < below.length; i += 2) {
      const [left, right] = [below[i], below[i + 1]]
      if (left !== undefined && right !== undefined) above.push(tree.node(left, right))
    }
    levels.push(above)
    below = above
  }
  return levels
}

/** The most leaves of one perfect subtree that begins at `from` and has at most `count`. */
function largestAt(from: number, count: number): number {
  let leaves = 1
  while (leaves * 2 <= count && from % (leaves * 2) === 0) leaves *= 2
  return leaves
}

/** The largest power of two below `count`; 1 below 2. */
function splitOf(count: number): number {
  let half = 1
  while (half * 2 < count) half *= 2
  return half
}

function known(size: number, most: number): number {
  if (!Number.isSafeInteger(size) || size < 0 || size > most)
    throw new RangeError(`no beginning of ${size} among ${most}`)
  return size
}
