import { describe, expect, test } from 'vitest'

import { always, byCase, enter } from './send.ts'
import { sendBytes, statusesIn, wire } from './sendBytes.ts'
import { startTestHost } from './testHost.ts'

/** The lines of a request of the page that is right in all but what is given. */
function pageLines(
  { port, cookie }: { readonly port: number; readonly cookie: string },
  change: { readonly first?: string; readonly host?: string } = {},
): readonly string[] {
  return [
    change.first ?? 'POST /api/listOrders HTTP/1.1',
    change.host ?? `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/json',
    `Cookie: ${cookie}`,
    'Connection: close',
  ]
}

async function startEntered() {
  const site = await startTestHost({ requestTimeoutMs: 400 })
  const { cookie } = await enter(site.host.mintToken())
  const page = { port: site.port, cookie }
  return {
    ...site,
    page,
    /** The statuses of what comes back for each case, by its lines. */
    ask: (cases: readonly string[], linesOf: (name: string) => readonly string[], body = '') =>
      byCase(cases, async name => statusesIn(await sendBytes(site.port, wire(linesOf(name), body)))),
  }
}

const withBody = (lines: readonly string[]) => [...lines, 'Content-Length: 2']

describe('rebinding, byte by byte', () => {
  test('X51: no spelling of a host gets in but the three names of this machine', async () => {
    await using site = await startEntered()
    const own = `127.0.0.1:${site.port}`
    const hosts = [
      `EVIL.EXAMPLE:${site.port}`,
      `127.0.0.1.:${site.port}`,
      `localhost.:${site.port}`,
      `evil.localhost:${site.port}`,
      `user:word@${own}`,
      `${own}@evil.example`,
      `${own}, evil.example`,
      `${own}/evil.example`,
      `http://${own}`,
      `127.1:${site.port}`,
      `2130706433:${site.port}`,
      `0x7f000001:${site.port}`,
      `0177.0.0.1:${site.port}`,
      `0:${site.port}`,
      `[::]:${site.port}`,
      `[::ffff:127.0.0.1]:${site.port}`,
      `127.0.0.1:0${site.port}`,
      `127.0.0.1:${site.port}0`,
      'localhost',
      '',
      `evil.example\r\nX-Forwarded-Host: ${own}\r\nForwarded: host=${own}`,
    ]
    const statuses = await site.ask(
      hosts,
      host => withBody(pageLines(site.page, { host: `Host: ${host}` })),
      '{}',
    )
    expect(statuses).toEqual(always(hosts, [421]))
    expect(site.backend.asked).toEqual([])
  })

  test('X51: two hosts are one too many, in any order', async () => {
    await using site = await startEntered()
    const own = `Host: 127.0.0.1:${site.port}`
    const pairs = [
      `${own}\r\nHost: evil.example`,
      `Host: evil.example\r\n${own}`,
      `${own}\r\n${own}`,
      `${own}\r\nhost: evil.example`,
    ]
    const statuses = await site.ask(pairs, host => withBody(pageLines(site.page, { host })), '{}')
    expect(statuses).toEqual(always(pairs, [421]))
    const broken = [`${own}\r\n evil.example`, `Host : 127.0.0.1:${site.port}`]
    expect(await site.ask(broken, host => withBody(pageLines(site.page, { host })), '{}')).toEqual(
      always(broken, [400]),
    )
    expect(site.backend.asked).toEqual([])
  })

  test('X51: a request line that brings a host, or no path, is refused, also with the own host', async () => {
    await using site = await startEntered()
    const firsts = [
      `POST http://127.0.0.1:${site.port}/api/listOrders HTTP/1.1`,
      'POST http://evil.example/api/listOrders HTTP/1.1',
      'OPTIONS * HTTP/1.1',
    ]
    const statuses = await site.ask(firsts, first => withBody(pageLines(site.page, { first })), '{}')
    expect(statuses).toEqual(always(firsts, [421]))
    // HTTP/0.9 knows neither version nor headers.
    expect(statusesIn(await sendBytes(site.port, 'GET /\r\n\r\n'))).toEqual([421])
    expect(site.backend.asked).toEqual([])
  })

  test('X52: two origins, an empty one and one that only looks alike are refused', async () => {
    await using site = await startEntered()
    const others = ['https://evil.example', '', 'null', `http://127.0.0.1:${site.port}/`, 'http://127.0.0.1']
    const lines = pageLines(site.page)
    const second = await site.ask(others, origin => withBody([...lines, `Origin: ${origin}`]), '{}')
    expect(second).toEqual(always(others, [403]))
    const only = await site.ask(
      others,
      origin => withBody(lines.map(line => (line.startsWith('Origin') ? `Origin: ${origin}` : line))),
      '{}',
    )
    expect(only).toEqual(always(others, [403]))
    expect(site.backend.asked).toEqual([])
  })
})

