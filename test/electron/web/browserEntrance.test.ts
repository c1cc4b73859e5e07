import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { openBrowser } from '../../../electron/web/openBrowser.ts'
import { startTestHost } from './testHost.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** A page of another site: `localhost` and `127.0.0.1` are different sites to a browser. */
async function startOtherSite(html: string) {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(html)
  })
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(done => void server.close(done))
    },
  }
}

describe.skipIf(!existsSync(executablePath))('in a real browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  /** A browser with no history, and a tab in it. */
  async function freshTab() {
    const context = await browser.newContext()
    const page = await context.newPage()
    return { page, [Symbol.asyncDispose]: () => context.close() }
  }

  test('X54: the address opens the console, and the token is gone from the address bar', async () => {
    await using site = await startTestHost()
    await using tab = await freshTab()
    await tab.page.goto(site.host.mintToken())
    await expect.poll(() => tab.page.title()).toBe('Open')
    expect(tab.page.url()).toBe(site.host.url)
    const reply = await tab.page.evaluate(async () => {
      const response = await fetch('/api/listOrders', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      })
      return response.json()
    })
    expect(reply).toEqual({ ok: true, value: { method: 'listOrders', payload: {} } })
    expect(await tab.page.evaluate(() => document.cookie)).toBe('')
  })

  test('X54: a link in a mail that is read in the browser opens the console too', async () => {
    await using site = await startTestHost()
    await using mail = await startOtherSite(`<a href="${site.host.mintToken()}">open</a>`)
    await using tab = await freshTab()
    await tab.page.goto(mail.url)
    await tab.page.click('a')
    await expect.poll(() => tab.page.title()).toBe('Open')
    expect(tab.page.url()).toBe(site.host.url)
    // The session is there now, and a link to any room of the console leads there.
    await tab.page.goto(mail.url)
    await tab.page.evaluate(url => location.assign(url), `${site.host.url}orders/o-1`)
    await expect.poll(() => tab.page.title()).toBe('Open')
    expect(tab.page.url()).toBe(`${site.host.url}orders/o-1`)
  })

  test('X53: the browser is led by a private file, which is gone once it was used; no argument holds the token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foreclick-browser-'))
    const recorder = join(folder, 'browser')
    writeFileSync(
      recorder,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/arguments.partial'\nmv '${folder}/arguments.partial' '${folder}/arguments'\n`,
    )
    chmodSync(recorder, 0o700)
    vi.stubEnv('FORECLICK_BROWSER', recorder)
    const opening = { forget: () => undefined as void }
    await using site = await startTestHost({ onEntered: () => opening.forget() })
    const address = site.host.mintToken()
    opening.forget = (await openBrowser(address, () => undefined)).forget
    await vi.waitUntil(() => existsSync(join(folder, 'arguments')))
    const [target = '', ...others] = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n')
    const token = new URL(address).searchParams.get('token') ?? 'none'
    expect(others).toEqual([])
    expect(target).not.toContain(token)
    const file = fileURLToPath(target)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)

    await using tab = await freshTab()
    await tab.page.goto(target)
    await expect.poll(() => tab.page.title()).toBe('Open')
    expect(tab.page.url()).toBe(site.host.url)
    expect(existsSync(join(file, '..'))).toBe(false)
    rmSync(folder, { recursive: true })
    vi.unstubAllEnvs()
  })

  test('X54: a browser without a session, or with a used address, is told what to do', async () => {
    await using site = await startTestHost()
    await using tab = await freshTab()
    await tab.page.goto(`${site.host.url}orders`)
    await expect.poll(() => tab.page.innerText('body')).toContain('Press Enter in the terminal')
    const address = site.host.mintToken()
    await tab.page.goto(address)
    await using second = await freshTab()
    await second.page.goto(address)
    expect(await second.page.innerText('body')).toContain('Press Enter in the terminal')
    // The first one is still inside.
    await tab.page.reload()
    await expect.poll(() => tab.page.title()).toBe('Open')
  })

  test('X52: a page of another site can neither ask, nor post a form, nor show the console in a frame', async () => {
    await using site = await startTestHost()
    await using evil = await startOtherSite(
      `<form method="post" action="${site.host.url}api/listOrders" enctype="text/plain"><input name='{"a":"' value='"}'></form>`,
    )
    await using tab = await freshTab()
    await tab.page.goto(site.host.mintToken())
    await tab.page.goto(evil.url)
    const outcomes = await tab.page.evaluate(async url => {
      const api = `${url}api/listOrders`
      const json = { 'Content-Type': 'application/json' }
      const asked = await fetch(api, {
        method: 'POST',
        headers: json,
        body: '{}',
        credentials: 'include',
      }).then(
        () => 'answered',
        () => 'refused',
      )
      await fetch(api, { method: 'POST', mode: 'no-cors', body: '{}', credentials: 'include' }).catch(
        () => undefined,
      )
      const listened = await new Promise(resolve => {
        const events = new EventSource(`${url}api/events`, { withCredentials: true })
        events.addEventListener('open', () => resolve('open'))
        events.addEventListener('error', () => resolve('error'))
      })
      const frame = document.createElement('iframe')
      frame.src = url
      const loaded = new Promise(resolve => {
        frame.addEventListener('load', resolve)
      })
      document.body.append(frame)
      await loaded
      return { asked, listened }
    }, site.host.url)
    expect(outcomes).toEqual({ asked: 'refused', listened: 'error' })
    expect(await tab.page.frames()[1]?.title()).not.toBe('Open')
    await tab.page.evaluate(() => document.forms[0]?.submit())
    await tab.page.waitForURL(`${site.host.url}**`)
    expect(await tab.page.innerText('body')).toContain('refused')
    expect(site.backend.asked).toEqual([])
    expect(site.backend.listeners.size).toBe(0)
  })
})
