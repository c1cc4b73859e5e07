import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import * as v from 'valibot'

const passed = v.object({
  rows: v.number(),
  seconds: v.number(),
  cpuSeconds: v.number(),
  megabytes: v.number(),
  gapMs: v.number(),
  idleGapMs: v.number(),
  /** Mean number of processes that wanted to run, from before to after. */
  load: v.tuple([v.number(), v.number()]),
  note: v.string(),
})
export type Passed = v.InferOutput<typeof passed>

export type Way = 'parse' | 'insert' | 'cancel' | 'import' | 'export' | 'days' | 'undo'

/** Runs one pass in a process of its own. */
export function passOf(way: Way, ...words: readonly string[]): Passed {
  const script = fileURLToPath(new URL('./wayPass.ts', import.meta.url))
  return v.parse(
    passed,
    JSON.parse(execFileSync(process.execPath, [script, way, ...words], { encoding: 'utf8' })),
  )
}

export function besideLoad({ load: [before, after] }: Passed): string {
  return `, load ${before.toFixed(1)} to ${after.toFixed(1)}`
}
