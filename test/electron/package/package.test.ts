import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

import { getRawHeader } from '@electron/asar'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { marketProfiles } from '../../../core/market/profiles.ts'
import { forecastOf } from '../../../electron/backend/forecastOf.ts'
import { createSimulationPool } from '../../../electron/backend/simulationPool.ts'
import { BackendProcess } from '../../../electron/main/backendProcess.ts'
import { makeAppTree } from '../../../electron/package/appTree.ts'
import { builderConfig } from '../../../electron/package/builderConfig.ts'
import { checkFuses, releaseFuses, windowTestFuses } from '../../../electron/package/fuses.ts'
import { packedProgram } from '../../../electron/package/packedProgram.ts'
import { findRuntimeDist, packRuntime } from '../../../electron/package/runtimeStep.ts'
import { epochOf, type Packaging, treeSteps } from '../../../electron/package/steps.ts'
import { nameOf, targetNamed, targets } from '../../../electron/package/target.ts'
import { unpackedFiles } from '../../../electron/package/unpackedFiles.ts'
import { indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { forkBuilt } from '../build/forkBuilt.ts'
import { standInRuntime } from './standInRuntime.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '')
const epoch = 1_700_000_000
const here = targetNamed(`${process.platform}-${process.arch}`) ?? { platform: 'linux', arch: 'x64' }
let folder: string
/** What the command says, and where it put what it made. */
let said: string
let first: Packaging

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreclick-package-'))
  first = { root, out: join(folder, 'first'), target: here, epoch, stop: new AbortController().signal }
  const ended = spawnSync(
    process.execPath,
    [join(root, 'electron/package/package.ts'), '--dir', '--out', first.out],
    { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch) } },
  )
  said = ended.stdout + ended.stderr
  if (ended.status !== 0) throw new Error(said)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const app = () => join(first.out, 'app')
const unpackedApp = () => join(first.out, 'archive', 'app.asar.unpacked')
/** Lines of a file of sums that do not fit what lies there. */
const wrongSums = (at: string) =>
  readFileSync(join(at, 'SHA256SUMS'), 'utf8')
    .trimEnd()
    .split('\n')
    .filter(line => {
      const [sum, path = ''] = line.split('  ')
      return (
        createHash('sha256')
          .update(readFileSync(join(at, path)))
          .digest('hex') !== sum
      )
    })
const filesIn = (at: string) =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(at.length + 1))

test('K7: without a runtime every step before it is done, and the step that needs it is named', () => {
  const steps = said.split('\n').map(line => line.slice(0, 18).trim())
  expect(steps.slice(0, 6)).toEqual([
    'ok      build',
    'ok      tree',
    'ok      archive',
    'ok      self-test',
    'ok      materials',
    'ok      sums',
  ])
  const last = said.trim().split('\n').at(-1)
  const stopped = `stopped runtime     no Electron runtime for ${nameOf(here)} here; what needs none is in ${first.out}`
  const isThere = findRuntimeDist(root, here, process.env) !== undefined
  // Where there is one, the packed program is tried last.
  expect(isThere ? last?.slice(0, 13) : last).toBe(isThere ? 'ok      smoke' : stopped)
})

test('K10: a second build of the same sources gives the same sums of every file', async () => {
  const second = { ...first, out: join(folder, 'second') }
  for (const { run } of treeSteps) await run(second)
  const sumsIn = (out: string) => readFileSync(join(out, 'SHA256SUMS'), 'utf8').split('\n')
  const lasting = sumsIn(first.out).filter(line => !/ {2}(?:packed|window-test)\//.test(line))
  expect(sumsIn(second.out)).toEqual(lasting)
  expect(lasting.length).toBeGreaterThan(200)
})

test('K11: the sums hold, and the bill of materials names what is inside and no place of origin', () => {
  expect(wrongSums(first.out)).toEqual([])
  const text = readFileSync(join(first.out, 'sbom.cdx.json'), 'utf8')
  const bill = JSON.parse(text)
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: {
      timestamp: '2023-11-14T22:13:20.000Z',
      component: { type: 'application', name: 'Foreclick' },
    },
  })
  const names = bill.components.map((component: { name: string }) => component.name)
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'electron']))
  for (const name of ['vitest', 'typescript', '@types/node', 'electron-builder'])
    expect(names).not.toContain(name)
  expect(text).not.toMatch(/registry|resolved/)
})

test('K4: one native module is inside, that of the target, whatever machine packs', () => {
  expect(filesIn(app()).filter(name => name.endsWith('.node'))).toEqual([
    join('node_modules', 'better-sqlite3', 'prebuilds', `${nameOf(here)}.node`),
  ])
  for (const target of targets) {
    const other = join(folder, nameOf(target))
    mkdirSync(other)
    makeAppTree(root, other, target)
    expect(filesIn(other).filter(name => name.endsWith('.node'))).toEqual([
      join('node_modules', 'better-sqlite3', 'prebuilds', `${nameOf(target)}.node`),
    ])
  }
})

