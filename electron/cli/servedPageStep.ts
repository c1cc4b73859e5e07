import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { createBackend, type BackendOptions } from '../backend/backend.ts'
import type { SelfTestStep } from '../backend/selfTest/runSelfTest.ts'
import { securityHeaders } from '../web/securityHeaders.ts'
import { startWebHost } from '../web/webHost.ts'

/** Serves the built page on loopback and fetches it as a browser does: the way in, the document, its script, a request. */
export function servedPageStep(options: BackendOptions & { readonly pageDir: string }): SelfTestStep {
  return {
    name: 'page',
    async run() {
      const { pageDir } = options
      if (!existsSync(join(pageDir, 'index.html')))
        throw new Error(`there is no built page in ${pageDir}; npm run build makes it`)
      const backend = await createBackend(options)
      if (!backend.ok) throw new Error(backend.failure.message)
      const host = await startWebHost({ backend: backend.value, pageDir, now: options.now })
      try {
        return await look(host.url, host.mintToken())
      } finally {
        await host.close()
        await backend.value.close()
      }
    },
  }
}

async function look(url: string, entrance: string): Promise<string> {
  const entered = await fetch(entrance, { redirect: 'manual' })
  const Cookie = entered.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  if (entered.status !== 303 || Cookie === '') throw new Error(`the way in answered ${entered.status}`)
  const document = await (await fetched(url, { Cookie }, 'text/html')).text()
  const script = /<script\b[^>]*\bsrc="([^"]+)"/.exec(document)?.[1]
  if (script === undefined) throw new Error(`the document at ${url} names no script`)
  const code = await (await fetched(new URL(script, url).href, { Cookie }, 'text/javascript')).text()
  const headers = { Cookie, Origin: new URL(url).origin, 'Content-Type': 'application/json' }
  const asked = await fetch(new URL('/api/getWorkspace', url), { method: 'POST', headers, body: '{}' })
  const said = await asked.text()
  if (!said.startsWith('{"ok":true'))
    throw new Error(`getWorkspace answered ${asked.status} ${said.slice(0, 200)}`)
  return `${document.length + code.length} bytes of document and script, and it answers`
}

/** A file of the page with the type and every security header that it must have. */
async function fetched(url: string, headers: Record<string, string>, type: string): Promise<Response> {
  const reply = await fetch(url, { headers, redirect: 'manual' })
  const place = new URL(url).pathname
  if (reply.status !== 200) throw new Error(`${place}: expected status 200, got ${reply.status}`)
  const got = reply.headers.get('Content-Type') ?? 'none'
  if (!got.startsWith(type)) throw new Error(`${place}: expected ${type}, got ${got}`)
  const { 'Cache-Control': _, ...always } = securityHeaders
  for (const [name, expected] of Object.entries(always)) {
    const value = reply.headers.get(name)
    if (value !== expected) throw new Error(`${place}: expected ${name} ${expected}, got ${value}`)
  }
  return reply
}
