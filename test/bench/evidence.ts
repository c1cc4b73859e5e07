import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'

import { strFromU8, unzipSync } from 'fflate'

import { makeEvidence } from '../../electron/backend/evidence/makeEvidence.ts'
import { ensureKey } from '../../electron/backend/evidence/signingKey.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { packedWorkspace } from '../electron/backend/evidence/packedWorkspace.ts'
import type { Figure } from './figures.ts'

const orders = 1000
const mebibyte = 1024 * 1024

/** A pack of 1,000 paid and delivered orders: made on its thread, and checked by its own verifier in a process of its own. */
export async function benchEvidence(): Promise<Figure[]> {
  using workspace = packedWorkspace(orders)
  workspace.write(writer => valueOf(ensureKey(writer, workspace.dataDir)))
  const out = workspace.at('pack.zip')
  let most = 0
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  const scope = { from: null, to: null, orders: null }
  const made = await makeEvidence(
    { dataDir: workspace.dataDir, out, scope, now: Date.now() },
    { startThread, signal: new AbortController().signal, onProgress: () => undefined },
  )
  const seconds = (performance.now() - start) / 1000
  clearInterval(sampling)
  const { manifest } = valueOf(made)
  const script = workspace.at('verify.mjs')
  writeFileSync(script, strFromU8(unzipSync(readFileSync(out))['verify.mjs'] ?? new Uint8Array(0)))
  const verified = measureVerifier(script, out)
  return [
    {
      name: 'evidence pack of 1,000 orders: made',
      value: seconds,
      unit: 's',
      target: { atMost: 10 },
      note: `${manifest.counts.entries} entries, ${(statSync(out).size / mebibyte).toFixed(1)} MiB`,
    },
    {
      name: 'memory of the whole process while it is made',
      value: most / mebibyte,
      unit: 'MiB',
      target: { atMost: 500 },
    },
    {
      name: 'evidence pack of 1,000 orders: verified by its own verifier',
      value: verified.seconds,
      unit: 's',
      target: { atMost: 3 },
      note: 'start of Node included',
    },
    {
      name: 'memory of the verifier',
      value: verified.mebibytes,
      unit: 'MiB',
      target: { atMost: 500 },
    },
  ]
}

function measureVerifier(script: string, pack: string) {
  const start = performance.now()
  const told = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `process.on('exit', () => console.log('maxRSS', process.resourceUsage().maxRSS)); process.argv.splice(1, 0, ''); await import(${JSON.stringify(`file://${script}`)})`,
      pack,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const seconds = (performance.now() - start) / 1000
  if (!told.includes('sound')) throw new Error(told)
  return { seconds, mebibytes: Number(/maxRSS (\d+)/.exec(told)?.[1] ?? 0) / 1024 }
}
