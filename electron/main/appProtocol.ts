import type { CustomScheme, Protocol } from 'electron'

import { listPageFiles } from '../web/pageFiles.ts'
import { securityHeaders } from '../web/securityHeaders.ts'
import { isPage, pageOrigin } from './isPage.ts'

/** SECURITY: standard and secure, so that the rules of origins and storage apply; never bypassCSP (X35). */
export const appScheme: CustomScheme = {
  scheme: new URL(pageOrigin).protocol.slice(0, -1),
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/**
 * Names between slashes that hold no escape, backslash, colon, NUL or dots alone.
 * SECURITY: every other spelling is refused before it is looked up (X36).
 */
const plainPath = /^(?:\/[\w~-]*(?:\.[\w~-]+)*)+$/

/**
 * Serves the built page at app://foreclick, with the files and headers of the web host.
 * SECURITY: files are looked up in a list that was made once, so that no spelling leads out of the folder and neither
 * a link nor another case finds one (X36); every reply, a refusal too, carries the content policy (X7).
 */
export function serveApp(protocol: Pick<Protocol, 'handle'>, pageDir: string): void {
  const files = listPageFiles(pageDir)
  // oxlint-disable-next-line no-restricted-properties -- the one scheme
  protocol.handle(appScheme.scheme, async request => {
    const url = new URL(request.url)
    const refuse = (status: number) => new Response(null, { status, headers: securityHeaders })
    if (!isPage(request.url) || !isOwnRequest(request)) return refuse(403)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const file = isServed(url.pathname) ? files.find(url.pathname) : undefined
    if (file === undefined) return refuse(404)
    return new Response(request.method === 'HEAD' ? null : await file.read(), {
      headers: { ...securityHeaders, 'Content-Type': file.contentType },
    })
  })
}

/** SECURITY: maps of a development build name files of the machine that built it (X36). */
function isServed(path: string): boolean {
  return plainPath.test(path) && !path.toLowerCase().endsWith('.map')
}

/** SECURITY: only the page itself asks for files; Electron leaves the initiator out where the shell asked (X16). */
function isOwnRequest(request: Request & { readonly initiatorOrigin?: unknown }): boolean {
  return request.initiatorOrigin === undefined || request.initiatorOrigin === pageOrigin
}
