import { EventEmitter } from 'node:events'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Result } from '../../../core/contract/failure.ts'
import type { PushEvent } from '../../../core/contract/runs.ts'
import { createListeners } from '../../../electron/backend/listeners.ts'
import { allowFeed, startUpdates } from '../../../electron/main/updates/startUpdates.ts'
import { FakeSession, fakeElectron } from '../main/fakeElectron.ts'
import { always, byCase } from '../web/send.ts'

const feed = 'https://updates.example/foreclick/'
const settings = {
  language: 'en',
  theme: 'system',
  density: 'compact',
  backupEvery: 'hour',
  updates: 'on',
  updateFeed: feed,
} as const
const failed: PushEvent = { kind: 'failed', runId: 'b-1', failure: { code: 'internal', message: 'no room' } }
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** A release with version 0.2.0 at its feed, and a backend whose backup ends as a test says. */
function release(end: PushEvent = { kind: 'done', runId: 'b-1', result: null }) {
  const shell = fakeElectron({ isPackaged: true })
  const { push, subscribe } = createListeners()
  const asked: string[] = []
  const opened: string[] = []
  const installed: string[] = []
  const request = async (method: string): Promise<Result<unknown>> => {
    asked.push(method)
    if (method === 'getSettings') return { ok: true, value: settings }
    push({ kind: 'failed', runId: 'another', failure: { code: 'cancelled', message: 'another run' } })
    push(end)
    return { ok: true, value: { runId: 'b-1' } }
  }
  const said: string[] = []
  const updates = startUpdates(
    shell.electron,
    { request, subscribe },
    line => said.push(line),
    async address => {
      opened.push(address)
      return {
        announced: async () => '0.2.0',
        download: async () => {},
        install: () => installed.push('0.2.0'),
      }
    },
  )
  return { ...shell, updates, push, asked, opened, installed, said }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => void vi.useRealTimers())

test('K9: a release looks once it has started, and when the settings change', async () => {
  using shell = release()
  expect(shell.opened).toEqual([])
  vi.runAllTimers()
  await settled()
  shell.push({ kind: 'changed', what: 'orders' })
  shell.push({ kind: 'changed', what: 'settings' })
  await settled()
  expect(shell.opened).toEqual([feed, feed])
})

test('K9: it is installed after the backup of this very run is done, and not when that failed', async () => {
  using shell = release()
  await shell.updates.look()
  ;(await shell.updates.installation())?.(() => {})
  expect([shell.asked.at(-1), shell.installed]).toEqual(['backUp', ['0.2.0']])
  using full = release(failed)
  await full.updates.look()
  expect(await full.updates.installation()).toBeUndefined()
  expect(full.said).toEqual(['0.2.0 is not installed: no backup could be made (no room)'])
})

test('K9: nothing is installed while the system goes down, on whatever system', async () => {
  for (const goDown of [
    (shell: ReturnType<typeof release>) => shell.powerMonitor.emit('shutdown'),
    (shell: ReturnType<typeof release>) => {
      const window = new EventEmitter()
      shell.app.emit('browser-window-created', {}, window)
      window.emit('session-end')
    },
  ]) {
    using shell = release()
    await shell.updates.look()
    goDown(shell)
    expect([await shell.updates.installation(), shell.installed]).toEqual([undefined, []])
  }
})

test('X1, K9: the partition of the updater may ask its feed, and nothing else', async () => {
  const session = new FakeSession()
  allowFeed(session.webRequest as never, feed)
  const isCancelled = (url: string) =>
    new Promise<boolean | undefined>(resolve => {
      session.beforeRequest({ url }, reply => resolve(reply.cancel))
    })
  const own = [`${feed}latest-linux.yml`, 'https://updates.example/other']
  const foreign = [
    'http://updates.example/foreclick/latest-linux.yml',
    'https://updates.example.attacker.example/',
    'https://updates.example:8443/',
    'https://elsewhere.example/Foreclick.AppImage',
    'file:///etc/passwd',
    'nonsense',
  ]
  expect(await byCase(own, isCancelled)).toEqual(always(own, false))
  expect(await byCase(foreign, isCancelled)).toEqual(always(foreign, true))
})
