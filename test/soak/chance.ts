import { purposes, Stream } from '../../core/simulation/stream.ts'

/** Draws that a seed replays (D44). */
export type Chance = {
  /** A whole number from 0 to `below` - 1. */
  readonly upTo: (below: number) => number
  readonly pick: <const T>(list: readonly [T, ...T[]]) => T
}

/** The draws of one part of a run: another part of the same seed has others. */
export function chanceOf(seed: number, part: number): Chance {
  const stream = new Stream(seed, purposes.rates)
  stream.seek(part, 0)
  const upTo = (below: number): number => Math.floor(stream.uniform() * below)
  return { upTo, pick: list => list[upTo(list.length)] ?? list[0] }
}
