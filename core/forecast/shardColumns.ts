import type { ForecastShard } from './forecastShards.ts'

/** The rows of all shards, read by column in the order of the replicates, whatever the order of the shards. */
export type ShardColumns = (index: number) => Float64Array

/** Throws when the shards do not cover exactly 0 .. `replicates`: that is a fault of the caller, not of the input. */
export function shardColumns(
  shards: readonly ForecastShard[],
  replicates: number,
  width: number,
): ShardColumns {
  const ordered = shards.toSorted((a, b) => a.from - b.from)
  let next = 0
  for (const shard of ordered) {
    if (shard.from !== next || shard.values.length !== (shard.to - shard.from) * width) {
      throw new RangeError(`shards do not join at replicate ${next}: found ${shard.from} to ${shard.to}`)
    }
    next = shard.to
  }
  if (next !== replicates) throw new RangeError(`shards end at replicate ${next}, expected ${replicates}`)
  return index => {
    const column = new Float64Array(replicates)
    let at = 0
    for (const shard of ordered) {
      for (let i = index; i < shard.values.length; i += width) column[at++] = shard.values[i]!
    }
    return column
  }
}
