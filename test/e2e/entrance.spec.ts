import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@playwright/test'

import { openBrowser } from '../../electron/web/openBrowser.ts'
import { startTestHost } from '../electron/web/testHost.ts'

test.beforeEach(() => {
  test.skip(test.info().config.metadata['hasBrowser'] !== true, 'no browser on this machine')
})

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

test('X54: the address opens the console, and the token is gone from the address bar', async ({ page }) => {
  await using site = await startTestHost()
  await page.goto(site.host.mintToken())
  await expect(page).toHaveTitle('Open')
  expect(page.url()).toBe(site.host.url)
  const reply = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' }
    return (await fetch('/api/listOrders', { method: 'POST', headers, body: '{}' })).json()
  })
  expect(reply).toEqual({ ok: true, value: { method: 'listOrders', payload: {} } })
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('X54: a link in a mail that is read in the browser opens the console too', async ({ page }) => {
  await using site = await startTestHost()
  await using mail = await startOtherSite(`<a href="${site.host.mintToken()}">open</a>`)
  await page.goto(mail.url)
  await page.click('a')
  await expect(page).toHaveTitle('Open')
  expect(page.url()).toBe(site.host.url)
  // The session is there now, and a link to any room of the console leads there.
  await page.goto(mail.url)
  await page.evaluate(url => location.assign(url), `${site.host.url}orders/o-1`)
  await expect(page).toHaveTitle('Open')
  expect(page.url()).toBe(`${site.host.url}orders/o-1`)
})

test('X53: the browser is led by a private file that no argument tells, gone once it was used', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-browser-'))
  const recorder = join(folder, 'browser')
  const words = join(folder, 'words')
  writeFileSync(
    recorder,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${words}.partial'\nmv '${words}.partial' '${words}'\n`,
  )
  chmodSync(recorder, 0o700)
  process.env['FORECLICK_BROWSER'] = recorder
  const opening = { forget: () => {} }
  await using site = await startTestHost({ onEntered: () => opening.forget() })
  const address = site.host.mintToken()
  opening.forget = (await openBrowser(address, () => {})).forget
  await expect.poll(() => existsSync(words)).toBe(true)
  const [target = '', ...others] = readFileSync(words, 'utf8').trim().split('\n')
  expect(others).toEqual([])
  expect(target).not.toContain(new URL(address).searchParams.get('token') ?? 'none')
  const file = fileURLToPath(target)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)

  await page.goto(target)
  await expect(page).toHaveTitle('Open')
  expect(page.url()).toBe(site.host.url)
  expect(existsSync(join(file, '..'))).toBe(false)
  rmSync(folder, { recursive: true })
  delete process.env['FORECLICK_BROWSER']
})

test('X54: a browser without a session, or with a used address, is told what to do', async ({
  page,
  browser,
}) => {
  await using site = await startTestHost()
  await page.goto(`${site.host.url}orders`)
  await expect(page.locator('body')).toContainText('Press Enter in the terminal')
  const address = site.host.mintToken()
  await page.goto(address)
  const stranger = await browser.newPage()
  await stranger.goto(address)
  await expect(stranger.locator('body')).toContainText('Press Enter in the terminal')
  await stranger.close()
  // The first one is still inside.
  await page.reload()
  await expect(page).toHaveTitle('Open')
})

test('X52: a page of another site can neither ask, nor post a form, nor show the console in a frame', async ({
  page,
}) => {
  await using site = await startTestHost()
  await using evil = await startOtherSite(
    `<form method="post" action="${site.host.url}api/listOrders" enctype="text/plain"><input name='{"a":"' value='"}'></form>`,
  )
  await page.goto(site.host.mintToken())
  await page.goto(evil.url)
  const outcomes = await page.evaluate(async url => {
    const api = `${url}api/listOrders`
    const post = { method: 'POST', body: '{}', credentials: 'include' } as const
    const headers = { 'Content-Type': 'application/json' }
    const asked = await fetch(api, { ...post, headers }).then(
      () => 'answered',
      () => 'refused',
    )
    await fetch(api, { ...post, mode: 'no-cors' }).catch(() => undefined)
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
  expect(await page.frames()[1]?.title()).not.toBe('Open')
  await page.evaluate(() => document.forms[0]?.submit())
  await page.waitForURL(`${site.host.url}**`)
  await expect(page.locator('body')).toContainText('refused')
  expect(site.backend.asked).toEqual([])
  expect(site.backend.listeners.size).toBe(0)
})
