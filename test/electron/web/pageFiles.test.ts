import { describe, expect, test } from 'vitest'

import { always, byCase, enter, send } from './send.ts'
import { startTestHost } from './testHost.ts'

describe('files of the page', () => {
  test('X36: no spelling of a path leads out of the page folder', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const paths = [
      '/../private/secret.txt',
      '/assets/../../private/secret.txt',
      '/%2e%2e/private/secret.txt',
      '/.%2e/private/secret.txt',
      '/..%2fprivate%2fsecret.txt',
      '/..%5cprivate%5csecret.txt',
      '/..\\private\\secret.txt',
      '/%252e%252e/private/secret.txt',
      '/%25252e%25252e%25252fprivate/secret.txt',
      '/assets/a-1.js%00.html',
      '/assets/%c0%ae%c0%ae/secret.txt',
      '/assets/a-1.js::$DATA',
      '/folder/secret.txt',
      '/assets/link.txt',
      '/./assets/a-1.js',
      '//private/secret.txt',
      '/%zz',
      '/file:///etc/passwd.txt',
    ]
    const replies = await byCase(paths, async path => {
      const reply = await send(site.port, { path, headers: { Cookie: cookie } })
      return [reply.status >= 400 && reply.status < 500, reply.text.includes('SECRET')]
    })
    expect(replies).toEqual(always(paths, [true, false]))
  })

  test('X36: files carry their type, and rooms of the console get the page', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const headers = { Cookie: cookie }
    const script = await send(site.port, { path: '/assets/a-1.js', headers })
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    const rooms = ['/', '/index.html', '/orders/new', '/creators/c-1?tab=videos']
    const pages = await byCase(rooms, async path => {
      const page = await send(site.port, { path, headers })
      return [page.status, page.headers['content-type'], page.text.includes('a-1.js')]
    })
    expect(pages).toEqual(always(rooms, [200, 'text/html; charset=utf-8', true]))
    const others = ['/assets/none.js', '/assets/none', '/none.png', '/api/none', '/api']
    const statuses = await byCase(others, async path => (await send(site.port, { path, headers })).status)
    expect(statuses).toEqual(always(others, 404))
  })

  test('X36: a client that accepts gzip gets the same bytes smaller', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const path = '/assets/a-1.js'
    const plain = await send(site.port, { path, headers: { Cookie: cookie } })
    const response = await fetch(site.host.url.slice(0, -1) + path, {
      headers: { Cookie: cookie, 'Accept-Encoding': 'gzip' },
    })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.text()).toBe(plain.text)
  })
})
