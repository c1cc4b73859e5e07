import { Fault } from './readZip.mjs'
import { bytesOfHex, hexOf, sha256, utf8 } from './sha256.mjs'

const firstPrevious = '0'.repeat(64)

/** Hash of a leaf and of a node as in RFC 6962, 2.1. */
function leafOf(text) {
  const bytes = utf8(text)
  const prefixed = new Uint8Array(1 + bytes.length)
  prefixed.set(bytes, 1)
  return sha256(prefixed)
}

function nodeOf(left, right) {
  const joined = new Uint8Array(65)
  joined[0] = 1
  joined.set(left, 1)
  joined.set(right, 33)
  return sha256(joined)
}

/** Perfect subtrees of the tree so far, the largest first, each with its height. */
function createFrontier() {
  const peaks = []
  let size = 0
  return {
    size: () => size,
    append(hash, leaves) {
      let node = hash
      let count = leaves
      while (peaks.length > 0 && peaks.at(-1).count === count) {
        node = nodeOf(peaks.pop().node, node)
        count *= 2
      }
      peaks.push({ node, count })
      size += leaves
    },
    root() {
      const [last, ...others] = peaks.toReversed()
      return last === undefined
        ? sha256(new Uint8Array(0))
        : others.reduce((right, left) => nodeOf(left.node, right), last.node)
    },
  }
}

/**
 * Reads the chain: entries, and blocks in place of entries that are left out. `wanted` are sizes whose roots are asked for, `proved`
 * numbers of entries whose leaves are; `take` is told each entry. Throws a Fault that names the first entry that is not what it
 * should be.
 */
export async function readChain(lines, { wanted, proved, take }) {
  const frontier = createFrontier()
  const leaves = new Map()
  const roots = new Map()
  let previous = firstPrevious
  const note = () => {
    if (wanted.has(frontier.size())) roots.set(frontier.size(), hexOf(frontier.root()))
  }
  note()
  for await (const text of lines) {
    if (text.startsWith('{"block":')) {
      const { hash, count } = readBlock(text, frontier.size())
      frontier.append(hash, count)
      previous = count === 1 ? hexOf(hash) : undefined
    } else {
      const entry = readEntry(text, frontier.size(), previous)
      const leaf = leafOf(text)
      if (proved.has(entry.seq)) leaves.set(entry.seq, leaf)
      frontier.append(leaf, 1)
      previous = hexOf(leaf)
      await take(entry)
    }
    note()
  }
  return { leaves, roots, size: frontier.size(), root: hexOf(frontier.root()) }
}

const isCount = value => Number.isSafeInteger(value) && value >= 0

function readBlock(text, size) {
  const { block } = parsed(text, size)
  const hash = bytesOfHex(block?.hash)
  const count = block?.leaves
  const isPower = isCount(count) && count > 0 && Number.isInteger(Math.log2(count))
  if (hash?.length !== 32 || !isPower || block.from !== size || size % count !== 0)
    throw new Fault(
      'log_entry',
      entryName(size),
      'what stands for entries that are left out does not fit here',
    )
  return { hash, count }
}

function readEntry(text, size, previous) {
  const entry = parsed(text, size)
  const isWhole =
    isCount(entry.seq) &&
    Number.isSafeInteger(entry.at) &&
    [entry.who, entry.what, entry.previous, entry.subject?.kind, entry.subject?.id].every(
      each => typeof each === 'string',
    )
  if (!isWhole) throw new Fault('log_entry', entryName(size), 'this is not an entry of a log')
  if (entry.seq !== size)
    throw new Fault('log_entry', entryName(size), `expected entry ${size} here, got entry ${entry.seq}`)
  if (previous !== undefined && entry.previous !== previous)
    throw new Fault(
      'log_entry',
      entryName(size === 0 ? 0 : size - 1),
      `entry ${size} was written after another entry than this one: one of the two was changed or moved`,
    )
  return entry
}

function parsed(text, size) {
  try {
    const value = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Said below.
  }
  throw new Fault('log_entry', entryName(size), 'this line is no JSON')
}

export function entryName(seq) {
  return `log entry ${seq}`
}

/** On which side each hash of a path joins (RFC 9162, 2.1.3.2); undefined for a path of another length. */
function sidesOf(start, end, count) {
  const sides = []
  let [place, last] = [start, end]
  for (let i = 0; i < count; i++) {
    if (last === 0) return undefined
    const isLeft = place % 2 === 1 || place === last
    sides.push(isLeft)
    if (isLeft) while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? sides : undefined
}

/** The root that a path of hashes leads to from a leaf; undefined for a path of another length. */
export function rootOfPath({ leaf, index, size, proof }) {
  const sides = sidesOf(index, size - 1, proof.length)
  if (sides === undefined) return undefined
  return hexOf(proof.reduce((node, each, i) => (sides[i] ? nodeOf(each, node) : nodeOf(node, each)), leaf))
}

/** Whether `proof` shows that the tree of `size` with `root` begins the one of `newSize` with `newRoot` (RFC 9162, 2.1.4.2). */
export function isConsistent({ size, root, newSize, newRoot, proof }) {
  if (size === newSize) return proof.length === 0 && root === newRoot
  if (size === 0) return proof.length === 0
  let [place, last] = [size - 1, newSize - 1]
  while (place % 2 === 1) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  const [first, ...siblings] = place === 0 ? [bytesOfHex(root), ...proof] : proof
  const sides = sidesOf(place, last, siblings.length)
  if (first === undefined || sides === undefined) return false
  const before = siblings.reduce((node, each, i) => (sides[i] ? nodeOf(each, node) : node), first)
  const after = siblings.reduce(
    (node, each, i) => (sides[i] ? nodeOf(each, node) : nodeOf(node, each)),
    first,
  )
  return hexOf(before) === root && hexOf(after) === newRoot
}
