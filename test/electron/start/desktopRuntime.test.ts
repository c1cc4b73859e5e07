import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { fetchDesktopRuntime } from '../../../electron/start/fetchDesktopRuntime.ts'
import { canShowWindow, findDesktopRuntime } from '../../../electron/start/findDesktopRuntime.ts'
import { projectRoot } from '../../../electron/start/projectRoot.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreclick-runtime-test-'))
  // Electron's own download script, sent to a server of ours and to a cache that is empty.
  vi.stubEnv('electron_config_cache', join(folder, 'cache'))
  vi.stubEnv('ELECTRON_MIRROR', undefined)
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function startMirror(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`)
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(done => void server.close(done))
    },
  }
}

describe('downloading the desktop runtime', () => {
  test('ST2: one that is refused is given up with the reason, and leaves no file', async () => {
    await using _ = await startMirror((_request, response) => response.writeHead(403).end())
    const fetched = await fetchDesktopRuntime({
      root: projectRoot,
      stop: new AbortController().signal,
      onBytes: () => undefined,
    })
    expect(fetched).toEqual({ ok: false, why: expect.stringContaining('403') })
    expect(readdirSync(folder)).toEqual([])
  })

  test('ST2: one that answers and then brings nothing is given up', async () => {
    const sent = Buffer.alloc(300_000, 7)
    const arrived: number[] = []
    await using _ = await startMirror((_request, response) => {
      response.writeHead(200, { 'Content-Length': 120_000_000 })
      response.write(sent)
    })
    const fetched = await fetchDesktopRuntime({
      root: projectRoot,
      stop: new AbortController().signal,
      stallMs: 1500,
      onBytes: bytes => arrived.push(bytes),
    })
    expect(fetched).toEqual({ ok: false, why: 'nothing arrived for 1.5 s' })
    expect(arrived.at(-1)).toBe(sent.length)
    expect(readdirSync(folder)).toEqual([])
  })

  test('ST2: one that is stopped by hand ends at once', async () => {
    const stop = new AbortController()
    await using _ = await startMirror(() => stop.abort())
    const fetched = await fetchDesktopRuntime({
      root: projectRoot,
      stop: stop.signal,
      onBytes: () => undefined,
    })
    expect(fetched).toEqual({ ok: false, why: 'stopped' })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('finding the desktop runtime', () => {
  test('ST2: it is where the package or the override says, and only when it is really there', () => {
    const electron = join(folder, 'node_modules', 'electron')
    mkdirSync(join(electron, 'dist'), { recursive: true })
    expect(findDesktopRuntime(folder, {})).toBeUndefined()
    writeFileSync(join(electron, 'path.txt'), 'electron')
    expect(findDesktopRuntime(folder, {})).toBeUndefined()
    writeFileSync(join(electron, 'dist', 'electron'), '')
    expect(findDesktopRuntime(folder, {})).toBe(join(electron, 'dist', 'electron'))
    const override = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'other') }
    expect(findDesktopRuntime(folder, override)).toBeUndefined()
    mkdirSync(join(folder, 'other'))
    writeFileSync(join(folder, 'other', 'electron'), '')
    expect(findDesktopRuntime(folder, override)).toBe(join(folder, 'other', 'electron'))
  })

  test('ST2: Linux without a display shows no window', () => {
    expect(canShowWindow({ platform: 'linux', env: {} })).toBe(false)
    expect(canShowWindow({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true)
    expect(canShowWindow({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(canShowWindow({ platform: 'darwin', env: {} })).toBe(true)
  })
})
