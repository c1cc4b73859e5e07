import { emptyRoot, isHash, nodeHash, rootOf } from './merkleTree.ts'

type Hash = Uint8Array

/** The hashes that lead from the leaf at `index` to the root of the tree over `leaves` (RFC 6962, 2.1.1), lowest first. */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  if (index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index} among ${leaves.length}`)
  if (leaves.length === 1) return []
  const half = splitOf(leaves.length)
  return index < half
    ? [...inclusionProof(leaves.slice(0, half), index), rootOf(leaves.slice(half))]
    : [...inclusionProof(leaves.slice(half), index - half), rootOf(leaves.slice(0, half))]
}

/** What shows that the tree of `size` leaves is the beginning of the tree over `leaves` (RFC 6962, 2.1.2). */
export function consistencyProof(leaves: readonly Hash[], size: number): Hash[] {
  if (size < 0 || size > leaves.length) throw new RangeError(`no beginning of ${size} among ${leaves.length}`)
  return size === 0 || size === leaves.length ? [] : subproof(leaves, size, true)
}

function subproof(leaves: readonly Hash[], size: number, isWhole: boolean): Hash[] {
  if (size === leaves.length) return isWhole ? [] : [rootOf(leaves)]
  const half = splitOf(leaves.length)
  return size <= half
    ? [...subproof(leaves.slice(0, half), size, isWhole), rootOf(leaves.slice(half))]
    : [...subproof(leaves.slice(half), size - half, false), rootOf(leaves.slice(0, half))]
}

/** Whether `proof` shows that `leaf` is the one at `index` in the tree of `size` leaves with `root` (RFC 9162, 2.1.3.2). */
export function provesInclusion(claim: {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly root: Hash
  readonly proof: readonly Hash[]
}): boolean {
  const { leaf, index, size, root, proof } = claim
  if (!isPlace(index, size) || ![leaf, root, ...proof].every(isHash)) return false
  const sides = sidesOf(index, size - 1, proof.length)
  if (sides === undefined) return false
  const reached = proof.reduce(
    (node, sibling, i) => (sides[i] === 'left' ? nodeHash(sibling, node) : nodeHash(node, sibling)),
    leaf,
  )
  return isSame(reached, root)
}

/** Whether `proof` shows that the tree of `size` leaves with `root` begins the larger one (RFC 9162, 2.1.4.2). */
export function provesConsistency(claim: {
  readonly size: number
  readonly root: Hash
  readonly newSize: number
  readonly newRoot: Hash
  readonly proof: readonly Hash[]
}): boolean {
  const { size, root, newSize, newRoot, proof } = claim
  if (!isPlace(size, newSize + 1)) return false
  if (![root, newRoot, ...proof].every(isHash)) return false
  if (size === newSize) return proof.length === 0 && isSame(root, newRoot)
  if (size === 0) return proof.length === 0 && isSame(root, emptyRoot)
  let place = size - 1
  let last = newSize - 1
  while (place % 2 === 1) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  // A beginning that is one perfect subtree is its own first hash.
  const [first, ...siblings] = place === 0 ? [root, ...proof] : proof
  if (first === undefined) return false
  const sides = sidesOf(place, last, siblings.length)
  if (sides === undefined) return false
  let before = first
  let after = first
  siblings.forEach((sibling, i) => {
    if (sides[i] === 'left') before = nodeHash(sibling, before)
    after = sides[i] === 'left' ? nodeHash(sibling, after) : nodeHash(after, sibling)
  })
  return isSame(before, root) && isSame(after, newRoot)
}

type Side = 'left' | 'right'

/** On which side each of `count` hashes joins the path from `place` to the root; undefined where the path has another length. */
function sidesOf(start: number, end: number, count: number): Side[] | undefined {
  let place = start
  let last = end
  const sides: Side[] = []
  for (let i = 0; i < count; i++) {
    if (last === 0) return undefined
    const isLeft = place % 2 === 1 || place === last
    sides.push(isLeft ? 'left' : 'right')
    // A node without a right neighbour rises until it is one itself.
    if (isLeft) while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? sides : undefined
}

function isPlace(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
}

/** The largest power of two below `count`, which is at least 2. */
function splitOf(count: number): number {
  let half = 1
  while (half * 2 < count) half *= 2
  return half
}

function isSame(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
