import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { _electron, expect, type Page, test } from '@playwright/test'

import { packedProgram } from '../../electron/package/packedProgram.ts'
import { nameOf, targetNamed } from '../../electron/package/target.ts'
import { canShowWindow, findDesktopRuntime } from '../../electron/start/findDesktopRuntime.ts'
import { mouseHand } from './hands.ts'
import { walkJourney } from './managerJourney.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `npm run package -- --dir --window-test` made, else the runtime with the build of this checkout. */
const started = packedForTest() ?? unpackaged()

type Started = { readonly program: string; readonly words: readonly string[] }

function packedForTest(): Started | undefined {
  const target = targetNamed(`${process.platform}-${process.arch}`)
  if (target === undefined) return undefined
  const folder = join(root, 'release', nameOf(target), 'window-test')
  const program = existsSync(folder) ? packedProgram(folder, target) : undefined
  return program === undefined ? undefined : { program, words: [] }
}

function unpackaged(): Started | undefined {
  const program = findDesktopRuntime(root, process.env)
  return program === undefined ? undefined : { program, words: [join(root, 'out', 'main', 'main.js')] }
}

test.beforeEach(() => {
  test.skip(started === undefined, 'no Electron runtime on this machine')
  test.skip(!canShowWindow(process), 'no display on this machine')
  test.skip(process.getuid?.() === 0, 'the sandbox that is tested here does not run as root')
})

/** The program on a data folder, of its own unless said. */
async function openWindow(folder = mkdtempSync(join(tmpdir(), 'foreclick-window-'))) {
  const options = {
    executablePath: started?.program ?? '',
    args: [...(started?.words ?? []), '--data', join(folder, 'data')],
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

test('F2, X4: a manager walks the whole journey in the desktop window, in a sandbox', async () => {
  test.setTimeout(180_000)
  await using window = await openWindow()
  const { page, program } = window
  expect(await program.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(false)
  // The tour offers itself to newcomers.
  await page.evaluate(() => localStorage.setItem('foreclick:person:tourSeen', 'true'))
  await page.reload()
  await walkJourney(page, mouseHand(page))
})

test('D1: a desktop window that was killed finds what was saved when it is started again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-window-'))
  const killed = await openWindow(folder)
  const fields = {
    handle: '@kept',
    displayName: 'Kept',
    market: 'GB',
    accountType: 'creator',
    birthDate: '1990-01-01',
    anchorAccess: true,
    termsAccepted: true,
    political: false,
    barred: false,
  }
  const saved = await killed.page.evaluate(
    given => Reflect.get(globalThis, 'foreclick').request('saveCreator', { id: null, fields: given }),
    fields,
  )
  expect(saved).toMatchObject({ ok: true })
  const gone = once(killed.program.process(), 'exit')
  killed.program.process().kill('SIGKILL')
  await gone
  await using window = await openWindow(folder)
  // The backend of the killed window may take a moment to notice, and to let the folder go.
  await expect
    .poll(() => window.page.evaluate(() => Reflect.get(globalThis, 'foreclick').request('listCreators', {})))
    .toMatchObject({ ok: true, value: [{ handle: '@kept' }] })
})

test('DW7: the desktop window passes its own test', () => {
  const { program = '', words = [] } = started ?? {}
  const ended = spawnSync(program, [...words, '--self-test'], { encoding: 'utf8', timeout: 100_000 })
  expect(ended.stdout + ended.stderr).toMatch(/ok {6}log .*\n[^]*ok {6}window /)
  expect(ended.status).toBe(0)
})
