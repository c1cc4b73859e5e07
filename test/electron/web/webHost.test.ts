import { networkInterfaces } from 'node:os'

import { describe, expect, test } from 'vitest'

import { securityHeaders } from '../../../electron/web/securityHeaders.ts'
import { always, asPage, byCase, enter, send } from './send.ts'
import { sendBytes } from './sendBytes.ts'
import { startTestHost } from './testHost.ts'

describe('who may come in', () => {
  test('X50: an address of this machine on another network refuses the connection', async () => {
    await using site = await startTestHost()
    const addresses = Object.values(networkInterfaces())
      .flatMap(entries => entries ?? [])
      .filter(entry => !entry.internal)
      .map(({ address, scopeid }) =>
        // An address of a link needs its link.
        scopeid === undefined || scopeid === 0 ? address : `${address}%${scopeid}`,
      )
    // 127.0.0.2 is this machine too, and the host does not even answer there.
    const elsewhere = ['127.0.0.2', ...addresses]
    const errors = await byCase(elsewhere, address =>
      send(site.port, { address }).then(
        () => 'answered',
        (error: NodeJS.ErrnoException) => error.code,
      ),
    )
    expect(errors).toEqual(always(elsewhere, 'ECONNREFUSED'))
  })

  test('X50: a port that is taken is left alone and another one is used', async () => {
    await using first = await startTestHost()
    await using second = await startTestHost({ port: first.port })
    expect(second.port).not.toBe(first.port)
    expect((await send(second.port, {})).status).toBe(401)
  })

  test('X51: a name that was rebound to this machine is refused before routing', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const names = [
      'evil.example',
      `evil.example:${site.port}`,
      '127.0.0.1',
      `127.0.0.1:${site.port + 1}`,
      `127.0.0.1.evil.example:${site.port}`,
      `0.0.0.0:${site.port}`,
      `user@127.0.0.1:${site.port}`,
    ]
    const statuses = await byCase(names, async name => {
      const headers = { ...asPage(site.port, cookie), Host: name, Origin: `http://${name}` }
      return (await send(site.port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' })).status
    })
    expect(statuses).toEqual(always(names, 421))
    expect(site.backend.asked).toEqual([])
  })

  test('X51: the token of an address does not help a rebound name', async () => {
    await using site = await startTestHost()
    const address = new URL(site.host.mintToken())
    const path = address.pathname + address.search
    expect((await send(site.port, { path, headers: { Host: `evil.example:${site.port}` } })).status).toBe(421)
    expect((await enter(address.href)).reply.status).toBe(303)
  })

  test('X51: a request target that names another host, or none at all, is refused', async () => {
    await using site = await startTestHost()
    const host = `Host: 127.0.0.1:${site.port}\r\nConnection: close\r\n\r\n`
    expect(await sendBytes(site.port, `GET http://evil.example/ HTTP/1.1\r\n${host}`)).toMatch(
      /^HTTP\/1.1 421 /,
    )
    expect(await sendBytes(site.port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 421 /)
    expect(await sendBytes(site.port, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  })

  test('X51: each name of this machine opens the console', async () => {
    await using site = await startTestHost()
    const names = ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']
    const statuses = await byCase(names, async name => {
      return (await send(site.port, { headers: { Host: `${name}:${site.port}` } })).status
    })
    expect(statuses).toEqual(always(names, 401))
  })

  test('X52: a request from another origin is refused, whatever cookie it brings', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const origins = [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${site.port + 1}`,
      `https://127.0.0.1:${site.port}`,
      `http://127.0.0.1:${site.port}.evil.example`,
    ]
    const statuses = await byCase(origins, async origin => {
      const headers = { ...asPage(site.port, cookie), Origin: origin }
      const posted = await send(site.port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' })
      const read = await send(site.port, { headers: { Cookie: cookie, Origin: origin } })
      return [posted.status, read.status]
    })
    expect(statuses).toEqual(always(origins, [403, 403]))
    expect(site.backend.asked).toEqual([])
  })

  test('X52: a request that changes something must name its origin', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const { Origin: _, ...headers } = asPage(site.port, cookie)
    const reply = await send(site.port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' })
    expect(reply.status).toBe(403)
    expect(site.backend.asked).toEqual([])
  })

  test('X52: another site may neither read the events, nor fill a frame or a script with the console', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const attempts = [
      '/api/events cors empty',
      '/api/events navigate document',
      '/ navigate iframe',
      '/assets/a-1.js no-cors script',
    ]
    for (const from of ['cross-site', 'same-site', 'unheard-of']) {
      const statuses = await byCase(attempts, async attempt => {
        const [path = '', mode, dest] = attempt.split(' ')
        const fetched = { 'Sec-Fetch-Site': from, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest }
        return (await send(site.port, { path, headers: { Cookie: cookie, ...fetched } })).status
      })
      expect(statuses).toEqual(always(attempts, 403))
    }
    expect(site.backend.listeners.size).toBe(0)
  })

  test('X52, X55: a form of another site cannot post, not even one that looks like JSON', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const form = { Cookie: cookie, 'Content-Type': 'text/plain', Origin: 'https://evil.example' }
    const fromAfar = {
      ...form,
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    }
    const own = { ...asPage(site.port, cookie), 'Content-Type': 'text/plain' }
    const path = '/api/listOrders'
    expect((await send(site.port, { method: 'POST', path, headers: fromAfar, body: '{}' })).status).toBe(403)
    expect((await send(site.port, { method: 'POST', path, headers: own, body: '{}' })).status).toBe(415)
    expect(site.backend.asked).toEqual([])
  })

  test('X52, X55: no form of another site posts, whatever its encoding and whatever it says of itself', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json',
      'text/plain; application/json',
    ]
    const body = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n{}\r\n--x--\r\n'
    for (const from of ['cross-site', 'same-site', undefined]) {
      const statuses = await byCase(types, async type => {
        const headers = {
          ...asPage(site.port, cookie),
          Origin: 'https://evil.example',
          'Content-Type': type,
          'Sec-Fetch-Site': from,
        }
        const named = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
        return (await send(site.port, { method: 'POST', path: '/api/listOrders', headers: named, body }))
          .status
      })
      expect(statuses).toEqual(always(types, 403))
    }
    expect(site.backend.asked).toEqual([])
  })

  test('X56: an upgrade to another protocol is refused', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const lines = [
      'GET /api/events HTTP/1.1',
      `Host: 127.0.0.1:${site.port}`,
      `Cookie: ${cookie}`,
      'Upgrade: websocket',
    ]
    const reply = await sendBytes(site.port, [...lines, 'Connection: Upgrade', '', ''].join('\r\n'))
    expect(reply).toMatch(/^HTTP\/1.1 403 /)
  })
})

