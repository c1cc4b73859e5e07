import type { IncomingMessage } from 'node:http'

export type Refusal = { readonly status: 400 | 403 | 421; readonly message: string }

/**
 * Tells why a request may not come in at all, before any routing; undefined when it may. A page that another site
 * opened, an address rebound to this machine (X51) and a form posted from elsewhere (X52) all end here.
 */
export function refuseStranger(request: IncomingMessage, port: number): Refusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
  const target = request.url ?? ''
  const [host = '', ...otherHosts] = request.headersDistinct['host'] ?? []
  // An absolute target names a host of its own, which would overrule the Host header.
  if (!target.startsWith('/') || !hosts.includes(host.toLowerCase()) || otherHosts.length > 0) {
    return { status: 421, message: 'This host answers only to its own loopback address.' }
  }
  if (isSuspiciousPath(target)) return { status: 400, message: 'This is not a path of the console.' }
  if (isRead(request) && hasBody(request)) return { status: 400, message: 'Pages are asked without a body.' }
  return refuseOrigin(request, hosts)
}

function refuseOrigin(request: IncomingMessage, hosts: readonly string[]): Refusal | undefined {
  const { origin } = request.headers
  if (origin === undefined) {
    if (!isRead(request))
      return { status: 403, message: 'A request that changes something must name its origin.' }
  } else if (!hosts.some(host => origin === `http://${host}`)) {
    return { status: 403, message: 'Requests from other origins are refused.' }
  }
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none' || isFollowedLink(request))
    return undefined
  return { status: 403, message: 'Requests from other sites are refused.' }
}

/**
 * A link in a mail or the file that opens the browser is a navigation from another site. It may load a page, which
 * holds nothing until its own same-origin requests bring the cookie; it may not read the API, nor fill a frame.
 */
function isFollowedLink(request: IncomingMessage): boolean {
  return (
    isRead(request) &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document' &&
    !(request.url ?? '').startsWith('/api/')
  )
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** No browser sends one with these; read by nobody, it would only keep its connection. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** Looks at the path as sent, because parsing an address quietly resolves `..` and `%2e%2e` (X36). */
function isSuspiciousPath(target: string): boolean {
  const path = target.split('?', 1)[0] ?? ''
  const decoded = decode(path)
  return (
    decoded === undefined ||
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\\\u0000-\u001f\u007f]/.test(decoded) ||
    decoded.startsWith('//') ||
    decoded.split('/').some(segment => segment === '.' || segment === '..')
  )
}

/** Decodes until nothing changes, so that `%252e` hides nothing either; undefined when it cannot be decoded. */
function decode(path: string): string | undefined {
  const text = decodeOnce(path)
  return text === undefined || text === path ? text : (decode(text) ?? text)
}

function decodeOnce(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
