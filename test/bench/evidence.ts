import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { strFromU8, unzipSync } from 'fflate'

import { packedWorkspace } from '../electron/backend/evidence/packedWorkspace.ts'
import type { Figure } from './figures.ts'
import { circumstances, measureChild } from './measureChild.ts'

const orders = 1000
const mebibyte = 1024 * 1024
const program = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

/** A pack of 1,000 paid and delivered orders, made and checked by its own verifier, each in a process that does only that. */
export function benchEvidence(): Promise<Figure[]> {
  const few = packOf(3)
  const many = packOf(orders)
  return Promise.resolve([
    {
      name: 'evidence pack of 1,000 orders: made by the command',
      value: many.made.seconds,
      unit: 's',
      target: { atMost: 10 },
      note: `${circumstances(many.made.cpuSeconds)}; ${many.mebibytes.toFixed(1)} MiB`,
    },
    {
      name: 'memory of its maker',
      value: many.made.mebibytes,
      unit: 'MiB',
      target: { atMost: 500 },
      note: `of 3 orders: ${few.made.mebibytes.toFixed(0)} MiB`,
    },
    {
      name: 'evidence pack of 1,000 orders: verified by its own verifier',
      value: many.verified.seconds,
      unit: 's',
      target: { atMost: 3 },
      note: `${circumstances(many.verified.cpuSeconds)}; start of Node included`,
    },
    {
      name: 'memory of its verifier',
      value: many.verified.mebibytes,
      unit: 'MiB',
      target: { atMost: 500 },
      note: `of 3 orders: ${few.verified.mebibytes.toFixed(0)} MiB`,
    },
  ])
}

function packOf(count: number) {
  using workspace = packedWorkspace(count)
  const out = workspace.at('pack.zip')
  const made = measureChild([program, 'evidence', '--data', workspace.dataDir, '--out', out])
  const script = workspace.at('verify.mjs')
  writeFileSync(script, strFromU8(unzipSync(readFileSync(out))['verify.mjs'] ?? new Uint8Array(0)))
  const verified = measureChild([script, out])
  if (!verified.stdout.includes(': sound')) throw new Error(verified.stdout)
  return { made, verified, mebibytes: statSync(out).size / mebibyte }
}
