import { describe, expect, test } from 'vitest'

import { always, asPage, byCase, enter, send } from './send.ts'
import { startTestHost } from './testHost.ts'

describe('the address with its token', () => {
  test('X53: a token holds at least 128 random bits and none comes twice', async () => {
    await using site = await startTestHost()
    const tokens = Array.from(
      { length: 20 },
      () => new URL(site.host.mintToken()).searchParams.get('token') ?? '',
    )
    expect(new Set(tokens).size).toBe(20)
    for (const token of tokens) expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16)
  })

  test('X53: a token opens the console once', async () => {
    await using site = await startTestHost()
    const address = site.host.mintToken()
    const first = await enter(address)
    const replayed = await enter(address)
    expect(first.reply.status).toBe(303)
    expect(replayed.reply.status).toBe(403)
    expect(replayed.cookie).toBe('')
    expect(replayed.reply.text).toContain('Press Enter in the terminal')
  })

  test('X53: a token that is sent twice at once lets in one browser', async () => {
    await using site = await startTestHost()
    const address = site.host.mintToken()
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await enter(address)).reply.status),
    )
    expect(statuses.filter(status => status === 303)).toHaveLength(1)
  })

  test('X53: a token is valid for 60 seconds and not for longer', async () => {
    await using site = await startTestHost()
    const early = site.host.mintToken()
    const late = site.host.mintToken()
    site.clock.ms += 60_000 - 1
    expect((await enter(early)).reply.status).toBe(303)
    site.clock.ms += 1
    expect((await enter(late)).reply.status).toBe(403)
  })

  test('X53: several fresh addresses are valid side by side', async () => {
    await using site = await startTestHost()
    const addresses = [site.host.mintToken(), site.host.mintToken(), site.host.mintToken()]
    for (const address of addresses.toReversed()) expect((await enter(address)).reply.status).toBe(303)
  })

  test('X53: a look-ahead of the browser does not use up the address', async () => {
    await using site = await startTestHost()
    const address = new URL(site.host.mintToken())
    const path = address.pathname + address.search
    const prefetch = await send(site.port, { path, headers: { 'Sec-Purpose': 'prefetch;prerender' } })
    const head = await send(site.port, { path, method: 'HEAD' })
    expect([prefetch, head].map(reply => reply.headers['set-cookie'])).toEqual([undefined, undefined])
    expect((await enter(address.href)).reply.status).toBe(303)
  })

  test('X56: wrong tokens are counted, and a right one still opens', async () => {
    await using site = await startTestHost()
    const guess = `${site.host.url}enter?token=guess`
    const statuses: number[] = []
    for (let count = 0; count < 25; count += 1) statuses.push((await enter(guess)).reply.status)
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 403))
    expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429))
    expect((await enter(site.host.mintToken())).reply.status).toBe(303)
    site.clock.ms += 60_001
    expect((await enter(guess)).reply.status).toBe(403)
  })

  test('X53: the host tells which address was used', async () => {
    const entered: string[] = []
    await using site = await startTestHost({ onEntered: address => entered.push(address) })
    const [first, second] = [site.host.mintToken(), site.host.mintToken()]
    await enter(second)
    await enter(second)
    expect(entered).toEqual([second])
    await enter(first)
    expect(entered).toEqual([second, first])
  })
})

