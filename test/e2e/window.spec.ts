import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { _electron, expect, type Page, test } from '@playwright/test'

import { canShowWindow, findDesktopRuntime } from '../../electron/start/findDesktopRuntime.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runtime = findDesktopRuntime(root, process.env)

test.beforeEach(() => {
  test.skip(runtime === undefined, 'no Electron runtime on this machine')
  test.skip(!canShowWindow(process), 'no display on this machine')
  test.skip(process.getuid?.() === 0, 'the sandbox that is tested here does not run as root')
})

/** The built program on a data folder of its own, with every request and message of its page written down. */
async function openWindow() {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-window-'))
  const options = {
    executablePath: runtime ?? '',
    args: [join(root, 'out', 'main', 'main.js'), '--data', join(folder, 'data')],
    env: { ...definedEnvironment(), XDG_CONFIG_HOME: folder },
  }
  const program = await _electron.launch(options)
  const page = await program.firstWindow()
  return {
    ...options,
    folder,
    program,
    page,
    async [Symbol.asyncDispose]() {
      await program.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Loads the page again and answers which addresses it asked for, and what it complained of. */
async function reloaded(page: Page) {
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', request => asked.push(request.url()))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
  await page.waitForLoadState('networkidle')
  return { asked, complaints }
}

test('X1, X7: the desktop window renders the shell from app:// alone, without a complaint', async () => {
  await using window = await openWindow()
  const { page } = window
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const { asked, complaints } = await reloaded(page)
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.filter(url => new URL(url).protocol !== 'app:' || new URL(url).host !== 'foreclick')).toEqual(
    [],
  )
  expect(complaints).toEqual([])
})

test('X2: the page of the desktop window has no Node', async () => {
  await using window = await openWindow()
  const seen = await window.page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'ipcRenderer'].map(
      name => typeof Reflect.get(globalThis, name),
    ),
  )
  expect(seen).toEqual(Array(5).fill('undefined'))
  expect(await window.page.evaluate(() => Object.keys(Reflect.get(globalThis, 'foreclick')))).toEqual([
    'request',
    'subscribe',
  ])
})

test('X3, X4: the preload of the desktop window is isolated and sandboxed', async () => {
  await using window = await openWindow()
  const probe = join(window.folder, 'probe.cjs')
  writeFileSync(
    probe,
    `require('electron').contextBridge.exposeInMainWorld('probe', {
      sandboxed: process.sandboxed, isolated: process.contextIsolated })`,
  )
  await window.program.evaluate(({ session }, filePath) => {
    session.defaultSession.registerPreloadScript({ type: 'frame', filePath })
  }, probe)
  await window.page.reload()
  expect(await window.page.evaluate(() => Reflect.get(globalThis, 'probe'))).toEqual({
    sandboxed: true,
    isolated: true,
  })
})

test('X5, X8, X9: the page of the desktop window can neither leave, open a window nor find its place', async () => {
  await using window = await openWindow()
  const { page, program } = window
  const seen = await page.evaluate(async () => {
    globalThis.open('https://example.com/')
    location.assign('https://example.com.attacker.com/')
    const place = await navigator.permissions.query({ name: 'geolocation' })
    return place.state
  })
  expect(seen).toBe('denied')
  expect(program.windows()).toHaveLength(1)
  expect(new URL(page.url()).protocol).toBe('app:')
})

test('K3, K21: the backend of the desktop window answers its page', async () => {
  await using window = await openWindow()
  const answers = await window.page.evaluate(async () => {
    const { request } = Reflect.get(globalThis, 'foreclick')
    return [await request('listOrders', {}), await request('getOrder', { id: 'none' })]
  })
  expect(answers).toMatchObject([
    { ok: true, value: [] },
    { ok: false, failure: { code: 'not_found' } },
  ])
})

test('D30: a second desktop window on the same data folder ends by itself', async () => {
  await using window = await openWindow()
  const second = spawn(window.executablePath, window.args, { env: window.env, stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect(window.page.getByRole('navigation').first()).toBeVisible()
})
