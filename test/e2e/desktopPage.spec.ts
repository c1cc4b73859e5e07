import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, type Page, test } from '@playwright/test'
import * as v from 'valibot'

import type { Result } from '../../core/contract/failure.ts'
import { startDesktop } from '../../electron/main/startDesktop.ts'
import { forkBuilt } from '../electron/build/forkBuilt.ts'
import { storedDraft } from '../electron/build/storedDraft.ts'
import { fakeElectron, frame } from '../electron/main/fakeElectron.ts'

const out = fileURLToPath(new URL('../../out/', import.meta.url))
/** The page's origin in the browser; what it asks for is answered by the app:// handler. */
const origin = 'http://foreclick.localhost'

test.beforeEach(() => {
  test.skip(test.info().config.metadata['hasBrowser'] !== true, 'no browser on this machine')
})

/**
 * The built desktop program with a browser where the runtime's window would be: the real page, preload, shell, wire and
 * backend. Between page and preload every value is cloned, as the runtime does it.
 */
async function openDesktop(page: Page) {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-desktop-'))
  const shell = fakeElectron({ fork: forkBuilt })
  const places = {
    dataDir: join(folder, 'data'),
    pageDir: join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    backend: join(out, 'main', 'backend.js'),
  }
  expect(existsSync(places.backend), 'npm run build comes first').toBe(true)
  const said: string[] = []
  startDesktop(shell.electron, places, line => said.push(line))
  await shell.becomeReady()
  const contents = shell.windows[0]?.webContents
  if (contents === undefined) throw new Error(`no window: ${said.join(' ')}`)
  contents.send = (channel, ...sent) => {
    const pushed = [channel, sent] as const
    // A page that is being left hears no more.
    page.evaluate(([name, values]) => Reflect.get(globalThis, 'pushed')(name, values), pushed).catch(() => {})
  }
  await page.exposeFunction('invoked', (channel: string, ...sent: unknown[]) =>
    shell.handlers.get(channel)?.({ senderFrame: frame() }, ...sent),
  )
  await page.addInitScript({ content: bridge(readFileSync(places.preload, 'utf8')) })
  await page.route(`${origin}/**`, async route => {
    const { pathname, search } = new URL(route.request().url())
    const reply = await shell.served.get('app')?.(new Request(`app://foreclick${pathname}${search}`))
    if (reply === undefined) return route.abort()
    const body = Buffer.from(await reply.arrayBuffer())
    return route.fulfill({ status: reply.status, headers: Object.fromEntries(reply.headers), body })
  })
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  return {
    complaints,
    said,
    async [Symbol.asyncDispose]() {
      await page.close()
      const quit = new Promise(resolve => {
        shell.app.quit = () => {
          resolve(null)
        }
      })
      shell.app.emit('will-quit', { preventDefault: () => {} })
      await quit
      shell[Symbol.dispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The runtime's side of the preload, in a page: two modules that carry clones. */
function bridge(preload: string): string {
  return `{
    const listeners = new Map()
    globalThis.pushed = (channel, sent) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...sent)
    }
    const ipcRenderer = {
      invoke: (channel, ...sent) => globalThis.invoked(channel, ...sent),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel, listener) =>
        listeners.set(channel, (listeners.get(channel) ?? []).filter(other => other !== listener)),
    }
    const contextBridge = {
      exposeInMainWorld: (name, api) => {
        globalThis[name] = {
          request: async (...sent) => structuredClone(await api.request(...structuredClone(sent))),
          subscribe: listener => api.subscribe(event => listener(structuredClone(event))),
        }
      },
    }
    const require = () => ({ contextBridge, ipcRenderer })
    ${preload}
  }`
}

test('X39, X40: the built page runs under the content policy without a violation, in every room', async ({
  page,
}) => {
  await using desktop = await openDesktop(page)
  for (const room of ['/', '/creators', '/videos', '/orders', '/orders/new', '/settings']) {
    await page.goto(`${origin}${room}`)
    await expect(page.getByRole('main')).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
  expect([desktop.complaints, desktop.said]).toEqual([[], []])
})

test('X7: inline code, eval, and whatever comes from elsewhere are stopped by the content policy', async ({
  page,
}) => {
  await using desktop = await openDesktop(page)
  await page.goto(`${origin}/`)
  await expect(page.getByRole('main')).toBeVisible()
  const seen = await page.evaluate(async () => {
    const stopped = new Set<string>()
    document.addEventListener('securitypolicyviolation', event => stopped.add(event.effectiveDirective))
    const add = (name: string, fields: object) => {
      document.body.append(Object.assign(document.createElement(name), fields))
    }
    add('script', { textContent: 'globalThis.ran = true' })
    add('script', { src: 'https://a.example/x.js' })
    add('style', { textContent: 'body { color: red }' })
    add('p', { onclick: null, innerHTML: '<b style="color: red" onclick="globalThis.ran = true">x</b>' })
    // A handler is looked at when it is needed.
    document.querySelector<HTMLElement>('b[onclick]')?.click()
    add('img', { src: 'https://a.example/x.svg' })
    add('iframe', { src: 'https://a.example/' })
    add('object', { data: 'https://a.example/x' })
    add('base', { href: 'https://a.example/' })
    const failed = await Promise.allSettled([
      fetch('https://a.example/'),
      // Only what runs later is the page's own: the browser lets a test's own call evaluate what it likes.
      new Promise(resolve => void setTimeout(resolve, 0)).then(() =>
        // oxlint-disable-next-line no-eval -- what must not run is tried
        globalThis.eval('globalThis.ran = true'),
      ),
    ])
    await new Promise(resolve => setTimeout(resolve, 200))
    return {
      stopped: [...stopped].toSorted(),
      failed: failed.map(({ status }) => status),
      ran: Reflect.get(globalThis, 'ran'),
    }
  })
  expect(seen).toEqual({
    stopped: [
      'base-uri',
      'connect-src',
      'frame-src',
      'img-src',
      'object-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ],
    failed: ['rejected', 'rejected'],
    ran: undefined,
  })
  expect(desktop.said).toEqual([])
})

test('K21: the page stores an order over the bridge, and hears its forecast progress and end', async ({
  page,
}) => {
  await using desktop = await openDesktop(page)
  await page.goto(`${origin}/`)
  const request = (method: string, payload: unknown): Promise<Result<unknown>> =>
    page.evaluate(sent => Reflect.get(globalThis, 'foreclick').request(...sent), [method, payload])
  const draft = await storedDraft(request)
  const saved = await request('saveDraft', { id: null, draft })
  const heard = await page.evaluate(
    async asked => {
      const { request, subscribe } = Reflect.get(globalThis, 'foreclick')
      const kinds = new Set<string>()
      const ended = new Promise<void>(resolve => {
        subscribe((event: { kind: string }) => {
          kinds.add(event.kind)
          if (event.kind === 'done' || event.kind === 'failed') resolve()
        })
      })
      await request('startForecast', asked)
      await ended
      return [...kinds]
    },
    { draft, seed: 1, replicates: 1000, key: 'band' },
  )
  expect(heard).toEqual(expect.arrayContaining(['progress', 'done']))
  expect(heard).not.toContain('failed')
  const { id } = v.parse(v.object({ ok: v.literal(true), value: v.object({ id: v.string() }) }), saved).value
  await page.goto(`${origin}/orders/${id}/edit`)
  await expect(page.getByRole('navigation').first()).toContainText(/Orders\s*1/)
  await expect(page.getByRole('complementary')).toContainText('%')
  expect(desktop.complaints).toEqual([])
})

test('X39: the page holds no inline script or style, and its assets are named by their content', () => {
  const html = readFileSync(join(out, 'renderer', 'index.html'), 'utf8')
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:|https?:/i)
  const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(link => link[1] ?? '')
  expect(links.length).toBeGreaterThan(2)
  expect(links.filter(link => !/^\/assets\/[\w.-]+-[\w-]{8}\.(js|css)$|^\/mark\.svg$/.test(link))).toEqual([])
})

test('K9: only the desktop window offers updates; they are off until a person turns them on', async ({
  page,
}) => {
  await using desktop = await openDesktop(page)
  await page.goto(`${origin}/settings`)
  const choice = page.getByRole('radiogroup', { name: 'Newer versions' })
  await expect(choice.getByRole('radio', { name: 'Never look' })).toBeChecked()
  await choice.getByText('Look and install').click()
  await page.getByRole('textbox', { name: 'Address of the update feed' }).fill('https://updates.example/')
  await page.getByRole('button', { name: 'Save the address' }).click()
  const stored = () => page.evaluate(() => Reflect.get(globalThis, 'foreclick').request('getSettings', {}))
  await expect
    .poll(stored)
    .toMatchObject({ ok: true, value: { updates: 'on', updateFeed: 'https://updates.example/' } })
  await page.getByText('Bahasa Indonesia').click()
  await expect(page.getByRole('radiogroup', { name: 'Versi yang lebih baru' })).toBeVisible()
  expect([desktop.complaints, desktop.said]).toEqual([[], []])
})
