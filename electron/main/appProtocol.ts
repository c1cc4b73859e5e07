import type { CustomScheme, Protocol } from 'electron'

import { listPageFiles } from '../web/pageFiles.ts'
import { securityHeaders } from '../web/securityHeaders.ts'
import { pageOrigin } from './channels.ts'

/** SECURITY: standard and secure, so that origin and storage rules apply; never bypassCSP (X35). */
export const appScheme: CustomScheme = {
  scheme: new URL(pageOrigin).protocol.slice(0, -1),
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/**
 * Serves the built page at app://foreclick, with the same files and headers as the web host.
 * SECURITY: files are looked up in a list made once, so no spelling of a path leaves the folder (X36, X7).
 */
export function serveApp(protocol: Pick<Protocol, 'handle'>, pageDir: string): void {
  const files = listPageFiles(pageDir)
  protocol.handle(appScheme.scheme, async request => {
    const refuse = (status: number) => new Response(null, { status, headers: securityHeaders })
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== pageOrigin) return refuse(403)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const file = files.find(url.pathname)
    if (file === undefined) return refuse(404)
    return new Response(await file.read(), {
      headers: { ...securityHeaders, 'Content-Type': file.contentType },
    })
  })
}
