import type { Method, Reply, Request } from '../../core/contract/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'

/** How a page reaches its backend. Replies were validated by the host and are not validated again. */
export type Transport = {
  /** Never rejects: what goes wrong on the way is a failure too. */
  request<M extends Method>(method: M, payload: Request<M>): Promise<Result<Reply<M>>>
  /** Pushed events, until the returned function is called. */
  subscribe(listener: (event: PushEvent) => void): () => void
}

/**
 * Whether pushes arrive. `lost`: the console does not answer and is being tried again. `refused`: it answers, but this
 * browser has no session there any more.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused'

declare global {
  interface Window {
    /** Set by the desktop window's bridge; a browser has none and speaks HTTP. */
    readonly foreclick?: Transport
  }
}
