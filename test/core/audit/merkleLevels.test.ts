import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createMerkleLevels } from '../../../core/audit/merkleLevels.ts'
import { bytesTree, leafHash, rootOf } from '../../../core/audit/merkleTree.ts'
import { consistencyProof, inclusionProof } from '../../../core/audit/proofs.ts'

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(utf8ToBytes(`entry ${i}`)))
const places = fc
  .tuple(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat())
  .map(([count, a, b]) => ({ count, index: a % count, size: (b % count) + 1 }))

test('L20: proofs from the kept subtrees are those of the definition', () => {
  fc.assert(
    fc.property(places, ({ count, index, size }) => {
      const leaves = leavesOf(count)
      const levels = createMerkleLevels(bytesTree, leaves)
      expect(levels.root(size)).toEqual(rootOf(leaves.slice(0, size)))
      expect(levels.inclusion(index, count)).toEqual(inclusionProof(leaves, index))
      expect(levels.consistency(size, count)).toEqual(consistencyProof(leaves, size))
    }),
  )
  expect(createMerkleLevels(bytesTree, []).root(0)).toEqual(bytesTree.empty)
})

test('L20: blocks stand for all leaves of a range, each a perfect subtree in its own place, and for no others', () => {
  fc.assert(
    fc.property(places, ({ count, index, size }) => {
      const leaves = leavesOf(count)
      const [from, to] = index < size ? [index, size] : [size, index]
      const blocks = createMerkleLevels(bytesTree, leaves).cover(from, to)
      let next = from
      for (const block of blocks) {
        expect(block.from).toBe(next)
        expect(block.from % block.leaves).toBe(0)
        expect(block.hash).toEqual(rootOf(leaves.slice(next, next + block.leaves)))
        next += block.leaves
      }
      expect(next).toBe(to)
      expect(blocks.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(count + 1)))
    }),
  )
})

test('L23: what is not among the leaves has no proof', () => {
  const levels = createMerkleLevels(bytesTree, leavesOf(5))
  expect(() => levels.inclusion(5, 5)).toThrow(RangeError)
  expect(() => levels.inclusion(3, 3)).toThrow(RangeError)
  expect(() => levels.consistency(6, 5)).toThrow(RangeError)
  expect(() => levels.root(6)).toThrow(RangeError)
})
