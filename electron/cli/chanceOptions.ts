import { availableParallelism } from 'node:os'

import type { Result } from '../../core/contract/failure.ts'
import { wholeNumber } from './wholeNumber.ts'

const mostThreads = 16

/** Options of every command that delivers orders many times. */
export function chanceArguments<const R extends string>(replicates: R) {
  return {
    seed: { type: 'string', default: '1', valueHint: 'N', description: 'Seed of all chance' },
    replicates: {
      type: 'string',
      default: replicates,
      valueHint: 'N',
      description: 'Simulated deliveries, 10 to 100000',
    },
    threads: {
      type: 'string',
      valueHint: 'N',
      description: 'Simulation threads, 1 to 16; one for each core when left out',
    },
  } as const
}

export type ChanceWords = {
  readonly seed: string
  readonly replicates: string
  readonly threads?: string | undefined
}
export type Chance = { readonly seed: number; readonly replicates: number; readonly threads: number }

export function readChance(words: ChanceWords): Result<Chance> {
  const seed = readSeed(words.seed)
  const replicates = wholeNumber('replicates', words.replicates, { least: 10, most: 100_000 })
  const cores = String(Math.min(availableParallelism(), mostThreads))
  const threads = wholeNumber('threads', words.threads ?? cores, { least: 1, most: mostThreads })
  if (seed.ok && replicates.ok && threads.ok)
    return { ok: true, value: { seed: seed.value, replicates: replicates.value, threads: threads.value } }
  const problems = [seed, replicates, threads].flatMap(parsed => (parsed.ok ? [] : [parsed.problem]))
  return { ok: false, failure: { code: 'bad_input', message: 'an option is out of range', problems } }
}

export function readSeed(word: string): ReturnType<typeof wholeNumber> {
  return wholeNumber('seed', word, { least: 0, most: Number.MAX_SAFE_INTEGER })
}
