import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { openDesktop } from '../../../electron/start/openDesktop.ts'
import { until } from '../../fixtures/until.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreclick-desktop-'))
  vi.stubEnv('DISPLAY', ':99')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** A runtime that notes how it was started, then does this. */
function putRuntime(then: string) {
  const file = join(folder, 'electron')
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\n${then}\n`)
  chmodSync(file, 0o700)
}

const words = () => readFileSync(join(folder, 'words'), 'utf8').trim().split('\n')
const open = (stop = new AbortController().signal) =>
  openDesktop({ root: folder, dataDir: '/data/here', stop })

test('ST2: the window opens the given data folder, and closing it is the end', async () => {
  putRuntime('exit 0')
  expect(await open()).toEqual({ kind: 'closed', end: { ok: true, value: null } })
  expect(words()).toEqual([join(folder, 'out', 'main', 'main.js'), '--data', '/data/here'])
})

test('ST2: a runtime that cannot open a window leaves the browser to be tried, and says why', async () => {
  putRuntime('echo "error while loading shared libraries: libnss3.so" >&2; exit 127')
  expect(await open()).toEqual({
    kind: 'none',
    why: 'the runtime ended at once (error while loading shared libraries: libnss3.so)',
  })
})

test('ST4: stopping closes the window', async () => {
  putRuntime('exec sleep 60')
  const stop = new AbortController()
  const opening = open(stop.signal)
  await until(() => existsSync(join(folder, 'words')))
  stop.abort()
  expect(await opening).toEqual({ kind: 'closed', end: { ok: true, value: null } })
})

test.runIf(process.platform === 'linux')('ST2: without a display nothing is downloaded', async () => {
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '')
  expect(await open()).toEqual({ kind: 'none', why: 'there is no display here' })
})