describe('the session', () => {
  test('X54: the exchange leads to / without the token, with a cookie that scripts and other sites cannot use', async () => {
    await using site = await startTestHost()
    const { reply } = await enter(site.host.mintToken())
    expect(reply.headers.location).toBe('/')
    expect(reply.headers['set-cookie']).toHaveLength(1)
    const [pair, ...attributes] = (reply.headers['set-cookie']?.[0] ?? '').split('; ')
    expect(pair).toMatch(new RegExp(`^foreclick-${site.port}=[\\w-]{43}$`))
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
  })

  test('X54: without the cookie, or with a wrong one, there is neither page, nor file, nor API, nor events', async () => {
    await using site = await startTestHost()
    const name = `foreclick-${site.port}`
    const cookies = ['', `${name}=`, `${name}=guess`, `${name}=${'A'.repeat(43)}`, 'foreclick=x']
    const calls = await byCase(cookies, async cookie => {
      const headers = asPage(site.port, cookie)
      const reply = await send(site.port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' })
      return [reply.status, JSON.parse(reply.text).failure.code]
    })
    expect(calls).toEqual(always(cookies, [401, 'refused']))
    const paths = ['/', '/orders/1', '/assets/a-1.js', '/api/events']
    for (const cookie of cookies) {
      const replies = await byCase(paths, async path => {
        const reply = await send(site.port, { path, headers: { Cookie: cookie } })
        return [reply.status, /<script|document/.test(reply.text)]
      })
      expect(replies).toEqual(always(paths, [401, false]))
    }
    expect(site.backend.asked).toEqual([])
    expect(site.backend.listeners.size).toBe(0)
  })

  test('X54: the cookie of another console opens this one under neither name', async () => {
    await using one = await startTestHost()
    await using other = await startTestHost()
    const { cookie } = await enter(other.host.mintToken())
    const renamed = cookie.replace(`foreclick-${other.port}`, `foreclick-${one.port}`)
    const cookies = [cookie, renamed, `${cookie}; ${renamed}`]
    const statuses = await byCase(cookies, async sent => {
      const headers = asPage(one.port, sent)
      const api = await send(one.port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' })
      return [api.status, (await send(one.port, { path: '/api/events', headers: { Cookie: sent } })).status]
    })
    expect(statuses).toEqual(always(cookies, [401, 401]))
    // Nor does its token.
    const { search } = new URL(other.host.mintToken())
    expect((await enter(`${one.host.url}enter${search}`)).reply.status).toBe(403)
    expect(one.backend.asked).toEqual([])
  })

  test('X53: a token is in no reply, whether it was good, spent, or expired', async () => {
    await using site = await startTestHost()
    const addresses = [site.host.mintToken(), site.host.mintToken()]
    const replies = [(await enter(addresses[0] ?? '')).reply, (await enter(addresses[0] ?? '')).reply]
    site.clock.ms += 10 * 60_000
    replies.push((await enter(addresses[1] ?? '')).reply)
    expect(replies.map(reply => reply.status)).toEqual([303, 403, 403])
    const tokens = addresses.map(address => new URL(address).searchParams.get('token') ?? 'none')
    const said = replies.map(({ headers, text }) => JSON.stringify(headers) + text)
    expect(said.filter(text => tokens.some(token => text.includes(token)))).toEqual([])
    // Nor does a link of the page that follows tell it.
    expect(replies.map(reply => reply.headers['referrer-policy'])).toEqual(Array(3).fill('no-referrer'))
  })

  test('X54: a restart on the same port shuts every browser out', async () => {
    let port: number
    let cookie: string
    {
      await using site = await startTestHost()
      port = site.port
      ;({ cookie } = await enter(site.host.mintToken()))
      expect((await send(port, { headers: { Cookie: cookie } })).status).toBe(200)
    }
    await using site = await startTestHost({ port })
    expect(site.port).toBe(port)
    expect((await send(port, { headers: { Cookie: cookie } })).status).toBe(401)
    const headers = asPage(port, cookie)
    const api = await send(port, { method: 'POST', path: '/api/listOrders', headers, body: '{}' })
    expect(api.status).toBe(401)
  })

  test('X54: a browser that followed a link tries the same path once more, then is told what to do', async () => {
    await using site = await startTestHost()
    const first = await send(site.port, { path: '/orders/o-1?tab=days' })
    expect(first.text).toContain('content="0;url=/orders/o-1?again"')
    const second = await send(site.port, { path: '/orders/o-1?again' })
    expect(second.text).not.toContain('http-equiv')
    expect(second.text).toContain('Press Enter in the terminal')
    const { cookie } = await enter(site.host.mintToken())
    const third = await send(site.port, { path: '/orders/o-1?again', headers: { Cookie: cookie } })
    expect([third.status, third.headers.location]).toEqual([303, '/orders/o-1'])
  })

  test('X55: no path makes the host lead to another site', async () => {
    await using site = await startTestHost()
    const { cookie } = await enter(site.host.mintToken())
    const paths = [
      '//evil.example/',
      '/%2f/evil.example',
      '/\\evil.example',
      '/%5cevil.example',
      '/.//evil.example',
    ]
    const replies = await byCase(paths, async path => {
      const open = await send(site.port, { path: `${path}?again`, headers: { Cookie: cookie } })
      const shut = await send(site.port, { path })
      return [open.status, open.headers.location, shut.text.includes('url=')]
    })
    expect(replies).toEqual(always(paths, [400, undefined, false]))
    const address = new URL(site.host.mintToken())
    const path = `${address.pathname}${address.search}&next=https://evil.example`
    expect((await send(site.port, { path })).headers.location).toBe('/')
  })
})