test('K4: native code, threads and what they read are plain files; the window stays in the archive', () => {
  const plain = filesIn(unpackedApp()).map(name => name.replaceAll('\\', '/'))
  expect(plain.toSorted()).toEqual([...unpackedFiles(app())])
  for (const name of ['simulation', 'storage', 'learning', 'exchange'])
    expect(plain).toContain(`out/main/${name}Thread.js`)
  for (const name of ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'])
    expect(plain).not.toContain(name)
})

test('X24: every file of the archive carries the hashes by which the runtime checks it', () => {
  type Entry = { readonly files?: Record<string, Entry>; readonly integrity?: { readonly algorithm: string } }
  const leaves = (entry: Entry): Entry[] =>
    entry.files === undefined ? [entry] : Object.values(entry.files).flatMap(leaves)
  const { header } = getRawHeader(join(first.out, 'archive', 'app.asar'))
  const entries = leaves(header)
  expect(entries.length).toBeGreaterThan(200)
  expect(entries.filter(entry => entry.integrity?.algorithm !== 'SHA256')).toEqual([])
})

test('X36: the package holds no map, no source and nothing of this machine', () => {
  const names = filesIn(app())
  expect(names.filter(name => /\.(?:map|tsx?)$/.test(name))).toEqual([])
  const telling = names.filter(name => readFileSync(join(app(), name)).includes(root))
  expect(telling).toEqual([])
})

test('K3, K5: threads start from the plain files beside the archive, a first and a second time, with the same bytes', async () => {
  const order = indonesianOrder()
  const input = { order, profile: marketProfiles[order.market], seed: 7, replicates: 60 }
  const digestBy = async (thread: URL | string) => {
    const pool = createSimulationPool({ startThread: () => new Worker(thread), threads: 1 })
    try {
      const made = await forecastOf(pool, input, {})
      return made.ok ? made.value.digest : made.failure.message
    } finally {
      await pool.close()
    }
  }
  const packed = join(unpackedApp(), 'out', 'main', 'simulationThread.js')
  const source = await digestBy(new URL('../../../electron/backend/simulationThread.ts', import.meta.url))
  expect([await digestBy(packed), await digestBy(packed)]).toEqual([source, source])
})

test('K5: the packed backend opens a database, and opens it again at the second start', async () => {
  const dataDir = join(folder, 'data')
  for (const handle of ['@first', '@second']) {
    const backend = new BackendProcess(
      () => forkBuilt(join(app(), 'out', 'main', 'backend.js'), ['--data', dataDir]),
      () => {},
    )
    const fields = {
      handle,
      displayName: handle,
      market: 'GB',
      accountType: 'creator',
      birthDate: '1990-01-01',
      anchorAccess: true,
      termsAccepted: true,
      political: false,
      barred: false,
    }
    expect(await backend.request('saveCreator', { id: null, fields })).toMatchObject({ ok: true })
    expect(await backend.request('getWorkspace', {})).toMatchObject({
      ok: true,
      value: { counts: { creators: handle === '@first' ? 1 : 2 } },
    })
    await backend.close()
  }
})

test('DW7: a package with a damaged thread fails at its self-test', async () => {
  const damaged = { ...first, out: join(folder, 'damaged') }
  cpSync(join(first.out, 'archive'), join(damaged.out, 'archive'), { recursive: true })
  const thread = join(damaged.out, 'archive', 'app.asar.unpacked', 'out', 'main', 'simulationThread.js')
  writeFileSync(thread, 'this is no program')
  const selfTest = treeSteps.find(step => step.name === 'self-test')
  await expect(selfTest?.run(damaged)).rejects.toThrow(/FAILED {2}simulation/)
})

test.runIf(process.platform === 'linux')(
  'X29, X30, K4: packed into a stand-in for the runtime, fuses are set and read back, and the archive holds what was summed',
  async () => {
    const runtimeDist = standInRuntime(join(folder, 'runtime'))
    for (const forWindowTest of [false, true]) {
      await packRuntime({ ...first, runtimeDist, dirOnly: true, forWindowTest })
      const program = packedProgram(join(first.out, forWindowTest ? 'window-test' : 'packed'), here)
      await checkFuses(program, forWindowTest ? windowTestFuses : releaseFuses)
      const beside = join(program, '..', 'resources', 'app.asar.unpacked')
      expect(filesIn(beside).toSorted()).toEqual(filesIn(unpackedApp()).toSorted())
    }
    expect(wrongSums(first.out)).toEqual([])
  },
)

test('K6, K8: every system has its installers, the deb its AppArmor profile, and none a switch that ends the sandbox', () => {
  const resources = join(root, 'electron/package/resources')
  const config = builderConfig({
    app: app(),
    output: join(folder, 'none'),
    resources,
    runtimeVersion: '45.4.1',
    runtimeDist: folder,
    target: here,
    fuses: releaseFuses,
  })
  expect([config.win?.target, config.mac?.target, config.linux?.target]).toEqual([
    'nsis',
    ['dmg', 'zip'],
    ['AppImage', 'deb'],
  ])
  expect([config.npmRebuild, config.asar, config.linux?.executableArgs]).toEqual([false, true, []])
  const described = JSON.parse(readFileSync(join(app(), 'package.json'), 'utf8'))
  expect(described).toMatchObject({ homepage: expect.any(String), desktopName: 'foreclick.desktop' })
  expect(readFileSync(config.deb?.appArmorProfile ?? '', 'utf8')).toMatch(/profile .*\n {2}userns,/)
  expect(readFileSync(join(resources, 'icon.png')).subarray(1, 4).toString()).toBe('PNG')
})

test('K10: SOURCE_DATE_EPOCH dates the package, else the last commit does, and what is no time is refused', () => {
  expect(epochOf(root, { SOURCE_DATE_EPOCH: '12' })).toBe(12)
  expect(epochOf(root, {})).toBeGreaterThan(1_700_000_000)
  expect(epochOf(folder, {})).toBe(0)
  expect(() => epochOf(root, { SOURCE_DATE_EPOCH: 'today' })).toThrow(
    'expected seconds since 1970, got "today"',
  )
})
