import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { serveConsole } from '../../../electron/web/serveConsole.ts'
import { enter } from './send.ts'
import { openRaw, wire } from './sendBytes.ts'
import { makePage } from './testHost.ts'

test('X57: a console that nobody looks at stops by itself and says why, one that is looked at does not', async () => {
  const page = makePage()
  const dataDir = mkdtempSync(join(tmpdir(), 'foreclick-idle-'))
  const said: string[] = []
  const print = vi.spyOn(process.stdout, 'write').mockImplementation(text => said.push(String(text)) > 0)
  const served = serveConsole({
    dataDir,
    page: async () => ({ ok: true, value: page.pageDir }),
    port: 0,
    open: false,
    stop: new AbortController().signal,
    idleMinutes: 1 / 600,
  })
  const address = await vi.waitUntil(() => /http:\S+token=\S+/.exec(said.join(''))?.[0], 60_000)
  const { cookie } = await enter(address)
  const port = Number(new URL(address).port)
  const listening = openRaw(port)
  listening.write(wire(['GET /api/events HTTP/1.1', `Host: 127.0.0.1:${port}`, `Cookie: ${cookie}`]))
  await vi.waitUntil(() => listening.seen.text.includes('alive'), 60_000)
  await new Promise(resolve => void setTimeout(resolve, 500))
  const isServed = !listening.seen.isClosed
  listening.leave()
  const ended = await served
  print.mockRestore()
  expect([isServed, ended]).toEqual([true, { ok: true, value: null }])
  expect(said.join('')).toContain('No page of the console has been open for a while.')
  page.remove()
  rmSync(dataDir, { recursive: true })
})
