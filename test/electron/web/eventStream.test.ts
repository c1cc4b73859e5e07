import { get, type IncomingMessage } from 'node:http'

import { describe, expect, test, vi } from 'vitest'

import { until } from '../../fixtures/until.ts'
import { enter } from './send.ts'
import { startTestHost } from './testHost.ts'

/** Opens the event stream and keeps what has come so far. */
async function listen(port: number, cookie: string) {
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>()
  const headers = { Cookie: cookie, 'Accept-Encoding': 'gzip', 'Sec-Fetch-Site': 'same-origin' }
  const request = get({ host: '127.0.0.1', port, path: '/api/events', headers, agent: false }, resolve)
  const incoming = await promise
  const seen = { text: '' }
  const ended = new Promise<void>(done => void incoming.on('close', done))
  incoming.setEncoding('utf8')
  incoming.on('error', () => undefined)
  incoming.on('data', (chunk: string) => {
    seen.text += chunk
  })
  return { incoming, seen, ended, leave: () => request.destroy() }
}

describe('events', () => {
  test('X55: an event reaches every page that listens, at once and uncompressed', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const pages = [await listen(site.port, cookie), await listen(site.port, cookie)]
    await until(() => site.backend.listeners.size === 2)
    site.backend.push({ kind: 'changed', what: 'orders' })
    for (const page of pages) {
      await until(() => page.seen.text.includes('data: '))
      expect(page.seen.text).toContain('data: {"kind":"changed","what":"orders"}\n\n')
      expect(page.incoming.headers['content-type']).toBe('text/event-stream')
      expect(page.incoming.headers['content-encoding']).toBeUndefined()
      expect(page.incoming.headers['cache-control']).toBe('no-store')
      page.leave()
    }
  })

  test('X55: a page that leaves is forgotten, and nothing is printed about it', async () => {
    const print = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info')]
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const page = await listen(site.port, cookie)
    await until(() => site.backend.listeners.size === 1)
    page.leave()
    await until(() => site.backend.listeners.size === 0)
    for (const spy of print) expect(spy).not.toHaveBeenCalled()
  })

  test('X55: a silent stream shows that it is alive', async () => {
    await using site = await startTestHost({ heartbeatMs: 20 })
    const { cookie } = await enter(site.host.mintToken())
    const page = await listen(site.port, cookie)
    await until(() => page.seen.text.split(': alive').length > 4)
    expect(page.seen.text).not.toContain('data:')
    page.leave()
  })

  test('X57: a host that stops ends its streams and answers no more', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const page = await listen(site.port, cookie)
    await until(() => site.backend.listeners.size === 1)
    await site.host.close()
    await page.ended
    await until(() => site.backend.listeners.size === 0)
    await expect(fetch(site.host.url)).rejects.toThrow('fetch failed')
  })

  test('X56: a page that does not read is dropped before it fills the memory', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const page = await listen(site.port, cookie)
    page.incoming.pause()
    await until(() => site.backend.listeners.size === 1)
    const note = 'x'.repeat(10_000)
    await until(() => {
      for (let count = 0; count < 200; count += 1) {
        site.backend.push({ kind: 'progress', runId: 'r', fraction: 0, note })
      }
      return site.backend.listeners.size === 0
    })
    expect(site.backend.listeners.size).toBe(0)
  })
})
