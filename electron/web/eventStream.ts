import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'

import type { PushEvent } from '../../core/contract/runs.ts'

/** A reader that leaves this many events lying is dropped; its page connects again and asks anew. */
const unreadLimit = 1000

type Source = {
  readonly subscribe: (listener: (event: PushEvent) => void) => () => void
  readonly heartbeatMs: number
  /** Aborted when the host stops. */
  readonly stopping: AbortSignal
}

/** Pushes the backend's events to one page as server-sent events, until either side ends it. */
export function eventStream(context: Context, source: Source): Response {
  const response = streamSSE(context, async stream => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    let unread = 0
    const send = async (text: string) => {
      unread += 1
      if (unread > unreadLimit) return end()
      await stream.write(text)
      unread -= 1
    }
    stream.onAbort(end)
    source.stopping.addEventListener('abort', () => end(), { once: true, signal: context.req.raw.signal })
    const unsubscribe = source.subscribe(event => void send(`data: ${JSON.stringify(event)}\n\n`))
    // A comment line: it keeps the connection known to be alive and shows a page that it is connected.
    const heartbeat = setInterval(() => void send(': alive\n\n'), source.heartbeatMs)
    void send(': alive\n\n')
    if (source.stopping.aborted) end()
    await ended
    clearInterval(heartbeat)
    unsubscribe()
    // Ends a connection whose reader does not read: closing would wait for it.
    stream.abort()
  })
  response.headers.set('Cache-Control', 'no-store')
  return response
}
