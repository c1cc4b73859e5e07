import { basename } from 'node:path'

import { expect, test } from 'vitest'

import { pushChannel, requestChannel } from '../../../electron/main/channels.ts'
import { FakeSession, frame, isPrevented } from './fakeElectron.ts'
import { startShell as start } from './startShell.ts'

test('X4, X15, X35, D30: sandbox, cache, scheme and lock come before ready; the backend comes last', async () => {
  using shell = start()
  await shell.becomeReady()
  const answer = shell.call('getWorkspace', {})
  expect(shell.log).toEqual([
    'enableSandbox',
    'switch disable-http-cache',
    'schemes',
    'setPath userData',
    'lock',
    'ready',
    'window',
    'fork /program/backend.js --data /data',
  ])
  shell.children[0]?.emit('message', { kind: 'answer', id: 1, result: { ok: true, value: 'there' } })
  expect(await answer).toEqual({ ok: true, value: 'there' })
})

test('D30: a second instance ends before it opens a window or the database', async () => {
  using shell = start({ isSecond: true })
  await shell.becomeReady()
  expect(shell.log.slice(-3)).toEqual(['lock', 'exit 0', 'ready'])
  expect([shell.windows, shell.children, [...shell.handlers]]).toEqual([[], [], []])
})

test('D30: the first instance comes to the front when a second one starts', async () => {
  using shell = start()
  await shell.becomeReady()
  const [window] = shell.windows
  shell.app.emit('second-instance')
  if (window !== undefined) window.isDown = true
  shell.app.emit('second-instance')
  expect(window?.shown).toEqual(['load app://foreclick/', 'focus', 'restore', 'focus'])
})

test('DW2, D30: the same data folder has one lock, another folder has another', () => {
  const profileOf = (dataDir: string) => {
    using shell = start({ dataDir })
    return shell.profiles.map(path => basename(path))
  }
  const [first, again, other] = [profileOf('/data'), profileOf('/data'), profileOf('/other')]
  expect(first).toHaveLength(1)
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test('X5, X35: every storage partition is hardened, and the page is served on the one in use', async () => {
  using shell = start()
  await shell.becomeReady()
  const other = new FakeSession()
  shell.app.emit('session-created', other)
  for (const session of [shell.defaultSession, other])
    expect([session.check({}, 'geolocation', 'app://foreclick'), session.spellChecks]).toEqual([false, false])
  expect(shell.schemes).toHaveLength(1)
  expect([...shell.served.keys()]).toEqual(['app'])
})

test('X6, X8, X9, X10: every web contents is guarded as it is made', async () => {
  using shell = start()
  await shell.becomeReady()
  const contents = shell.windows[0]?.webContents
  if (contents === undefined) throw new Error('no window')
  expect(isPrevented(contents, 'will-navigate', { url: 'https://example.com/' })).toBe(true)
  expect(isPrevented(contents, 'will-attach-webview')).toBe(true)
  expect(contents.windowOpenHandler({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
  expect(contents.windowOpenHandler({ url: 'https://ads.tiktok.com/help' })).toEqual({ action: 'deny' })
  expect(shell.opened).toEqual(['https://ads.tiktok.com/help'])
  contents.emit('ipc-message', {}, 'other')
  expect(shell.said).toEqual(['message refused: other: unknown channel'])
})

test('X12: a refused request is logged and starts no backend', async () => {
  using shell = start()
  await shell.becomeReady()
  await shell.handlers.get(requestChannel)?.({ senderFrame: frame({ origin: 'https://a.example' }) }, 'x', {})
  expect(shell.said).toEqual([`request refused: ${requestChannel}: the sender's origin is https://a.example`])
  expect(shell.children).toEqual([])
})

test('DW3: the window is shown once it has something to show, and follows the theme', async () => {
  using shell = start()
  await shell.becomeReady()
  const [window] = shell.windows
  window?.emit('ready-to-show')
  shell.nativeTheme.shouldUseDarkColors = true
  shell.nativeTheme.emit('updated')
  window?.emit('closed')
  shell.nativeTheme.emit('updated')
  expect(window?.shown).toEqual(['load app://foreclick/', 'show', '#121311'])
  expect(shell.menus).toHaveLength(1)
})

test('DW4: a page that dies is loaded again, a few times at most', async () => {
  using shell = start()
  await shell.becomeReady()
  const contents = shell.windows[0]?.webContents
  contents?.emit('render-process-gone', {}, { reason: 'clean-exit' })
  for (let death = 0; death < 9; death++) contents?.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(contents?.reloads).toBe(3)
})

test('DW5: pushes reach the page, but not one that crashed', async () => {
  using shell = start()
  await shell.becomeReady()
  void shell.call('listOrders', {})
  const contents = shell.windows[0]?.webContents
  const event = { kind: 'changed', what: 'orders' }
  shell.children[0]?.emit('message', { kind: 'push', event })
  if (contents !== undefined) contents.isGone = true
  shell.children[0]?.emit('message', { kind: 'push', event })
  expect(contents?.sent).toEqual([[pushChannel, event]])
})

test('DW6: the program ends after its backend has closed the database', async () => {
  using shell = start()
  await shell.becomeReady()
  void shell.call('listOrders', {})
  const [child] = shell.children
  expect(isPrevented(shell.app, 'will-quit')).toBe(true)
  expect(child?.heard.at(-1)).toEqual({ kind: 'close' })
  expect(shell.log).not.toContain('quit')
  child?.emit('exit', 0)
  await new Promise(resolve => setImmediate(resolve))
  expect(shell.log.at(-1)).toBe('quit')
  expect(isPrevented(shell.app, 'will-quit')).toBe(false)
})

test('DW4: without a built page the program says why and ends with status 1', async () => {
  using shell = start({ pageDir: '/no/such/page' })
  await shell.becomeReady()
  expect(shell.said).toEqual([
    'The window could not be opened: there is no built page in /no/such/page; `npm run build` makes it',
  ])
  expect(shell.log.at(-1)).toBe('exit 1')
})

test('DW4: a window whose page cannot be loaded is not left open unseen', async () => {
  using shell = start({ loads: false })
  await shell.becomeReady()
  expect(shell.said).toEqual(['The window could not be opened: Error: ERR_FAILED'])
  expect(shell.log.at(-1)).toBe('exit 1')
})

test('DW3: the program ends with its last window', () => {
  using shell = start()
  shell.app.emit('window-all-closed')
  expect(shell.log.at(-1)).toBe('quit')
})
