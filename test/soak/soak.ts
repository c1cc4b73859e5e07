import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { openWorkspace } from '../../db/openWorkspace.ts'
import { bundleScript } from '../db/fixtures/bundleScript.ts'
import { saveSampleOrder } from '../db/fixtures/saveSampleOrder.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { endThreads } from './endThreads.ts'
import { type KillFigures, killAtRandom } from './killLoop.ts'

// `npm run soak`: kills a process at random during commands, and opens and ends threads, for as long as one likes.
// `-- --cycles 3000 --threads 500 --seed 7`: a seed replays the commands, though not the moment of a kill.
const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '3000' },
    threads: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const seed = Number(values.seed)
const folder = mkdtempSync(join(tmpdir(), 'foreclick-soak-'))
let isSound = false
process.stdout.write(`seed ${seed}\n`)
try {
  isSound = (await soakKills()) && (await soakThreads())
} finally {
  if (isSound) rmSync(folder, { recursive: true, force: true })
  else process.stdout.write(`kept ${folder}\n`)
}
process.exitCode = isSound ? 0 : 1

async function soakKills(): Promise<boolean> {
  const start = performance.now()
  const { script, remove } = await bundleScript(new URL('./commandLoop.ts', import.meta.url))
  try {
    const onCycle = (figures: KillFigures): void => {
      if (figures.kills % 100 === 0) process.stderr.write(`${figures.kills} kills\n`)
    }
    // Two at a time: most of it is waiting for disks and processes.
    const lanes = [seed, seed + 1].map(each =>
      killAtRandom({
        folder: join(folder, String(each)),
        script,
        seed: each,
        cycles: Math.ceil(Number(values.cycles) / 2),
        onCycle,
      }),
    )
    const both = await Promise.all(lanes)
    for (const figures of both) process.stdout.write(`${JSON.stringify(figures)}\n`)
    process.stdout.write(`${secondsSince(start)} s\n`)
    return both.every(({ lost, halfDone }) => lost === 0 && halfDone === 0)
  } finally {
    remove()
  }
}

async function soakThreads(): Promise<boolean> {
  const start = performance.now()
  const threads = Number(values.threads)
  const dataDir = join(folder, 'threads')
  const workspace = valueOf(openWorkspace({ dataDir, now: Date.now, mode: 'write' }))
  if (workspace.readOnly) throw new Error('Opened read-only')
  saveSampleOrder(workspace.writer)
  const { script, remove } = await bundleScript(new URL('./readerThread.ts', import.meta.url))
  try {
    const read = await endThreads({ dataDir, script, threads })
    const wrong = read.filter(orders => orders !== 1).length
    process.stdout.write(`${read.length} threads read, closed and ended, ${wrong} read wrong, `)
    process.stdout.write(`${secondsSince(start)} s\n`)
    return wrong === 0
  } finally {
    workspace.close()
    remove()
  }
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1)
}
