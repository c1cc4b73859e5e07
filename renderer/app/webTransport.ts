import type { PushEvent } from '../../core/contract/runs.ts'
import { postRequest } from './postRequest.ts'
import type { ConnectionState, Transport } from './transport.ts'

const shortestRetryMs = 500
const longestRetryMs = 10_000

/**
 * Speaks to the web host: a POST per request, and one stream of server-sent events for as long as the page lives. The
 * browser mends a broken stream by itself; one that was answered with an error it gives up, so that is tried again here.
 */
export function webTransport(tellState: (state: ConnectionState) => void): Transport {
  const listeners = new Set<(event: PushEvent) => void>()
  let source: EventSource | undefined
  let retryMs = shortestRetryMs
  let retry: ReturnType<typeof setTimeout> | undefined

  function connect(): void {
    clearTimeout(retry)
    source?.close()
    source = new EventSource('/api/events')
    source.addEventListener('open', () => {
      retryMs = shortestRetryMs
      tellState('open')
    })
    source.addEventListener('message', message => {
      const event: PushEvent = JSON.parse(String(message.data))
      for (const listener of listeners) listener(event)
    })
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) void reconnect()
      else tellState('lost')
    })
  }

  async function reconnect(): Promise<void> {
    const { reached } = await postRequest('/api/getSettings', {})
    tellState(reached === 'refused' ? 'refused' : 'lost')
    retry = setTimeout(connect, retryMs)
    retryMs = Math.min(longestRetryMs, retryMs * 2)
  }

  // A person who comes back to the page, perhaps after opening a fresh address, is not made to wait for the timer.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && source?.readyState === EventSource.CLOSED) connect()
  })
  connect()

  return {
    async request(method, payload) {
      const { result, reached } = await postRequest<never>(`/api/${method}`, payload)
      if (reached === 'refused') tellState('refused')
      return result
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