describe('what every reply carries', () => {
  test('X39, X55: the content policy and its companions come with every reply, and no CORS header', async () => {
    await using site = await startTestHost()
    const { reply: entered, cookie } = await enter(site.host.mintToken())
    const page = asPage(site.port, cookie)
    const replies = [
      entered,
      await enter(site.host.mintToken().replace(/.$/, '')).then(({ reply }) => reply),
      await send(site.port, { headers: { Cookie: cookie } }),
      await send(site.port, { path: '/assets/a-1.js', headers: { Cookie: cookie } }),
      await send(site.port, { path: '/assets/none.js', headers: { Cookie: cookie } }),
      await send(site.port, { headers: { Host: 'evil.example' } }),
      await send(site.port, { path: '/%zz' }),
      await send(site.port, { method: 'POST', path: '/api/listOrders', headers: page, body: '{}' }),
      await send(site.port, { method: 'POST', path: '/api/listOrders', headers: page, body: '{' }),
      await send(site.port, { method: 'POST', path: '/api/listVideos', headers: page, body: '{}' }),
      await send(site.port, { method: 'OPTIONS', path: '/api/listOrders', headers: page }),
      await send(site.port, { method: 'HEAD', headers: { Cookie: cookie } }),
    ]
    expect(new Set(replies.map(reply => reply.status))).toEqual(
      new Set([303, 403, 200, 404, 421, 400, 500, 405]),
    )
    for (const { headers, status } of replies) {
      const { 'Cache-Control': _, ...common } = securityHeaders
      const expected = Object.entries(common).map(([name, value]) => [name.toLowerCase(), value])
      expect({ status, ...headers }).toMatchObject({ status, ...Object.fromEntries(expected) })
      expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('X55: replies of the API are not kept, files under a digest name are', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const headers = asPage(site.port, cookie)
    const api = await send(site.port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' })
    const page = await send(site.port, { headers: { Cookie: cookie } })
    const asset = await send(site.port, { path: '/assets/a-1.js', headers: { Cookie: cookie } })
    expect(api.headers['cache-control']).toBe('no-store')
    expect(page.headers['cache-control']).toBe('no-cache')
    expect(asset.headers['cache-control']).toContain('immutable')
  })
})
