import { expect, test } from 'vitest'

import { purposes, Stream } from '../../../core/simulation/stream.ts'

/** Threefry-4x32 as in the paper, any number of rounds: the oracle of the unrolled one. */
function threefry(counter: number[], key: number[], rounds: number): number[] {
  const rotations = [
    [10, 26],
    [11, 21],
    [13, 27],
    [23, 5],
    [6, 20],
    [17, 11],
    [25, 10],
    [18, 20],
  ]
  const keys = [...key, key.reduce((all, word) => all ^ word, 0x1bd11bda)]
  const x = counter.map((word, i) => (word + keys[i]!) | 0)
  const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by))
  for (let round = 0; round < rounds; round++) {
    const [first, second] = rotations[round % 8]!
    const [b, d] = round % 2 === 0 ? [1, 3] : [3, 1]
    x[0] = (x[0]! + x[b]!) | 0
    x[b] = rotate(x[b]!, first!) ^ x[0]
    x[2] = (x[2]! + x[d]!) | 0
    x[d] = rotate(x[d]!, second!) ^ x[2]
    if (round % 4 < 3) continue
    const injection = (round + 1) / 4
    for (let i = 0; i < 4; i++) x[i] = (x[i]! + keys[(injection + i) % 5]!) | 0
    x[3] = (x[3]! + injection) | 0
  }
  return x.map(word => word >>> 0)
}

const draw = (stream: Stream, count: number) => Array.from({ length: count }, () => stream.uniform())

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length
  const [ma, mb] = [mean(a), mean(b)]
  const cross = a.reduce((sum, value, i) => sum + (value - ma) * (b[i]! - mb), 0)
  const square = (all: readonly number[], m: number) => all.reduce((sum, value) => sum + (value - m) ** 2, 0)
  return cross / Math.sqrt(square(a, ma) * square(b, mb))
}

test('DE-random: the oracle gives the published vectors of Threefry-4x32-20', () => {
  const hex = (words: number[]) => words.map(word => word.toString(16).padStart(8, '0')).join(' ')
  expect(hex(threefry([0, 0, 0, 0], [0, 0, 0, 0], 20))).toBe('9c6ca96a e17eae66 fc10ecd4 5256a7d8')
  expect(hex(threefry([-1, -1, -1, -1], [-1, -1, -1, -1], 20))).toBe('2a881696 57012287 f6c7446e a16a6732')
  const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89]
  expect(hex(threefry(pi.slice(0, 4), pi.slice(4), 20))).toBe('59cd1dbb b8879579 86b5d00c ac8b6d84')
})

test('DE-random: a stream draws the blocks (block, position, replicate, purpose) under its seed', () => {
  for (const seed of [0, 1, 2 ** 32 + 7, 2 ** 53 - 1]) {
    for (const [replicate, position, purpose] of [
      [0, 0, 1],
      [77, 13, 9],
      [99_999, 4_319, 12],
    ] as const) {
      const stream = new Stream(seed, purpose)
      stream.seek(replicate, position)
      const key = [(seed % 2 ** 32) | 0, Math.floor(seed / 2 ** 32) | 0, 0, 0]
      const expected = [0, 1, 2].flatMap(block => threefry([block, position, replicate, purpose], key, 12))
      expect(draw(stream, 12).map(u => Math.floor(u * 2 ** 32))).toEqual(expected)
    }
  }
})

test('DE-random: seeking back repeats the same draws, and draws lie strictly between 0 and 1', () => {
  const stream = new Stream(42, purposes.wins)
  stream.seek(3, 5)
  const first = draw(stream, 1000)
  stream.seek(4, 5)
  expect(draw(stream, 4)).not.toEqual(first.slice(0, 4))
  stream.seek(3, 5)
  expect(draw(stream, 1000)).toEqual(first)
  expect(Math.min(...first)).toBeGreaterThan(0)
  expect(Math.max(...first)).toBeLessThan(1)
})

test('DE-random: neighbouring seeds, replicates, slots and purposes are uncorrelated', () => {
  const count = 20_000
  const at = (seed: number, purpose: number, replicate: number, position: number) => {
    const stream = new Stream(seed, purpose)
    stream.seek(replicate, position)
    return draw(stream, count)
  }
  const base = at(7, 5, 10, 20)
  const bound = 4 / Math.sqrt(count)
  for (const other of [at(8, 5, 10, 20), at(7, 6, 10, 20), at(7, 5, 11, 20), at(7, 5, 10, 21)]) {
    expect(Math.abs(correlation(base, other))).toBeLessThan(bound)
  }
  expect(Math.abs(correlation(base.slice(1), base.slice(0, -1)))).toBeLessThan(bound)
})

test('DE-random: the first draws of 20,000 neighbouring seeds are uniform', () => {
  const bins = Array.from({ length: 100 }, () => 0)
  for (let seed = 0; seed < 20_000; seed++) {
    const stream = new Stream(seed, purposes.rates)
    stream.seek(0, 0)
    bins[Math.floor(stream.uniform() * 100)]! += 1
  }
  const chiSquare = bins.reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0)
  // 99 degrees of freedom: the 0.1% points are 58 and 149.
  expect(chiSquare).toBeGreaterThan(58)
  expect(chiSquare).toBeLessThan(149)
})

test('DE-random: every purpose has a number of its own', () => {
  expect(new Set(Object.values(purposes)).size).toBe(Object.keys(purposes).length)
})

test('DE-random: a seed that is not a whole number from 0 is refused with its value', () => {
  for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => new Stream(seed, 1)).toThrow(String(seed))
})
