import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { postRequest } from '../../../renderer/app/postRequest.ts'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach(close => close()))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/getSettings`
}

test('X55: a request is a POST with JSON, and its Result comes back as it was sent', async () => {
  const seen: unknown[] = []
  const url = await serve((incoming, reply) => {
    incoming.setEncoding('utf8').on('data', body => {
      seen.push(incoming.method, incoming.headers['content-type'], body)
      reply.end('{"ok":true,"value":{"language":"en"}}')
    })
  })
  expect(await postRequest(url, { a: 1 })).toEqual({
    result: { ok: true, value: { language: 'en' } },
    reached: 'yes',
  })
  expect(seen).toEqual(['POST', 'application/json', '{"a":1}'])
})

test('X54: a host without a session for this browser is told apart, with the host’s own words', async () => {
  const failure = { code: 'refused', message: 'Press Enter in the terminal.' }
  const url = await serve((_incoming, reply) => {
    reply.statusCode = 401
    reply.end(JSON.stringify({ ok: false, failure }))
  })
  expect(await postRequest(url, {})).toEqual({ result: { ok: false, failure }, reached: 'refused' })
})

test.each(['<html>', '[]', '{"value":1}', ''])(
  'K21: an answer that is no Result (%s) is a failure',
  async body => {
    const url = await serve((_incoming, reply) => {
      reply.statusCode = 502
      reply.end(body)
    })
    expect(await postRequest(url, {})).toMatchObject({
      result: { ok: false, failure: { code: 'internal', message: expect.stringContaining('502') } },
      reached: 'yes',
    })
  },
)

test('K21: a console that is gone is a failure, not an exception', async () => {
  const url = await serve(() => undefined)
  closing.splice(0).forEach(close => close())
  expect(await postRequest(url, {})).toMatchObject({ result: { ok: false }, reached: 'no' })
})
