import { EventEmitter } from 'node:events'

import { expect, test } from 'vitest'

import type { Result } from '../../../core/contract/failure.ts'
import { answerParent } from '../../../electron/main/answerParent.ts'
import { echoBackend } from '../web/testHost.ts'

type Opened = Parameters<typeof answerParent>[1]
const locked = { ok: false, failure: { code: 'locked', message: 'another program has it open' } } as const

/** The utility process's side of the port, and a backend that answers with what it was asked. */
function child(openings: readonly ('opens' | 'locked')[] = ['opens']) {
  const backend = { ...echoBackend(), closed: 0, close: async () => void backend.closed++ }
  const said: unknown[] = []
  const exits: number[] = []
  let tries = 0
  const open: Opened = async () => (openings[tries++] === 'locked' ? locked : { ok: true, value: backend })
  const port = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => said.push(message) })
  answerParent(port, open, status => exits.push(status))
  return {
    backend,
    said,
    exits,
    tries: () => tries,
    hear: async (...messages: unknown[]) => {
      for (const data of messages) port.emit('message', { data })
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

function asked(id: number, method: string, payload: unknown = {}) {
  return { kind: 'request', id, method, payload }
}

function answer(id: number, result: Result<unknown>) {
  return { kind: 'answer', id, result }
}

test('K21: requests are answered by id, failures as values, and the data folder is opened once', async () => {
  const { said, hear, tries } = child()
  await hear(asked(1, 'listOrders', { a: 1 }), asked(2, 'getOrder'))
  expect(said).toEqual([
    answer(1, { ok: true, value: { method: 'listOrders', payload: { a: 1 } } }),
    answer(2, { ok: false, failure: { code: 'not_found', message: 'no such order' } }),
  ])
  expect(tries()).toBe(1)
})

test('DW5, D31: a data folder that another program holds is tried again by the next request', async () => {
  const { said, hear, tries } = child(['locked', 'locked', 'opens'])
  for (const id of [1, 2, 3]) await hear(asked(id, 'listOrders', id))
  expect(said).toEqual([
    answer(1, locked),
    answer(2, locked),
    answer(3, { ok: true, value: { method: 'listOrders', payload: 3 } }),
  ])
  expect(tries()).toBe(3)
})

test('DW5: pushes of the backend are passed on', async () => {
  const { backend, said, hear } = child()
  await hear(asked(1, 'listOrders'))
  backend.push({ kind: 'changed', what: 'orders' })
  expect(said.at(-1)).toEqual({ kind: 'push', event: { kind: 'changed', what: 'orders' } })
})

test('K24: what is no request is passed over', async () => {
  const { said, hear, tries } = child()
  await hear(undefined, 'listOrders', { kind: 'request', id: '1', method: 'listOrders' }, { kind: 'other' })
  expect([said, tries()]).toEqual([[], 0])
})

test('DW6: asked to close, the backend closes its database before the process ends', async () => {
  const open = child()
  await open.hear(asked(1, 'listOrders'), { kind: 'close' })
  expect([open.backend.closed, open.exits]).toEqual([1, [0]])
  const unused = child()
  await unused.hear({ kind: 'close' })
  expect([unused.backend.closed, unused.exits, unused.tries()]).toEqual([0, [0], 0])
})

test('K20: a fault of the program ends the process, so that nothing waits for an answer for ever', async () => {
  const { hear, exits } = child()
  await hear(asked(1, 'listVideos'))
  expect(exits).toEqual([1])
})
