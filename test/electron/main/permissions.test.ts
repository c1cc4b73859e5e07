import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { hardenSession } from '../../../electron/main/hardenSession.ts'
import { denyBluetooth } from '../../../electron/main/permissions.ts'
import { always, byCase } from '../web/send.ts'
import { FakeContents, FakeSession, isPrevented } from './fakeElectron.ts'

/** The names as the installed Electron spells them in its types. */
const permissions = permissionNames()
const allowed = ['clipboard-sanitized-write', 'fullscreen']

function permissionNames(): string[] {
  const types = readFileSync(new URL('../../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8')
  const union = types.match(/setPermissionCheckHandler\(handler: .*?permission: ([^,]+),/)?.[1] ?? ''
  return [...union.matchAll(/'([\w-]+)'/g)].map(name => name[1] ?? '')
}

function hardened(allowDevTools = false): FakeSession {
  const session = new FakeSession()
  hardenSession(session as never, { allowDevTools })
  return session
}

test('X5: of all permissions of this Electron only clipboard writing and full screen are granted', () => {
  const session = hardened()
  const contents = new FakeContents('app://foreclick/orders/new')
  const granted = (url: string) =>
    permissions.filter(permission => {
      let answer = false
      session.request(new FakeContents(url), permission, reply => {
        answer = reply
      })
      return answer
    })
  const checked = (origin: string) =>
    permissions.filter(permission => session.check(contents, permission, origin))
  expect(permissions.length).toBeGreaterThan(40)
  expect([granted('app://foreclick/'), checked('app://foreclick')]).toEqual([allowed, allowed])
  for (const foreign of ['https://example.com/', 'app://foreclick.attacker.example/', 'about:blank', ''])
    expect([foreign, granted(foreign), checked(foreign)]).toEqual([foreign, [], []])
})

test('X5: no device, pairing or screen is ever handed out', () => {
  const session = hardened()
  const replies: unknown[] = [session.device({ deviceType: 'usb', origin: 'app://foreclick' })]
  session.pairing({}, reply => replies.push(reply))
  session.displayMedia({}, streams => replies.push(streams))
  expect(replies).toEqual([false, { confirmed: false }, null])
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'])
    expect([event, isPrevented(session, event)]).toEqual([event, true])
})

test('X5: a page that looks for Bluetooth devices gets none', () => {
  const contents = new FakeContents('app://foreclick/')
  denyBluetooth(contents as never)
  const chosen: string[] = []
  let prevented = false
  const event = {
    preventDefault: () => {
      prevented = true
    },
  }
  contents.emit('select-bluetooth-device', event, [{ deviceId: 'd-1' }], (id: string) => chosen.push(id))
  expect([prevented, chosen]).toEqual([true, ['']])
})

test('X1, X38: a request to anywhere but the page gets nothing, whatever its scheme', async () => {
  const isCancelled = (session: FakeSession) => async (url: string) => {
    const { promise, resolve } = Promise.withResolvers<boolean | undefined>()
    session.beforeRequest({ url }, reply => resolve(reply.cancel))
    return promise
  }
  const schemes = `about:blank content://x chrome://version cid:x data:text/html,x filesystem:app://foreclick/x
    ftp://a.example/ gopher://a.example/ javascript:alert(1) mailto:x@a.example http://a.example/ https://a.example/x.svg
    ws://a.example/ wss://a.example/ file:///etc/passwd blob:app://foreclick/1 app://other/
    app://foreclick.attacker.example/ nonsense`
  const foreign = schemes.split(/\s+/)
  expect(await byCase(foreign, isCancelled(hardened()))).toEqual(always(foreign, true))
  const own = ['app://foreclick/', 'app://foreclick/assets/a-1.js']
  expect(await byCase(own, isCancelled(hardened()))).toEqual(always(own, false))
})

test('X15: only a checkout may load developer tools', async () => {
  const url = 'devtools://devtools/bundled/inspector.html'
  const replies: unknown[] = []
  for (const allowDevTools of [true, false])
    hardened(allowDevTools).beforeRequest({ url }, reply => replies.push(reply.cancel))
  expect(replies).toEqual([false, true])
})

test('X1: the spell checker, which downloads dictionaries, is off', () => {
  expect(hardened().spellChecks).toBe(false)
})
