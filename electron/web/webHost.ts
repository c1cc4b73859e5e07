import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { getRequestListener } from '@hono/node-server'

import { limitConnections } from './connectionLimit.ts'
import { createIdleness } from './idleness.ts'
import { listPageFiles } from './pageFiles.ts'
import { refuseStranger } from './refuseStranger.ts'
import { securityHeaders } from './securityHeaders.ts'
import type { ServedBackend } from './servedBackend.ts'
import { createSession } from './session.ts'
import { createStartTokens } from './startTokens.ts'
import { webRoutes } from './webRoutes.ts'

/** A printed address opens the console so long (X53); Enter prints a fresh one. */
const tokenLifetimeMs = 60_000

export type WebHostOptions = {
  readonly backend: ServedBackend
  /** The built page: index.html and its assets. */
  readonly pageDir: string
  /** Wanted port; another free one is taken when it is in use, and 0 takes any. */
  readonly port?: number
  readonly now: () => number
  readonly heartbeatMs?: number
  /** How long a client may take to send its request, body included. */
  readonly requestTimeoutMs?: number
  /** Connections at once; a page of the console holds up to six. */
  readonly mostConnections?: number
  /** Called with the address whose token let a browser in. */
  readonly onEntered?: (address: string) => void
}

export type WebHost = {
  /** Where the console is; without a session it only says how to get in. */
  readonly url: string
  readonly port: number
  /** An address that opens the console once, within the token's lifetime. Never log it (X53). */
  readonly mintToken: () => string
  /** For how long no page has asked or listened (X57). */
  readonly idleMs: () => number
  readonly close: () => Promise<void>
}

/** Serves the backend and the built page to browsers of this machine (reliability 1.4). */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const files = listPageFiles(options.pageDir)
  const server = createServer(timeouts(options.requestTimeoutMs ?? 30_000))
  limitConnections(server, options.mostConnections ?? 256)
  const port = await listenOnLoopback(server, options.port ?? 0)
  const url = `http://127.0.0.1:${port}/`
  const addressOf = (token: string) => `${url}enter?token=${token}`
  const tokens = createStartTokens({ lifetimeMs: tokenLifetimeMs, now: options.now })
  const stopping = new AbortController()
  const { use, idleMs } = createIdleness(options.now)
  const routes = webRoutes({
    backend: options.backend,
    files,
    session: createSession(port),
    tokens,
    now: options.now,
    onUse: use,
    heartbeatMs: options.heartbeatMs ?? 15_000,
    stopping: stopping.signal,
    onEntered: token => options.onEntered?.(addressOf(token)),
  })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const refusal = refuseStranger(request, port)
    if (refusal === undefined) void answer(request, response)
    else refuse(request, response, refusal)
  })
  // Nothing here speaks any other protocol (X56). Nobody reads such a socket on, so its end would go unseen.
  server.on('upgrade', (_request, socket) =>
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy()),
  )
  return {
    url,
    port,
    mintToken: () => addressOf(tokens.mint()),
    idleMs,
    async close() {
      stopping.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function timeouts(requestTimeoutMs: number) {
  return {
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(10_000, requestTimeoutMs),
    connectionsCheckingInterval: Math.min(1000, requestTimeoutMs),
  }
}

/** Only 127.0.0.1: no other machine can reach it (X50). Answers the port. */
async function listenOnLoopback(server: Server, wanted: number): Promise<number> {
  const listening = once(server, 'listening')
  server.listen({ host: '127.0.0.1', port: wanted, exclusive: true })
  try {
    await listening
  } catch (error) {
    if (wanted === 0) throw error
    return listenOnLoopback(server, 0)
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error(`not a port: ${String(address)}`)
  return address.port
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: { readonly status: number; readonly message: string },
): void {
  const text = `${refusal.message}\n`
  // The body of a refused request is not read, so the connection cannot be used again.
  response.writeHead(refusal.status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  })
  response.end(request.method === 'HEAD' ? undefined : text)
}
