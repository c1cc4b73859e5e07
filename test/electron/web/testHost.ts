import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Result } from '../../../core/contract/failure.ts'
import type { PushEvent } from '../../../core/contract/runs.ts'
import { startWebHost, type WebHostOptions } from '../../../electron/web/webHost.ts'

/** A backend small enough to see through: it answers with what it was asked, and tells who listens. */
export function echoBackend() {
  const listeners = new Set<(event: PushEvent) => void>()
  const asked: { readonly method: string; readonly payload: unknown }[] = []
  return {
    asked,
    listeners,
    push: (event: PushEvent) => {
      for (const listener of listeners) listener(event)
    },
    request: async (method: string, payload: unknown): Promise<Result<unknown>> => {
      asked.push({ method, payload })
      if (method === 'getOrder')
        return { ok: false, failure: { code: 'not_found', message: 'no such order' } }
      if (method === 'listVideos') throw new Error('a fault in the backend at /secret/place.ts:1:1')
      return { ok: true, value: { method, payload } }
    },
    subscribe: (listener: (event: PushEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** A built page with a folder beside it that must never be served. */
export function makePage() {
  const root = mkdtempSync(join(tmpdir(), 'foreclick-web-'))
  const pageDir = join(root, 'page')
  mkdirSync(join(pageDir, 'assets'), { recursive: true })
  mkdirSync(join(root, 'private'))
  writeFileSync(join(root, 'private', 'secret.txt'), 'SECRET')
  writeFileSync(
    join(pageDir, 'index.html'),
    '<!doctype html><title>Page</title><script src="/assets/a-1.js"></script>',
  )
  writeFileSync(join(pageDir, 'assets', 'a-1.js'), `document.title = 'Open'\n${'// padding\n'.repeat(200)}`)
  symlinkSync(join(root, 'private', 'secret.txt'), join(pageDir, 'assets', 'link.txt'))
  symlinkSync(join(root, 'private'), join(pageDir, 'folder'))
  return { pageDir, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** A web host over both, on any free port, with a clock that the test moves. */
export async function startTestHost(options: Partial<WebHostOptions> = {}) {
  const page = makePage()
  const backend = echoBackend()
  const clock = { ms: 1_700_000_000_000 }
  const host = await startWebHost({ backend, pageDir: page.pageDir, now: () => clock.ms, ...options })
  return {
    host,
    port: host.port,
    backend,
    clock,
    async [Symbol.asyncDispose]() {
      await host.close()
      page.remove()
    },
  }
}
