import { readFileSync } from 'node:fs'

import { beforeAll, afterAll, describe, expect, test } from 'vitest'

import { requestChannel } from '../../../electron/main/channels.ts'
import { releaseFuses } from '../../../electron/package/fuses.ts'
import { whyTooOld } from '../../../electron/package/supportedRuntime.ts'
import { always, byCase } from '../web/send.ts'
import { FakeContents, frame, isPrevented } from './fakeElectron.ts'
import { startShell } from './startShell.ts'

// The list of Electron's docs/tutorial/security.md, item by item, on the whole shell as a release starts it.
let shell: ReturnType<typeof startShell>
beforeAll(async () => {
  shell = startShell({ isPackaged: true })
  await shell.becomeReady()
})
afterAll(() => shell[Symbol.dispose]())

const preferences = () => shell.windows[0]?.options.webPreferences ?? {}
const contents = () => shell.windows[0]?.webContents ?? new FakeContents('')
const reply = (url: string) => shell.served.get('app')?.(new Request(url)) ?? Promise.reject(new Error(url))
const isCancelled = (url: string) =>
  new Promise<boolean | undefined>(resolve => {
    shell.defaultSession.beforeRequest({ url }, answer => {
      resolve(answer.cancel)
    })
  })
const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const foreign = ['https://example.com/', 'http://example.com/', 'app://foreclick.attacker.example/']

