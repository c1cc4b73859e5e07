import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  bytesTree,
  emptyRoot,
  leafHash,
  MerkleFrontier,
  nodeHash,
  rootOf,
} from '../../../core/audit/merkleTree.ts'
import {
  consistencyProof,
  inclusionProof,
  provesConsistency,
  provesInclusion,
} from '../../../core/audit/proofs.ts'

/** The recursive definition of RFC 6962, 2.1, word for word. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return leaves[0]!
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return nodeHash(naiveRoot(leaves.slice(0, half)), naiveRoot(leaves.slice(half)))
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(utf8ToBytes(`entry ${i}`)))
const flipped = (hash: Uint8Array, bit: number) =>
  hash.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

test('L20, L21: leaves, nodes and the empty tree have the hashes of the published vectors', () => {
  expect(bytesToHex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(bytesToHex(leafHash(new Uint8Array(0)))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  expect(bytesToHex(leafHash(utf8ToBytes('L123456')))).toBe(
    '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
  )
  const joined = new Uint8Array([1, ...utf8ToBytes('N123'), ...utf8ToBytes('N456')])
  expect(bytesToHex(sha256(joined))).toBe('aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb')
})

test('L20: the eight leaves of the certificate transparency tests have their known root', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  const leaves = inputs.map(input => leafHash(hexToBytes(input)))
  expect(bytesToHex(rootOf(leaves))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test('L20: a frontier has the root of the definition at every size, also after it was stored', () => {
  const leaves = leavesOf(70)
  let frontier = new MerkleFrontier(bytesTree)
  leaves.forEach((leaf, i) => {
    frontier = new MerkleFrontier(bytesTree, frontier.state())
    frontier.append(leaf)
    expect(bytesToHex(frontier.root())).toBe(bytesToHex(naiveRoot(leaves.slice(0, i + 1))))
  })
  expect(() => new MerkleFrontier(bytesTree, { size: 3, peaks: [] })).toThrow('3 leaves')
})

test('L20: order matters, and a node cannot pass for a leaf', () => {
  const [a, b] = [leafHash(utf8ToBytes('a')), leafHash(utf8ToBytes('b'))]
  expect(rootOf([a, b])).not.toEqual(rootOf([b, a]))
  expect(leafHash(new Uint8Array([...a, ...b]))).not.toEqual(nodeHash(a, b))
})

test('L23: every inclusion proof verifies, and none with anything about it changed', () => {
  let tried = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), (size, at, change) => {
      const leaves = leavesOf(size)
      const index = at % size
      const claim = {
        leaf: leaves[index]!,
        index,
        size,
        root: rootOf(leaves),
        proof: inclusionProof(leaves, index),
      }
      expect(provesInclusion(claim)).toBe(true)
      const wrong = [
        { ...claim, leaf: flipped(claim.leaf, change % 256) },
        { ...claim, root: flipped(claim.root, change % 256) },
        { ...claim, index: index + 1 },
        { ...claim, index: -1 },
        { ...claim, index: 0.5 },
        { ...claim, proof: [...claim.proof, emptyRoot] },
        ...(claim.proof.length === 0
          ? []
          : [
              { ...claim, proof: claim.proof.slice(1) },
              { ...claim, proof: claim.proof.slice(0, -1) },
              {
                ...claim,
                proof: claim.proof.map((hash, i) =>
                  i === change % claim.proof.length ? flipped(hash, change % 256) : hash,
                ),
              },
            ]),
      ]
      for (const each of wrong) expect(provesInclusion(each)).toBe(false)
      tried += wrong.length
    }),
    { numRuns: 200 },
  )
  process.stdout.write(`L23: ${tried} forged inclusion proofs refused\n`)
})

test('L23: every beginning of a log is proved, and no other beginning', () => {
  let tried = 0
  const leaves = leavesOf(41)
  for (let newSize = 1; newSize <= 41; newSize++) {
    const tree = leaves.slice(0, newSize)
    const newRoot = rootOf(tree)
    for (let size = 0; size <= newSize; size++) {
      const proof = consistencyProof(tree, size)
      const claim = { size, root: rootOf(tree.slice(0, size)), newSize, newRoot, proof }
      expect(provesConsistency(claim)).toBe(true)
      const wrong = [
        { ...claim, root: flipped(claim.root, (size * 7) % 256) },
        { ...claim, newRoot: flipped(newRoot, (size * 11) % 256) },
        { ...claim, proof: [...proof, emptyRoot] },
        { ...claim, size: newSize + 1 },
        ...proof.map((_, i) => ({ ...claim, proof: proof.filter((__, k) => k !== i) })),
        ...proof.map((_, i) => ({
          ...claim,
          proof: proof.map((hash, k) => (k === i ? flipped(hash, 3) : hash)),
        })),
      ]
      // A tree of nothing begins every tree, whatever the new root is said to be.
      const refused = size === 0 ? wrong.filter((_, i) => i !== 1) : wrong
      for (const each of refused)
        expect([newSize, size, provesConsistency(each)]).toEqual([newSize, size, false])
      tried += refused.length
    }
  }
  process.stdout.write(`L23: ${tried} forged consistency proofs refused\n`)
})

test('L23: what is no hash of 32 bytes proves nothing and is no leaf', () => {
  const leaves = Array.from({ length: 7 }, (_, i) => leafHash(Uint8Array.of(i)))
  const root = rootOf(leaves)
  const bad = fc.constantFrom(0, 1, 31, 33, 64).map(length => new Uint8Array(length))
  fc.assert(
    fc.property(bad, fc.nat(6), (wrong, index) => {
      const leaf = leaves[index] ?? wrong
      const proof = inclusionProof(leaves, index)
      const claim = { leaf, index, size: 7, root, proof }
      expect(provesInclusion(claim)).toBe(true)
      expect(provesInclusion({ ...claim, leaf: wrong })).toBe(false)
      expect(provesInclusion({ ...claim, root: wrong })).toBe(false)
      expect(provesInclusion({ ...claim, proof: [wrong, ...proof.slice(1)] })).toBe(false)
      expect(provesConsistency({ size: 7, root: wrong, newSize: 7, newRoot: wrong, proof: [] })).toBe(false)
      expect(() => rootOf([...leaves, wrong])).toThrow('is no hash')
    }),
  )
})
