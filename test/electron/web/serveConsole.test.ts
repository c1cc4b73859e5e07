import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { serveConsole } from '../../../electron/web/serveConsole.ts'
import { makePage } from './testHost.ts'

test('X57: a console that nobody looks at stops by itself and says why', async () => {
  const page = makePage()
  const dataDir = mkdtempSync(join(tmpdir(), 'foreclick-idle-'))
  const said: string[] = []
  const print = vi.spyOn(process.stdout, 'write').mockImplementation(text => said.push(String(text)) > 0)
  const ended = await serveConsole({
    dataDir,
    page: async () => ({ ok: true, value: page.pageDir }),
    port: 0,
    open: false,
    stop: new AbortController().signal,
    idleMinutes: 1 / 600,
  })
  print.mockRestore()
  expect(ended).toEqual({ ok: true, value: null })
  expect(said.join('')).toMatch(/token=[^]+No page of the console has been open for a while\.[^]+has stopped/)
  page.remove()
  rmSync(dataDir, { recursive: true })
})