describe("Electron's security checklist", () => {
  test('X1: item 1, only secure content is loaded: the one address is app://foreclick', async () => {
    expect(shell.windows.map(window => window.shown[0])).toEqual(['load app://foreclick/'])
    expect(await byCase(foreign, isCancelled)).toEqual(always(foreign, true))
  })

  test('X2: item 2, no Node integration, in page, worker or frame', () => {
    const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = preferences()
    expect([nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('X3: item 3, context isolation', () => {
    expect(preferences().contextIsolation).toBe(true)
  })

  test('X4: item 4, every process is sandboxed, before the runtime is ready', () => {
    expect(preferences().sandbox).toBe(true)
    expect(shell.log.indexOf('enableSandbox')).toBeLessThan(shell.log.indexOf('ready'))
    expect(shell.log).toContain('enableSandbox')
  })

  test('X5: item 5, permission requests and checks of anybody are denied', () => {
    const asked: boolean[] = []
    for (const url of [...foreign, 'app://foreclick/'])
      shell.defaultSession.request(new FakeContents(url), 'media', granted => asked.push(granted))
    expect(asked).toEqual([false, false, false, false])
    expect(shell.defaultSession.check({}, 'media', 'app://foreclick')).toBe(false)
  })

  test('X6: item 6, web security is on', () => {
    expect(preferences().webSecurity).toBe(true)
  })

  test('X7, X39: item 7, the content policy comes as a header', async () => {
    const policy = (await reply('app://foreclick/')).headers.get('Content-Security-Policy')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  test('X6: item 8, no insecure content', () => {
    expect(preferences().allowRunningInsecureContent).toBe(false)
  })

  test('X6: item 9, no experimental features', () => {
    expect(preferences().experimentalFeatures).toBe(false)
  })

  test('X6: item 10, no Blink feature is switched on', () => {
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures')
  })

  test('X6: item 11, there is no webview that could allow popups', () => {
    expect(preferences().webviewTag).toBe(false)
  })

  test('X6: item 12, a webview is never attached, whatever its options', () => {
    expect(isPrevented(contents(), 'will-attach-webview')).toBe(true)
  })

  test('X8: item 13, no navigation leaves the page, in whatever frame', () => {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
      expect([event, ...foreign.map(url => isPrevented(contents(), event, { url }))]).toEqual([
        event,
        true,
        true,
        true,
      ])
  })

  test('X9: item 14, no window is opened', () => {
    const urls = ['app://foreclick/', 'about:blank', ...foreign]
    expect(urls.map(url => contents().windowOpenHandler({ url }))).toEqual(
      urls.map(() => ({ action: 'deny' })),
    )
    expect(shell.windows).toHaveLength(1)
  })

  test('X10: item 15, only known https hosts reach the browser', () => {
    const before = shell.opened.length
    for (const url of [
      ...foreign,
      'file:///etc/passwd',
      'smb://host/run.exe',
      'https://ads.tiktok.com@a.example/',
    ])
      contents().windowOpenHandler({ url })
    expect(shell.opened.slice(before)).toEqual([])
    contents().windowOpenHandler({ url: 'https://ads.tiktok.com/help' })
    expect(shell.opened.slice(before)).toEqual(['https://ads.tiktok.com/help'])
  })

  test('X11: item 16, the runtime is one of the three newest majors, else CI fails', () => {
    const { devDependencies } = JSON.parse(textOf('package.json'))
    expect(whyTooOld(devDependencies.electron, devDependencies.electron)).toBeUndefined()
    expect(['43.0.0', '42.9.9'].map(pinned => whyTooOld(pinned, '45.5.0'))).toEqual([
      undefined,
      'Electron 42.9.9 gets no security fixes any more: expected 43 or newer, as 45.5.0 is out',
    ])
    expect(textOf('.ci/run')).toContain('electron/package/supportedRuntime.ts')
  })

  test('X12: item 17, every channel refuses a subframe, a foreign origin and a frame that is gone', async () => {
    const senders = {
      subframe: frame({ parent: frame() }),
      foreign: frame({ origin: 'https://example.com' }),
      lookalike: frame({ origin: 'app://foreclick.attacker.example' }),
      gone: null,
    }
    expect([...shell.handlers.keys()]).toEqual([requestChannel])
    for (const [channel, handler] of shell.handlers) {
      const replies = await byCase(Object.keys(senders), async who => {
        const answer = await handler({ senderFrame: Reflect.get(senders, who) }, 'listOrders', {})
        return JSON.stringify(answer).includes('"code":"refused"')
      })
      expect([channel, replies]).toEqual([channel, always(Object.keys(senders), true)])
    }
    expect(shell.children).toEqual([])
  })

  test('X38: item 18, nothing comes from file://', async () => {
    expect([...shell.served.keys()]).toEqual(['app'])
    expect(await isCancelled('file:///etc/passwd')).toBe(true)
    expect(isPrevented(contents(), 'will-navigate', { url: 'file:///etc/passwd' })).toBe(true)
    expect(releaseFuses.GrantFileProtocolExtraPrivileges).toBe(false)
  })

  test('X20, X29: item 19, each fuse is stated', () => {
    expect(Object.keys(releaseFuses)).toHaveLength(9)
  })

  test('X13: item 20, the page is given no object of the runtime', () => {
    const preload = textOf('electron/preload/preload.ts')
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1)
    // What the built preload exposes is tried in test/electron/preload.
    expect(preload).not.toMatch(/:\s*(?:ipcRenderer|contextBridge)\b|\.\.\.ipcRenderer|ipcRenderer,\s*$/m)
  })
})

test('X14: the shell is given no dialog and no clipboard, so there is no folder to remember', () => {
  expect(textOf('electron/main/electron.ts')).not.toMatch(/dialog|clipboard/)
})

test('X15: a release has no developer tools, in the window, on its wire or in its menu', async () => {
  expect(preferences().devTools).toBe(false)
  expect(await isCancelled('devtools://devtools/bundled/inspector.html')).toBe(true)
  expect(JSON.stringify(shell.menus)).not.toMatch(/toggleDevTools|"reload"/)
})

test('X4, K8: a release that is started without its sandbox says so and ends', async () => {
  using unsafe = startShell({ isPackaged: true, switches: ['no-sandbox'] })
  await unsafe.becomeReady()
  expect(unsafe.said).toEqual([expect.stringContaining('does not run without its sandbox')])
  expect([unsafe.log, unsafe.windows, unsafe.children]).toEqual([['exit 1', 'ready'], [], []])
})
