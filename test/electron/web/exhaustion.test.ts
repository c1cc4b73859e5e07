import { describe, expect, test } from 'vitest'

import { until } from '../../fixtures/until.ts'
import { always, asPage, byCase, enter, send } from './send.ts'
import { openRaw, statusesIn, wire } from './sendBytes.ts'
import { startTestHost } from './testHost.ts'

describe('a client that takes its time', () => {
  test('X56: headers that come too slowly, or never end, are cut off, and others are still served', async () => {
    await using site = await startTestHost({ requestTimeoutMs: 300 })
    const { cookie } = await enter(site.host.mintToken())
    const starts = ['GET / HT', `GET / HTTP/1.1\r\nHost: 127.0.0.1:${site.port}\r\n`]
    const slow = starts.map(start => {
      const raw = openRaw(site.port)
      raw.write(start)
      const drip = setInterval(() => raw.write('X: a\r\n'), 50)
      void raw.closed.then(() => clearInterval(drip))
      return raw
    })
    await until(async () => {
      expect((await send(site.port, { headers: { Cookie: cookie } })).status).toBe(200)
      return slow.every(raw => raw.seen.isClosed)
    })
    // The first one turns into a broken request line.
    expect(statusesIn((await slow[0]?.closed) ?? '')).toEqual([400])
    expect(statusesIn((await slow[1]?.closed) ?? '')).toEqual([408])
  })
})

/** Sends a body without end; answers what came back before the host closed. */
async function flood(port: number, lines: readonly string[], isChunked: boolean): Promise<string> {
  const raw = openRaw(port)
  raw.write(wire(lines))
  const piece = Buffer.alloc(64 * 1024, ' ')
  const part = isChunked ? Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]) : piece
  while (!raw.seen.isClosed) {
    raw.write(part)
    await new Promise(resolve => void setTimeout(resolve, 5))
  }
  return raw.closed
}

describe('more than there should be', () => {
  test('X56: a body without end is answered and cut off, whoever sends it', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const right = {
      first: 'POST /api/saveDraft HTTP/1.1',
      host: `Host: 127.0.0.1:${site.port}`,
      origin: `Origin: http://127.0.0.1:${site.port}`,
      type: 'Content-Type: application/json',
      cookie: `Cookie: ${cookie}`,
    }
    const senders: Record<string, Partial<typeof right>> = {
      'a page': {},
      'without cookie': { cookie: 'Cookie: none' },
      'a rebound name': { host: 'Host: evil.example' },
      'another site': { origin: 'Origin: https://evil.example' },
      'a form': { type: 'Content-Type: multipart/form-data; boundary=x' },
      'an unknown request': { first: 'POST /api/none HTTP/1.1' },
      'a read': { first: 'GET / HTTP/1.1' },
      'another verb': { first: 'PUT /api/saveDraft HTTP/1.1' },
    }
    const expected = {
      'a page': [413],
      'without cookie': [401],
      'a rebound name': [421],
      'another site': [403],
      'a form': [415],
      'an unknown request': [404],
      'a read': [400],
      'another verb': [405],
    }
    for (const isChunked of [false, true]) {
      const length = isChunked ? 'Transfer-Encoding: chunked' : 'Content-Length: 100000000000'
      const cut = Object.entries(senders).map(async ([name, change]) => {
        const text = await flood(site.port, [...Object.values({ ...right, ...change }), length], isChunked)
        // A reply that the client was too busy to read is lost with the connection.
        return [name, text === '' ? expected[name as keyof typeof expected] : statusesIn(text)] as const
      })
      expect(Object.fromEntries(await Promise.all(cut))).toEqual(expected)
    }
    expect(site.backend.asked).toEqual([])
    expect((await send(site.port, { headers: { Cookie: cookie } })).status).toBe(200)
  })

  test('X56: headers and addresses above 16 KB are refused', async () => {
    await using site = await startTestHost()
    const own = `Host: 127.0.0.1:${site.port}`
    const many = Array.from({ length: 3000 }, (_, index) => `X${index}: 1`)
    const requests = {
      'a long header': ['GET / HTTP/1.1', own, `X: ${'a'.repeat(20_000)}`],
      'many headers': ['GET / HTTP/1.1', own, ...many],
      'a long address': [`GET /${'a'.repeat(20_000)} HTTP/1.1`, own],
      'a long cookie': ['GET / HTTP/1.1', own, `Cookie: a=${'a'.repeat(20_000)}`],
    }
    const names = Object.keys(requests)
    const statuses = await byCase(names, async name => {
      const raw = openRaw(site.port)
      raw.write(wire(requests[name as keyof typeof requests]))
      return statusesIn(await raw.closed)
    })
    expect(statuses).toEqual(always(names, [431]))
  })

  test('X56: whoever opens many connections and says nothing shuts nobody out', async () => {
    await using site = await startTestHost({ mostConnections: 8 })
    const { cookie } = await enter(site.host.mintToken())
    const idle = Array.from({ length: 50 }, () => openRaw(site.port))
    for (const raw of idle) raw.write('GET / HTTP/1.1\r\n')
    await until(() => idle.filter(raw => !raw.seen.isClosed).length <= 8)
    const headers = asPage(site.port, cookie)
    const replies = await Promise.all(
      Array.from({ length: 6 }, () =>
        send(site.port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' }),
      ),
    )
    expect(replies.map(reply => reply.status)).toEqual([200, 200, 200, 200, 200, 200])
    for (const raw of idle) raw.leave()
  })

  test('X56: a page that listens is not turned out by later connections; what is too much is turned away', async () => {
    await using site = await startTestHost({ mostConnections: 4 })
    const { cookie } = await enter(site.host.mintToken())
    const lines = ['GET /api/events HTTP/1.1', `Host: 127.0.0.1:${site.port}`, `Cookie: ${cookie}`]
    const pages = Array.from({ length: 4 }, () => openRaw(site.port))
    for (const page of pages) page.write(wire(lines))
    await until(() => site.backend.listeners.size === 4)
    await expect(send(site.port, { headers: { Cookie: cookie } })).rejects.toThrow(/hang up|ECONNRESET|EPIPE/)
    expect(site.backend.listeners.size).toBe(4)
    pages[0]?.leave()
    await until(() => site.backend.listeners.size === 3)
    expect((await send(site.port, { headers: { Cookie: cookie } })).status).toBe(200)
    for (const page of pages) page.leave()
  })
})

describe('idleness', () => {
  test('X57: a page that is open keeps the host; strangers do not', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const page = openRaw(site.port)
    page.write(wire(['GET /api/events HTTP/1.1', `Host: 127.0.0.1:${site.port}`, `Cookie: ${cookie}`]))
    await until(() => site.backend.listeners.size === 1)
    site.clock.ms += 3_600_000
    expect(site.host.idleMs()).toBe(0)
    page.leave()
    await until(() => site.backend.listeners.size === 0)
    await until(() => site.host.idleMs() === 0)
    site.clock.ms += 60_000
    for (const headers of [{}, { Host: 'evil.example' }, { Cookie: `foreclick-${site.port}=guess` }])
      await send(site.port, { headers })
    expect(site.host.idleMs()).toBe(60_000)
    await send(site.port, { headers: { Cookie: cookie } })
    await until(() => site.host.idleMs() === 0)
  })
})
