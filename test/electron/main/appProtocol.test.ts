import { afterAll, beforeAll, expect, test } from 'vitest'

import { appScheme, serveApp } from '../../../electron/main/appProtocol.ts'
import { always, byCase } from '../web/send.ts'
import { makePage } from '../web/testHost.ts'

const page = makePage()
let answer: (request: Request) => Promise<Response>

beforeAll(() => {
  serveApp(
    {
      handle: (_scheme, handler) => {
        answer = async request => handler(request)
      },
    },
    page.pageDir,
  )
})
afterAll(page.remove)

/** What the runtime hands over; a test may spell an address that `Request` would tidy first. */
function asked(url: string, change: object = {}): Promise<Response> {
  return answer({ url, method: 'GET', ...change } as Request)
}

test('X35: app is standard, secure and fetchable, and never bypasses the content policy', () => {
  expect(appScheme).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  })
})

test('X36: no spelling of a path leads out of the page folder', async () => {
  const paths = [
    '/../private/secret.txt',
    '/assets/../../private/secret.txt',
    '/%2e%2e/private/secret.txt',
    '/.%2e/private/secret.txt',
    '/%2E%2E%2Fprivate%2Fsecret.txt',
    '/..%2fprivate%2fsecret',
    '/..%5cprivate%5csecret.txt',
    '/..\\private\\secret',
    '/%252e%252e/private/secret.txt',
    '/assets/a-1.js%00.html',
    '/assets/a-1.js\u0000.html',
    '/assets/%c0%ae%c0%ae/secret.txt',
    '/assets/a-1.js::$DATA',
    '/assets/a-1.js:stream',
    '/assets/a-1.js/',
    '/assets/a-1.js.',
    '/assets/A-1.js',
    '/ASSETS/a-1.js',
    '/INDEX.HTML',
    '/folder/secret.txt',
    '/assets/link.txt',
    '//private/secret.txt',
    '/C:/private/secret.txt',
    '/%zz',
    '/a%20room',
    '/file:///etc/passwd',
    '/assets/none.js',
    '/assets/none',
    '/none.png',
    '/api/none',
  ]
  const replies = await byCase(paths, async path => {
    const reply = await asked(`app://foreclick${path}`)
    return [reply.status, await reply.text()]
  })
  expect(replies).toEqual(always(paths, [404, '']))
})

test('X36: files carry their type, and rooms of the console get the page', async () => {
  const script = await asked('app://foreclick/assets/a-1.js')
  expect([script.status, script.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  const rooms = ['/', '/index.html', '/orders/new', '/orders/0b1c-2?tab=days#top', '/creators/c_1~x']
  const pages = await byCase(rooms, async path => {
    const reply = await asked(`app://foreclick${path}`)
    return [reply.status, reply.headers.get('Content-Type'), (await reply.text()).includes('a-1.js')]
  })
  expect(pages).toEqual(always(rooms, [200, 'text/html; charset=utf-8', true]))
})

test('X39: every reply, a refusal too, carries the content policy and its companions, word for word', async () => {
  const replies = await byCase(
    ['app://foreclick/', 'app://foreclick/assets/a-1.js', 'app://foreclick/none.js', 'app://other/'],
    async url => {
      const { 'content-type': _, ...headers } = Object.fromEntries((await asked(url)).headers)
      return headers
    },
  )
  expect(replies).toEqual(
    always(Object.keys(replies), {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    }),
  )
})

test('X16: only the page itself is answered, whatever another origin asks for', async () => {
  const urls = [
    'app://other/',
    'app://foreclick.attacker.example/',
    'app://user@foreclick/',
    'app://foreclick:80/',
  ]
  expect(await byCase(urls, async url => (await asked(url)).status)).toEqual(always(urls, 403))
  const initiators = ['https://example.com', 'app://foreclick.attacker.example', 'null']
  const replies = await byCase(initiators, async initiatorOrigin => {
    return (await asked('app://foreclick/assets/a-1.js', { initiatorOrigin })).status
  })
  expect(replies).toEqual(always(initiators, 403))
  const own = await asked('app://foreclick/assets/a-1.js', { initiatorOrigin: 'app://foreclick' })
  expect(own.status).toBe(200)
})

test('X36: files are only read', async () => {
  const methods = ['POST', 'PUT', 'DELETE', 'OPTIONS']
  const replies = await byCase(methods, async method => (await asked('app://foreclick/', { method })).status)
  expect(replies).toEqual(always(methods, 405))
  const head = await asked('app://foreclick/', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})
