import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import * as v from 'valibot'

import { compileCache } from '../compileCache.ts'

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

export type Way = 'parse' | 'insert' | 'cancel' | 'import' | 'export' | 'days' | 'bareDays' | 'undo'

const script = fileURLToPath(new URL('./wayPass.ts', import.meta.url))
const quickImports = new URL('../../electron/backend/quickImports.ts', import.meta.url).href

/** Runs one pass in a process of its own, which loads its code as the command does. */
export function passOf(way: Way, ...words: readonly string[]): Passed {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
  const output = execFileSync(process.execPath, ['--import', quickImports, script, way, ...words], {
    encoding: 'utf8',
    env,
  })
  return v.parse(passed, JSON.parse(output))
}

export function besideLoad({ load: [before, after] }: Passed): string {
  return `, load ${before.toFixed(1)} to ${after.toFixed(1)}`
}