describe('smuggling', () => {
  test('X55: a body whose length can be read in two ways is refused, and what follows it is no request', async () => {
    await using site = await startEntered()
    const hidden = wire(pageLines(site.page, { first: 'POST /api/getOrder HTTP/1.1' }))
    const lengths = [
      'Content-Length: 2\r\nTransfer-Encoding: chunked',
      'Transfer-Encoding: chunked\r\nContent-Length: 6',
      'Content-Length: 2\r\nContent-Length: 3',
      'Content-Length: 2, 2',
      'Content-Length: +2',
      'Content-Length: -2',
      'Content-Length: 0x2',
      'Transfer-Encoding: xchunked',
      'Transfer-Encoding: identity',
      'Transfer-Encoding: chunked, identity',
      'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity',
      'Transfer-Encoding : chunked',
    ]
    const keep = pageLines(site.page).filter(line => !line.startsWith('Connection'))
    const statuses = await site.ask(lengths, length => [...keep, length], `2\r\n{}\r\n0\r\n\r\n${hidden}`)
    expect(statuses).toEqual(always(lengths, [400]))
    expect(site.backend.asked).toEqual([])
  })

  test('X55: a broken piece of a body, a bare line end and a NUL are refused', async () => {
    await using site = await startEntered()
    const chunked = [...pageLines(site.page), 'Transfer-Encoding: chunked']
    const bodies = [
      '0x2\r\n{}\r\n0\r\n\r\n',
      'ffffffffffffffff1\r\n{}\r\n0\r\n\r\n',
      '-2\r\n{}\r\n0\r\n\r\n',
      '2\n{}\n0\n\n',
    ]
    const answers = await byCase(bodies, async body =>
      statusesIn(await sendBytes(site.port, wire(chunked, body))),
    )
    expect(answers).toEqual(always(bodies, [400]))
    const bare = `${withBody(pageLines(site.page)).join('\n')}\n\n{}`
    expect(statusesIn(await sendBytes(site.port, bare))).toEqual([400])
    const nul = wire([...withBody(pageLines(site.page)), 'X: a\0b'], '{}')
    expect(statusesIn(await sendBytes(site.port, nul))).toEqual([400])
    expect(site.backend.asked).toEqual([])
  })

  test('X55: a body in pieces is read as one that tells its length', async () => {
    await using site = await startEntered()
    const chunked = wire(
      [...pageLines(site.page), 'Transfer-Encoding: chunked'],
      '4;x=y\r\n{"a"\r\n4\r\n:"é\r\n3\r\n"}\n\r\n0\r\n\r\n',
    )
    expect(statusesIn(await sendBytes(site.port, chunked))).toEqual([200])
    expect(site.backend.asked).toEqual([{ method: 'listOrders', payload: { a: 'é' } }])
  })

  test('X51, X54: each request of a connection is judged by itself', async () => {
    await using site = await startEntered()
    const own = `Host: 127.0.0.1:${site.port}`
    const first = pageLines(site.page).filter(line => !line.startsWith('Connection'))
    const rebound = wire(['GET / HTTP/1.1', 'Host: evil.example', 'Connection: close'])
    expect(statusesIn(await sendBytes(site.port, wire(withBody(first), `{}${rebound}`)))).toEqual([200, 421])
    const without = wire(['GET /api/events HTTP/1.1', own, 'Connection: close'])
    expect(statusesIn(await sendBytes(site.port, wire(withBody(first), `{}${without}`)))).toEqual([200, 401])
    expect(site.backend.asked).toHaveLength(2)
  })
})

describe('other verbs and protocols', () => {
  test('X55: a verb that HTTP does not know, a tunnel and HTTP/2 get nowhere', async () => {
    await using site = await startEntered()
    const firsts = [
      'post /api/listOrders HTTP/1.1',
      'POSTS /api/listOrders HTTP/1.1',
      'PRI * HTTP/2.0',
      'GET ?x HTTP/1.1',
      'GET \\..\\private HTTP/1.1',
      'GET /assets/a-1.js\0 HTTP/1.1',
      `GET ${'/..'.repeat(3)}/private/secret.txt HTTP/1.1`,
    ]
    expect(await site.ask(firsts, first => pageLines(site.page, { first }))).toEqual(always(firsts, [400]))
    for (const target of [`127.0.0.1:${site.port}`, '/api/listOrders', 'evil.example:443'])
      expect(
        await sendBytes(site.port, wire(pageLines(site.page, { first: `CONNECT ${target} HTTP/1.1` }))),
      ).toBe('')
    expect(site.backend.asked).toEqual([])
  })

  test('X55: TRACE does not show a page its cookie', async () => {
    await using site = await startEntered()
    const reply = await sendBytes(
      site.port,
      wire(pageLines(site.page, { first: 'TRACE /api/listOrders HTTP/1.1' })),
    )
    expect(statusesIn(reply)).toEqual([405])
    expect(reply).not.toContain(site.page.cookie)
  })

  test('X56: an upgrade is refused with and without a cookie, from here and from elsewhere, and its connection ends', async () => {
    await using site = await startEntered()
    const key = ['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13']
    const upgrades = ['websocket', 'h2c', 'TLS/1.0']
    const hosts = [`Host: 127.0.0.1:${site.port}`, 'Host: evil.example']
    for (const host of hosts) {
      const lines = pageLines(site.page, { first: 'GET /api/events HTTP/1.1', host }).slice(0, -1)
      for (const kept of [lines, lines.filter(line => !line.startsWith('Cookie'))]) {
        const statuses = await site.ask(
          upgrades,
          name => [...kept, 'Connection: Upgrade', `Upgrade: ${name}`, ...key],
          // What a client sends on, nobody reads; the connection ends all the same.
          '\x81'.repeat(100_000),
        )
        expect(statuses).toEqual(always(upgrades, [403]))
      }
    }
    expect(site.backend.listeners.size).toBe(0)
  })
})
