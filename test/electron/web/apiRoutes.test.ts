import { connect } from 'node:net'

import { describe, expect, test } from 'vitest'

import { always, asPage, byCase, enter, send } from './send.ts'
import { startTestHost } from './testHost.ts'

describe('requests', () => {
  test('X55: a request reaches the backend as JSON by POST, and its Result comes back with status 200', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const headers = { ...asPage(site.port, cookie), 'Content-Type': 'Application/JSON; charset=utf-8' }
    const done = await send(site.port, {
      method: 'POST',
      path: '/api/listOrders',
      headers,
      body: '{"a":[1]}',
    })
    expect(done.status).toBe(200)
    expect(JSON.parse(done.text)).toEqual({ ok: true, value: { method: 'listOrders', payload: { a: [1] } } })
    const failed = await send(site.port, { method: 'POST', path: '/api/getOrder', headers, body: '{}' })
    expect(failed.status).toBe(200)
    expect(JSON.parse(failed.text)).toEqual({
      ok: false,
      failure: { code: 'not_found', message: 'no such order' },
    })
  })

  test('X55: another verb on a request changes nothing, nor does a header or field that claims POST', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const headers = { ...asPage(site.port, cookie), 'X-HTTP-Method-Override': 'POST' }
    const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
    const answers = await byCase(methods, async method => {
      const reply = await send(site.port, { method, path: '/api/listOrders?_method=POST', headers })
      return [reply.status, reply.headers.allow]
    })
    expect(answers).toEqual(always(methods, [405, 'POST']))
    const events = await send(site.port, { method: 'POST', path: '/api/events', headers, body: '{}' })
    const head = await send(site.port, { method: 'HEAD', path: '/api/events', headers })
    expect([events.status, head.status]).toEqual([405, 405])
    expect((await send(site.port, { method: 'POST', path: '/', headers, body: '{}' })).status).toBe(405)
    expect(site.backend.asked).toEqual([])
    expect(site.backend.listeners.size).toBe(0)
  })

  test('X55: only requests of the contract are known', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const headers = asPage(site.port, cookie)
    const names = ['constructor', '__proto__', 'toString', 'dropTables', 'listOrders/1', '']
    const answers = await byCase(names, async name => {
      return (await send(site.port, { method: 'POST', path: `/api/${name}`, headers, body: '{}' })).status
    })
    expect(answers).toEqual(always(names, 404))
    expect(site.backend.asked).toEqual([])
  })

  test('X55: a body that is not JSON, or has no content type, is refused', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const { 'Content-Type': _, ...untyped } = asPage(site.port, cookie)
    const post = { method: 'POST', path: '/api/listOrders' }
    const headers = asPage(site.port, cookie)
    const bodies = ['', '{', 'a=1', "{'a':1}"]
    const statuses = await byCase(
      bodies,
      async body => (await send(site.port, { ...post, headers, body })).status,
    )
    expect(statuses).toEqual(always(bodies, 400))
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
      'text/json',
    ]
    const answers = await byCase(types, async type => {
      const typed = { ...untyped, 'Content-Type': type }
      return (await send(site.port, { ...post, headers: typed, body: '{}' })).status
    })
    expect(answers).toEqual(always(types, 415))
    expect((await send(site.port, { ...post, headers: untyped, body: '{}' })).status).toBe(415)
    expect(site.backend.asked).toEqual([])
  })

  test('X56: a body above the cap is refused, whether it tells its length or not', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const headers = asPage(site.port, cookie)
    const body = JSON.stringify({ notes: 'x'.repeat(1024 * 1024) })
    const post = { method: 'POST', path: '/api/saveDraft', body }
    const told = { ...headers, 'Content-Length': Buffer.byteLength(body) }
    expect((await send(site.port, { ...post, headers: told })).status).toBe(413)
    expect(
      (await send(site.port, { ...post, headers: { ...headers, 'Transfer-Encoding': 'chunked' } })).status,
    ).toBe(413)
    expect(site.backend.asked).toEqual([])
    expect((await send(site.port, { ...post, headers, body: '{}' })).status).toBe(200)
  })

  test('X56: a client that sends its body too slowly is cut off, and others are still served', async () => {
    await using site = await startTestHost({ requestTimeoutMs: 300 })
    const { cookie } = await enter(site.host.mintToken())
    const headers = Object.entries({ ...asPage(site.port, cookie), 'Content-Length': 100 })
    const lines = [
      'POST /api/listOrders HTTP/1.1',
      `Host: 127.0.0.1:${site.port}`,
      ...headers.map(pair => pair.join(': ')),
    ]
    const { promise: closed, resolve } = Promise.withResolvers<string>()
    let text = ''
    const socket = connect(site.port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n{`))
    socket.on('data', chunk => {
      text += chunk.toString()
    })
    socket.on('close', () => resolve(text))
    expect((await send(site.port, { headers: { Cookie: cookie } })).status).toBe(200)
    expect(await closed).toMatch(/^HTTP\/1.1 408 /)
    expect(site.backend.asked).toEqual([])
  })

  test('X55: a fault inside is told without its place or words', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const headers = asPage(site.port, cookie)
    const reply = await send(site.port, { method: 'POST', path: '/api/listVideos', headers, body: '{}' })
    expect(reply.status).toBe(500)
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, failure: { code: 'internal' } })
    expect(reply.text).not.toMatch(/secret|\.ts|at /)
  })
})
