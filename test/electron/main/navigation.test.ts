import { expect, test } from 'vitest'

import { isPage } from '../../../electron/main/isPage.ts'
import { guardNavigation } from '../../../electron/main/navigation.ts'
import { externalHosts, safeOpenExternal } from '../../../electron/main/openExternal.ts'
import { FakeContents, isPrevented } from './fakeElectron.ts'

const own = ['app://foreclick/', 'app://foreclick/orders/new?draft=1#top', 'app://foreclick']
const foreign = [
  'https://example.com/',
  'app://foreclick.attacker.example/',
  'app://foreclick@attacker.example/',
  'app://user:word@foreclick/',
  'app://foreclick:8080/',
  'app://other/',
  'apps://foreclick/',
  'https://foreclick/',
  'http://app://foreclick/',
  'file:///etc/passwd',
  'data:text/html,x',
  'blob:app://foreclick/1',
  'javascript:alert(1)',
  'about:blank',
  ' app ://foreclick/',
  '',
]

function guarded() {
  const contents = new FakeContents('app://foreclick/')
  const handed: string[] = []
  guardNavigation(contents as never, url => handed.push(url))
  return { contents, handed }
}

test('X8: the page is known by its parsed origin, not by how its address begins', () => {
  expect([own.filter(isPage), foreign.filter(isPage)]).toEqual([own, []])
})

test('X8: the page is neither navigated nor redirected elsewhere, in whatever frame', () => {
  const { contents } = guarded()
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    const denied = (url: string) => isPrevented(contents, event, { url })
    expect([event, own.filter(denied), foreign.filter(denied)]).toEqual([event, [], foreign])
  }
})

test('X9: every new window is denied, and its address is handed on', () => {
  const { contents, handed } = guarded()
  const urls = [...own, ...foreign]
  const replies = urls.map(url => contents.windowOpenHandler({ url }))
  expect(replies).toEqual(urls.map(() => ({ action: 'deny' })))
  expect(handed).toEqual(urls)
})

test('X6: no webview is attached', () => {
  expect(isPrevented(guarded().contents, 'will-attach-webview')).toBe(true)
})

test('X10: only https addresses of known hosts leave for the browser', () => {
  const opened: string[] = []
  const open = (url: string) => {
    opened.push(url)
    return Promise.resolve()
  }
  const known = [...externalHosts].map(host => `https://${host}/help?id=1`)
  const refused = [
    ...foreign,
    ...[...externalHosts].flatMap(host => [
      `http://${host}/`,
      `https://${host}.attacker.com/`,
      `https://attacker.com/${host}`,
      `https://${host}@attacker.com/`,
      `https://user:word@${host}/`,
      `https://${host}:8443/`,
      `//${host}/`,
      `file://${host}/share/run.exe`,
    ]),
  ]
  expect(refused.filter(url => safeOpenExternal(url, open))).toEqual([])
  expect(known.filter(url => safeOpenExternal(url, open))).toEqual(known)
  expect(opened).toEqual(known)
})
