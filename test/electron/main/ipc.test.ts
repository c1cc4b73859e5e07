import { expect, test } from 'vitest'

import { pushChannel, requestChannel } from '../../../electron/main/channels.ts'
import { handleCalls, refuseMessages, requestOnly } from '../../../electron/main/ipc.ts'
import { FakeContents, frame } from './fakeElectron.ts'

function door() {
  const handlers = new Map<string, (event: unknown, ...sent: unknown[]) => unknown>()
  const logged: string[] = []
  const asked: unknown[] = []
  const refused = (reason: string) => logged.push(reason)
  const request = async (method: string, payload: unknown) => {
    asked.push([method, payload])
    return { ok: true, value: 'answer' } as const
  }
  handleCalls(
    { handle: (channel, handler) => handlers.set(channel, handler as never) },
    requestOnly(request, refused),
    refused,
  )
  const call = (senderFrame: unknown, ...sent: unknown[]) =>
    Promise.all([...handlers.values()].map(handler => handler({ senderFrame }, ...sent)))
  return { handlers, logged, asked, call }
}

test('X12: a page can call one channel, and its main frame is answered', async () => {
  const { handlers, logged, asked, call } = door()
  expect([...handlers.keys()]).toEqual([requestChannel])
  expect(await call(frame(), 'listOrders', { a: 1 })).toEqual([{ ok: true, value: 'answer' }])
  expect([asked, logged]).toEqual([[['listOrders', { a: 1 }]], []])
})

test('X12: on every channel each wrong sender is refused and logged with a message of its own', async () => {
  const wrong: Readonly<Record<string, unknown>> = {
    'the sending frame is gone': null,
    'the sender is not the main frame': frame({ parent: frame() }),
    "the sender's origin is https://example.com": frame({ origin: 'https://example.com' }),
    "the sender's origin is app://foreclick.attacker.com": frame({ origin: 'app://foreclick.attacker.com' }),
    "the sender's origin is null": frame({ origin: 'null' }),
  }
  const { logged, asked, call } = door()
  for (const [reason, sender] of Object.entries(wrong)) {
    const message = `The window refused a request (${requestChannel}: ${reason}).`
    expect(await call(sender, 'listOrders', {})).toEqual([
      { ok: false, failure: { code: 'refused', message } },
    ])
  }
  expect(logged).toEqual(Object.keys(wrong).map(reason => `${requestChannel}: ${reason}`))
  expect(asked).toEqual([])
})

test('X12: a frame that was destroyed or detached while it asked is not touched', async () => {
  const { logged, asked, call } = door()
  const gone = {
    isDestroyed: () => true,
    get origin(): string {
      throw new Error('the frame was disposed')
    },
  }
  await call(gone, 'listOrders', {})
  await call(frame({ detached: true }), 'listOrders', {})
  expect(logged).toEqual(Array(2).fill(`${requestChannel}: the sending frame is gone`))
  expect(asked).toEqual([])
})

test('X12: a method that is no word never reaches the backend', async () => {
  const { logged, asked, call } = door()
  for (const method of [undefined, null, 1, {}, ['listOrders']]) await call(frame(), method, {})
  expect(logged).toEqual(Array(5).fill(`${requestChannel}: the method is not a word`))
  expect(asked).toEqual([])
})

test('X12: messages on any other channel are answered by nobody and logged', () => {
  const contents = new FakeContents('app://foreclick/')
  const logged: string[] = []
  refuseMessages(contents as never, reason => logged.push(reason))
  const sync = { returnValue: 'untouched' }
  contents.emit('ipc-message', {}, 'foreclick:other')
  contents.emit('ipc-message', {}, pushChannel)
  contents.emit('ipc-message-sync', sync, 'foreclick:sync')
  expect(logged).toEqual(
    ['foreclick:other', pushChannel, 'foreclick:sync'].map(name => `${name}: unknown channel`),
  )
  expect(sync.returnValue).toBeNull()
})
