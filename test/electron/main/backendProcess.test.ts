import { expect, test, vi } from 'vitest'

import type { PushEvent } from '../../../core/contract/runs.ts'
import { BackendProcess } from '../../../electron/main/backendProcess.ts'
import { FakeChild } from './fakeElectron.ts'

function withChildren() {
  const children: FakeChild[] = []
  const pushed: PushEvent[] = []
  const backend = new BackendProcess(
    () => {
      const child = new FakeChild()
      children.push(child)
      return child
    },
    event => pushed.push(event),
  )
  return { backend, children, pushed, answer: (id: number, value: unknown) => answer(children, id, value) }
}

function answer(children: readonly FakeChild[], id: number, value: unknown): void {
  children.at(-1)?.emit('message', { kind: 'answer', id, result: { ok: true, value } })
}

const ended = (status: number) => ({
  code: 'internal',
  message: `the backend ended unexpectedly (exit status ${status}); nothing half-written is kept`,
})
const givenUp = {
  ok: false,
  failure: { code: 'internal', message: 'the backend keeps ending; restart Foreclick' },
}
const closed = { ok: false, failure: { code: 'cancelled', message: 'Foreclick is closing' } }

test('K21: answers find their requests by id, in whatever order they come', async () => {
  const { backend, children, answer } = withChildren()
  const first = backend.request('listOrders', { a: 1 })
  const second = backend.request('listVideos', {})
  expect(children.map(child => child.heard)).toEqual([
    [
      { kind: 'request', id: 1, method: 'listOrders', payload: { a: 1 } },
      { kind: 'request', id: 2, method: 'listVideos', payload: {} },
    ],
  ])
  answer(2, 'videos')
  const failure = { code: 'not_found', message: 'none', problems: [] }
  children[0]?.emit('message', { kind: 'answer', id: 1, result: { ok: false, failure } })
  expect(await second).toEqual({ ok: true, value: 'videos' })
  expect(await first).toEqual({ ok: false, failure })
})

test('K24: what is no answer and no push is passed over', async () => {
  const { backend, children, pushed, answer } = withChildren()
  const asked = backend.request('listOrders', {})
  for (const said of [
    undefined,
    'x',
    { kind: 'other' },
    { kind: 'answer', id: '1' },
    { kind: 'push', event: {} },
  ])
    children[0]?.emit('message', said)
  answer(99, 'nobody waits for this')
  answer(1, 'orders')
  expect(await asked).toEqual({ ok: true, value: 'orders' })
  expect(pushed).toEqual([])
})

test('K20: when the backend dies, every waiting request and run fails as a value', async () => {
  const { backend, children, pushed, answer } = withChildren()
  for (const runId of ['r-1', 'r-2', 'r-3']) {
    const started = backend.request('startForecast', {})
    answer(['r-1', 'r-2', 'r-3'].indexOf(runId) + 1, { runId })
    await started
  }
  const done: PushEvent = { kind: 'done', runId: 'r-1', result: null }
  const cancelled: PushEvent = {
    kind: 'failed',
    runId: 'r-3',
    failure: { code: 'cancelled', message: 'cancelled' },
  }
  for (const event of [done, cancelled]) children[0]?.emit('message', { kind: 'push', event })
  const waiting = [backend.request('listOrders', {}), backend.request('listVideos', {})]
  children[0]?.emit('exit', 9)
  expect(await Promise.all(waiting)).toEqual(waiting.map(() => ({ ok: false, failure: ended(9) })))
  expect(pushed).toEqual([done, cancelled, { kind: 'failed', runId: 'r-2', failure: ended(9) }])
})

test('K24: the next request starts a dead backend again, and an answer forgives the deaths before it', async () => {
  const { backend, children, answer } = withChildren()
  for (let life = 1; life <= 9; life++) {
    const asked = backend.request('listOrders', {})
    answer(2 * life - 1, life)
    expect(await asked).toEqual({ ok: true, value: life })
    const lost = backend.request('listOrders', {})
    children.at(-1)?.emit('exit', 1)
    expect(await lost).toEqual({ ok: false, failure: ended(1) })
  }
  expect(children).toHaveLength(9)
})

test('K24: a backend that dies again and again without an answer is left alone', async () => {
  const { backend, children } = withChildren()
  const replies: unknown[] = []
  for (let life = 0; life < 9; life++) {
    const asked = backend.request('listOrders', {})
    children[life]?.emit('exit', 1)
    replies.push(await asked)
  }
  expect(children).toHaveLength(4)
  expect(replies.slice(3)).toEqual([
    { ok: false, failure: ended(1) },
    givenUp,
    givenUp,
    givenUp,
    givenUp,
    givenUp,
  ])
})

test('DW6: closing asks the backend to end, and nothing starts it again', async () => {
  const { backend, children } = withChildren()
  const lost = backend.request('listOrders', {})
  const closing = backend.close()
  expect(children[0]?.heard.at(-1)).toEqual({ kind: 'close' })
  children[0]?.emit('exit', 0)
  await closing
  expect(await lost).toEqual(closed)
  expect(await backend.request('listOrders', {})).toEqual(closed)
  expect([children.length, children[0]?.kills]).toEqual([1, 0])
})

test('DW6: a backend that does not end when it is asked to is ended', async () => {
  vi.useFakeTimers()
  const { backend, children } = withChildren()
  const lost = backend.request('listOrders', {})
  const closing = backend.close()
  expect(children[0]?.kills).toBe(0)
  vi.runAllTimers()
  vi.useRealTimers()
  await closing
  expect([await lost, children[0]?.kills]).toEqual([closed, 1])
})

test('DW6: closing a backend that never started has nothing to wait for', async () => {
  const { backend, children } = withChildren()
  await backend.close()
  expect(children).toEqual([])
})
