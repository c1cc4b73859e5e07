import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { extractAll } from '@electron/asar'

import { runChild } from '../start/runChild.ts'
import { makeAppTree, setTimes } from './appTree.ts'
import { makeArchive } from './archive.ts'
import { billOfMaterials } from './billOfMaterials.ts'
import { sumsOf } from './sums.ts'
import type { Target } from './target.ts'

export type Packaging = {
  /** The checkout. */
  readonly root: string
  /** Where everything is put: `app`, `archive`, `sbom.cdx.json`, `SHA256SUMS`, and what needs the runtime. */
  readonly out: string
  readonly target: Target
  /** Epoch seconds: the moment that everything in the package is dated with. */
  readonly epoch: number
  readonly stop: AbortSignal
}

/** The steps that need no runtime, in order. Each tells in a few words what it made, and throws when it could not. */
export const treeSteps: readonly {
  readonly name: string
  readonly run: (packaging: Packaging) => Promise<string>
}[] = [
  { name: 'build', run: build },
  { name: 'tree', run: tree },
  { name: 'archive', run: archive },
  { name: 'self-test', run: selfTest },
  { name: 'materials', run: materials },
  { name: 'sums', run: sums },
]

async function build({ root, out, stop }: Packaging): Promise<string> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const outDir = join(out, 'app', 'out')
  const words = [builder, 'build', '--outDir', outDir, '--logLevel', 'warn']
  const ended = await runChild({ program: process.execPath, words, cwd: root, stop })
  if (ended.status !== 0)
    throw new Error(`electron-vite ended with ${ended.status}: ${ended.output.slice(-400)}`)
  return `${countFiles(outDir)} files`
}

async function tree({ root, out, target, epoch }: Packaging): Promise<string> {
  const app = join(out, 'app')
  makeAppTree(root, app, target)
  const natives = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.node'),
  )
  if (natives.length !== 1) throw new Error(`expected one native module, got ${natives.join(', ') || 'none'}`)
  setTimes(app, epoch)
  return `${countFiles(app)} files, native module ${natives[0]}`
}

/** Made, taken apart again and compared, so that what is packed is what was summed. */
async function archive({ out, epoch }: Packaging): Promise<string> {
  const file = join(out, 'archive', 'app.asar')
  await makeArchive(join(out, 'app'), file)
  const apart = join(out, 'apart')
  extractAll(file, apart)
  const [given, got] = [join(out, 'app'), apart].map(sumsOf)
  rmSync(apart, { recursive: true })
  if (given !== got) throw new Error('what is in app.asar differs from the application folder')
  setTimes(join(out, 'archive'), epoch)
  return `app.asar, and ${countFiles(`${file}.unpacked`)} plain files beside it`
}

/** Runs the packed files themselves, as far as this machine is the one that they are for. */
async function selfTest({ out, target, stop }: Packaging): Promise<string> {
  if (target.platform !== process.platform || target.arch !== process.arch)
    return `left out: this machine is ${process.platform}-${process.arch}`
  // A copy elsewhere, so that nothing is found that the package does not hold.
  const copy = mkdtempSync(join(tmpdir(), 'foreclick-packed-'))
  cpSync(join(out, 'archive'), copy, { recursive: true })
  const entry = join(copy, 'app.asar.unpacked', 'out', 'main', 'selfTest.js')
  const ended = await runChild({ program: process.execPath, words: [entry], stop })
  rmSync(copy, { recursive: true, force: true })
  if (ended.status !== 0) throw new Error(ended.output.trim() || `ended with ${ended.status}`)
  return ended.output
    .trim()
    .split('\n')
    .map(line => line.split(/ +/, 2)[1])
    .join(', ')
}

async function materials({ root, out, epoch, stop }: Packaging): Promise<string> {
  const bill = await billOfMaterials(root, epoch, stop)
  writeFileSync(join(out, 'sbom.cdx.json'), bill)
  return `${bill.match(/"purl"/g)?.length ?? 0} packages in sbom.cdx.json`
}

async function sums({ out }: Packaging): Promise<string> {
  const lines = sumsOf(out)
  writeFileSync(join(out, 'SHA256SUMS'), lines)
  return `${lines.split('\n').length - 1} files in SHA256SUMS`
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).length
}

/** SOURCE_DATE_EPOCH, else when the last commit was made, else the beginning of time. Seconds. */
export function epochOf(root: string, env: NodeJS.ProcessEnv): number {
  const given = env['SOURCE_DATE_EPOCH']
  if (given !== undefined && !/^\d{1,10}$/.test(given))
    throw new Error(`SOURCE_DATE_EPOCH: expected seconds since 1970, got ${JSON.stringify(given)}`)
  if (given !== undefined) return Number(given)
  if (!existsSync(join(root, '.git'))) return 0
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }))
}

/** The version of the runtime that this checkout is pinned to. */
export function runtimeVersion(root: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  )
  return version
}
