import { EventEmitter } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { pushChannel, requestChannel } from '../../../electron/main/channels.ts'
import { buildShell } from '../build/buildShell.ts'

type Bridge = {
  request: (method: unknown, payload: unknown) => Promise<unknown>
  subscribe: (listener: (event: unknown) => void) => () => void
}

let shell: Awaited<ReturnType<typeof buildShell>>
beforeAll(async () => {
  shell = await buildShell(['preload'])
})
afterAll(() => {
  shell.remove()
})

/** Runs the built preload as a sandbox does: a script that may require Electron, and knows nothing of Node. */
function runPreload(answer: (...sent: unknown[]) => Promise<unknown> = async (...sent) => sent) {
  const exposed: Record<string, unknown> = {}
  const required: string[] = []
  const ipcRenderer = Object.assign(new EventEmitter(), { invoke: answer })
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => {
      exposed[name] = api
    },
  }
  const require = (name: string) => {
    required.push(name)
    return { contextBridge, ipcRenderer }
  }
  new Script(readFileSync(join(shell.preload, 'preload.cjs'), 'utf8')).runInContext(
    createContext({ require }),
  )
  return { exposed, required, ipcRenderer, bridge: exposed['foreclick'] as Bridge }
}

test('X4: the preload is one CommonJS file that requires Electron and nothing else', () => {
  expect(readdirSync(shell.preload)).toEqual(['preload.cjs'])
  expect(runPreload().required).toEqual(['electron'])
})

test('X13: the page is given two functions and nothing more', () => {
  const { exposed, bridge } = runPreload()
  expect(Object.keys(exposed)).toEqual(['foreclick'])
  expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual([
    ['request', 'function'],
    ['subscribe', 'function'],
  ])
})

test('X13: a request goes to the one channel, with a method and a payload and no more', async () => {
  const { bridge } = runPreload()
  const request: (...sent: unknown[]) => Promise<unknown> = bridge.request
  expect(await request('listOrders', { a: 1 }, 'more')).toEqual([requestChannel, 'listOrders', { a: 1 }])
})

test('X13, K21: what goes wrong on the way is a failure without a stack, not a rejection', async () => {
  const { bridge } = runPreload(() => Promise.reject(new Error('No handler registered')))
  expect(await bridge.request('listOrders', {})).toEqual({
    ok: false,
    failure: {
      code: 'internal',
      message: 'The window could not ask its backend: Error: No handler registered',
    },
  })
})

test('X13: a listener is given what was pushed, never the event object, until it is taken away', () => {
  const { bridge, ipcRenderer } = runPreload()
  const heard: unknown[] = []
  const stop = bridge.subscribe((...given: unknown[]) => heard.push(given))
  const pushed = { kind: 'changed', what: 'orders' }
  ipcRenderer.emit(pushChannel, { sender: ipcRenderer, ports: [] }, pushed)
  ipcRenderer.emit('foreclick:other', { sender: ipcRenderer }, pushed)
  stop()
  ipcRenderer.emit(pushChannel, { sender: ipcRenderer }, pushed)
  expect(heard).toEqual([[pushed]])
  expect(ipcRenderer.listenerCount(pushChannel)).toBe(0)
})
