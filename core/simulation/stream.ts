/**
 * Random streams by counter: Threefry-4x32 with 12 rounds, the fewest its authors found to pass BigCrush (Salmon et al.,
 * "Parallel random numbers: as easy as 1, 2, 3", SC 2011). Under one seed the cipher is a bijection of its 128-bit counter, and the counter spells out
 * (block, position, replicate, purpose): no two streams can share a block, so a new purpose never reshuffles another's
 * draws and a replicate is the same alone, in a batch, on one thread or eight. Seeds are keys: neighbouring seeds are
 * unrelated permutations.
 */
export const purposes = {
  rates: 1,
  dayNoise: 2,
  cells: 3,
  lean: 4,
  wins: 5,
  prices: 6,
  stop: 7,
  clicks: 8,
  pageViews: 9,
  conversions: 10,
  delays: 11,
  returns: 12,
  reach: 13,
} as const
export type Purpose = keyof typeof purposes

const parity = 0x1bd11bda
const twoTo32 = 4294967296

export class Stream {
  private readonly keyLow: number
  private readonly keyHigh: number
  private readonly purpose: number
  private replicate = 0
  private position = 0
  private block = 0
  private readonly words = new Int32Array(4)
  private used = 4

  /** `seed` is a whole number from 0 to 2^53 - 1. */
  constructor(seed: number, purpose: number) {
    if (!Number.isSafeInteger(seed) || seed < 0)
      throw new RangeError(`seed must be a whole number from 0: ${seed}`)
    this.keyLow = (seed % twoTo32) | 0
    this.keyHigh = Math.floor(seed / twoTo32) | 0
    this.purpose = purpose
  }

  /** Goes to the start of the draws of `position` (a slot, a day) in `replicate`. */
  seek(replicate: number, position: number): void {
    this.replicate = replicate
    this.position = position
    this.block = 0
    this.used = 4
  }

  /** The next draw, uniform in (0, 1): never 0 and never 1. */
  uniform(): number {
    if (this.used === 4) this.refill()
    return (this.words[this.used++]! >>> 0) * 2.3283064365386963e-10 + 1.1641532182693481e-10
  }

  private refill(): void {
    const k0 = this.keyLow
    const k1 = this.keyHigh
    const k4 = parity ^ k0 ^ k1
    let a = (this.block + k0) | 0
    let b = (this.position + k1) | 0
    let c = this.replicate
    let d = this.purpose
    // prettier-ignore
    {
      a = (a + b) | 0; b = ((b << 10) | (b >>> 22)) ^ a; c = (c + d) | 0; d = ((d << 26) | (d >>> 6)) ^ c
      a = (a + d) | 0; d = ((d << 11) | (d >>> 21)) ^ a; c = (c + b) | 0; b = ((b << 21) | (b >>> 11)) ^ c
      a = (a + b) | 0; b = ((b << 13) | (b >>> 19)) ^ a; c = (c + d) | 0; d = ((d << 27) | (d >>> 5)) ^ c
      a = (a + d) | 0; d = ((d << 23) | (d >>> 9)) ^ a; c = (c + b) | 0; b = ((b << 5) | (b >>> 27)) ^ c
      a = (a + k1) | 0; d = (d + k4 + 1) | 0
      a = (a + b) | 0; b = ((b << 6) | (b >>> 26)) ^ a; c = (c + d) | 0; d = ((d << 20) | (d >>> 12)) ^ c
      a = (a + d) | 0; d = ((d << 17) | (d >>> 15)) ^ a; c = (c + b) | 0; b = ((b << 11) | (b >>> 21)) ^ c
      a = (a + b) | 0; b = ((b << 25) | (b >>> 7)) ^ a; c = (c + d) | 0; d = ((d << 10) | (d >>> 22)) ^ c
      a = (a + d) | 0; d = ((d << 18) | (d >>> 14)) ^ a; c = (c + b) | 0; b = ((b << 20) | (b >>> 12)) ^ c
      c = (c + k4) | 0; d = (d + k0 + 2) | 0
      a = (a + b) | 0; b = ((b << 10) | (b >>> 22)) ^ a; c = (c + d) | 0; d = ((d << 26) | (d >>> 6)) ^ c
      a = (a + d) | 0; d = ((d << 11) | (d >>> 21)) ^ a; c = (c + b) | 0; b = ((b << 21) | (b >>> 11)) ^ c
      a = (a + b) | 0; b = ((b << 13) | (b >>> 19)) ^ a; c = (c + d) | 0; d = ((d << 27) | (d >>> 5)) ^ c
      a = (a + d) | 0; d = ((d << 23) | (d >>> 9)) ^ a; c = (c + b) | 0; b = ((b << 5) | (b >>> 27)) ^ c
      b = (b + k4) | 0; c = (c + k0) | 0; d = (d + k1 + 3) | 0
    }
    this.words[0] = a
    this.words[1] = b
    this.words[2] = c
    this.words[3] = d
    this.block++
    this.used = 0
  }
}
