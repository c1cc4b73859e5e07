import type { Method, Reply, Request } from '../../core/contract/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'
import { tellConnection } from './connection.ts'
import type { Transport } from './transport.ts'
import { webTransport } from './webTransport.ts'

/** Whether this page is in the desktop window, not in a browser. */
export const isDesktop = window.foreclick !== undefined
const transport: Transport = window.foreclick ?? webTransport(tellConnection)
if (isDesktop) tellConnection('open')

/** Asks the backend. Never rejects. */
export function request<M extends Method>(method: M, payload: Request<M>): Promise<Result<Reply<M>>> {
  return transport.request(method, payload)
}

/** Listens to what the backend pushes, until the returned function is called. */
export function onPush(listener: (event: PushEvent) => void): () => void {
  return transport.subscribe(listener)
}
