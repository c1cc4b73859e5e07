import { randomUUID } from 'node:crypto'

const counted = 2 ** 26

/**
 * Makes ids that rise: UUIDs of version 7 (RFC 9562) of one millisecond, with a counter of 26 bits and random bits of their
 * maker's own. An index takes rising ids at its end; random ones would change another of its pages for each.
 */
export function orderedIds(now: number): () => string {
  const time = now.toString(16).padStart(12, '0')
  const random = randomUUID().slice(-12)
  let count = 0
  return () => {
    if (count >= counted) throw new RangeError(`expected at most ${counted} ids, got more`)
    // 12 bits of the counter follow the version, 14 the variant.
    const high = (0x7000 + Math.floor(count / 0x4000)).toString(16)
    const low = (0x8000 + (count % 0x4000)).toString(16)
    count++
    return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${low}-${random}`
  }
}
