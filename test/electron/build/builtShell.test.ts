import { type ChildProcess, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { PushEvent } from '../../../core/contract/runs.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { makeEvidence } from '../../../electron/backend/evidence/makeEvidence.ts'
import { ensureKey } from '../../../electron/backend/evidence/signingKey.ts'
import { forecastOf } from '../../../electron/backend/forecastOf.ts'
import { onStorageThread } from '../../../electron/backend/onStorageThread.ts'
import { createSimulationPool } from '../../../electron/backend/simulationPool.ts'
import { startThread } from '../../../electron/backend/startThread.ts'
import { BackendProcess } from '../../../electron/main/backendProcess.ts'
import { unpacked } from '../../../electron/main/builtThread.ts'
import { valueOf } from '../../db/fixtures/valueOf.ts'
import { indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { openPack } from '../backend/evidence/forgePack.ts'
import { firstMinute, packedWorkspace } from '../backend/evidence/packedWorkspace.ts'
import { buildShell } from './buildShell.ts'
import { forkBuilt } from './forkBuilt.ts'
import { storedDraft } from './storedDraft.ts'

let shell: Awaited<ReturnType<typeof buildShell>>
beforeAll(async () => {
  shell = await buildShell(['main'])
})
afterAll(() => {
  shell.remove()
})

/** The built backend in a process of its own, as the shell runs it, behind the shell's own end of the wire. */
function runBackend() {
  const dataDir = mkdtempSync(join(tmpdir(), 'foreclick-built-'))
  const children: ChildProcess[] = []
  const pushed: PushEvent[] = []
  let told = Promise.withResolvers<void>()
  const backend = new BackendProcess(
    () =>
      forkBuilt(join(shell.main, 'backend.js'), ['--data', dataDir], child => {
        children.push(child)
      }),
    event => {
      pushed.push(event)
      told.resolve()
      told = Promise.withResolvers()
    },
  )
  return {
    backend,
    children,
    /** The first event, come or yet to come, that fits. */
    async until(fits: (event: PushEvent) => boolean): Promise<PushEvent> {
      for (;;) {
        const found = pushed.find(fits)
        if (found !== undefined) return found
        await told.promise
      }
    },
    async [Symbol.asyncDispose]() {
      await backend.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

test('K2, K3: each process has one entry, and only native code is left outside the bundle', () => {
  const files = readdirSync(shell.main)
  const foreign = files.flatMap(name => {
    const text = readFileSync(join(shell.main, name), 'utf8')
    return [...text.matchAll(/^(?:import|export)\b[^'"]*?from ['"]([^.'"][^'"]*)['"]/gm)].map(
      found => found[1],
    )
  })
  expect(files).toEqual(
    expect.arrayContaining([
      'backend.js',
      'exchangeThread.js',
      'main.js',
      'learningThread.js',
      'simulationThread.js',
      'storageThread.js',
    ]),
  )
  expect(new Set(foreign.filter(name => name !== undefined && !isBuiltin(name)))).toEqual(
    new Set(['better-sqlite3', 'electron']),
  )
  expect(readFileSync(join(shell.main, 'backend.js'), 'utf8')).not.toMatch(/from ['"]electron['"]/)
})

test('K3: the built thread gives the bytes that the source thread gives', async () => {
  const order = indonesianOrder()
  const input = { order, profile: marketProfiles[order.market], seed: 7, replicates: 60 }
  const forecastBy = async (thread: URL | string) => {
    const pool = createSimulationPool({ startThread: () => new Worker(thread), threads: 2 })
    try {
      return await forecastOf(pool, input, {})
    } finally {
      await pool.close()
    }
  }
  const built = await forecastBy(join(shell.main, 'simulationThread.js'))
  const source = await forecastBy(new URL('../../../electron/backend/simulationThread.ts', import.meta.url))
  expect(built).toEqual(source)
  expect(built).toMatchObject({ ok: true, value: { digest: expect.stringMatching(/^sha256:/) } })
})

test('K3, K21: the built backend opens a data folder, runs its threads and answers by messages', async () => {
  await using run = runBackend()
  const empty = await run.backend.request('getWorkspace', {})
  expect(empty).toMatchObject({ ok: true, value: { demo: false, counts: { orders: 0 } } })
  expect(await run.backend.request('getOrder', { id: 'none' })).toMatchObject({
    ok: false,
    failure: { code: 'not_found' },
  })
  const draft = await storedDraft((method, payload) => run.backend.request(method, payload))
  const started = await run.backend.request('startForecast', { draft, seed: 1, replicates: 100, key: 'band' })
  expect(started).toMatchObject({ ok: true, value: { runId: expect.any(String) } })
  const end = await run.until(event => event.kind === 'done' || event.kind === 'failed')
  expect(end).toMatchObject({ kind: 'done', result: { forecast: { replicates: 100, currency: 'GBP' } } })
})

test('K3, L31, L33: the built storage thread packs the bytes that the source thread packs, and both accept them', async () => {
  using workspace = packedWorkspace(2)
  workspace.write(writer => valueOf(ensureKey(writer, workspace.dataDir)))
  const threads = { built: () => new Worker(join(shell.main, 'storageThread.js')), source: startThread }
  const packBy = async (name: keyof typeof threads) => {
    const asked = {
      dataDir: workspace.dataDir,
      out: workspace.at(`${name}.zip`),
      scope: { from: null, to: null, orders: null },
      now: firstMinute,
    }
    valueOf(
      await makeEvidence(asked, {
        startThread: threads[name],
        signal: new AbortController().signal,
        onProgress: () => undefined,
      }),
    )
    return readFileSync(asked.out)
  }
  const pack = await packBy('built')
  expect(pack.equals(await packBy('source'))).toBe(true)
  const asked = { file: workspace.at('built.zip'), name: 'built.zip', checkpoint: null, keyId: null }
  for (const start of [threads.built, threads.source])
    expect(await onStorageThread(start, thread => thread.verifyPack(asked))).toMatchObject({
      ok: true,
      value: { ok: true, faults: [], orders: 2 },
    })
  writeFileSync(workspace.at('verify.mjs'), openPack(pack)['verify.mjs'] ?? '')
  const told = spawnSync(process.execPath, ['verify.mjs', 'built.zip'], {
    cwd: workspace.folder,
    encoding: 'utf8',
    env: {},
  })
  expect([told.status, told.stderr]).toEqual([0, ''])
  expect(told.stdout).toContain('built.zip: sound')
})

test('K20, K24: killed in the middle of a run, the built backend fails the run and is started again', async () => {
  await using run = runBackend()
  const started = await run.backend.request('fillDemo', {})
  run.children[0]?.kill('SIGKILL')
  const end = await run.until(event => event.kind === 'failed')
  expect(started).toMatchObject({ ok: true, value: 'runId' in end ? { runId: end.runId } : {} })
  expect(end).toMatchObject({ failure: { code: 'internal' } })
  expect(await run.backend.request('getWorkspace', {})).toMatchObject({ ok: true })
  expect(run.children).toHaveLength(2)
})

test('DW6: asked to close, the built backend ends by itself', async () => {
  await using run = runBackend()
  await run.backend.request('getWorkspace', {})
  const [child] = run.children
  if (child === undefined) throw new Error('no process')
  const ended = once(child, 'exit')
  await run.backend.close()
  expect(await ended).toEqual([0, null])
})

test('DW7: the built self-test passes, and names the thread when its file is damaged or gone', () => {
  const selfTest = () =>
    spawnSync(process.execPath, [join(shell.main, 'selfTest.js')], { encoding: 'utf8', timeout: 120_000 })
  const whole = selfTest()
  expect([whole.status, whole.stdout.split('\n').map(line => line.slice(0, 18).trim())]).toEqual([
    0,
    ['ok      database', 'ok      simulation', 'ok      log', ''],
  ])
  const thread = join(shell.main, 'simulationThread.js')
  const sound = readFileSync(thread)
  for (const damage of [() => writeFileSync(thread, sound.subarray(0, 900)), () => rmSync(thread)]) {
    damage()
    const broken = selfTest()
    expect(broken.status).toBe(1)
    expect(broken.stdout).toMatch(/^ok {6}database .*\nFAILED {2}simulation .*\n$/)
  }
  writeFileSync(thread, sound)
})

test('K3, K4: threads of a packed program are looked for beside its archive', () => {
  expect(unpacked('file:///opt/Foreclick/resources/app.asar/out/main/backend.js')).toBe(
    'file:///opt/Foreclick/resources/app.asar.unpacked/out/main/backend.js',
  )
  const checkout = 'file:///home/app.asar.d/out/main/backend.js'
  expect(unpacked(checkout)).toBe(checkout)
})
