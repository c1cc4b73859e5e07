import { createSignal } from 'solid-js'

import type { ConnectionState } from './transport.ts'

const [connection, setConnection] = createSignal<ConnectionState>('connecting')
const [reconnects, setReconnects] = createSignal(0)
let state: ConnectionState = 'connecting'
let hasBeenOpen = false

/** Whether pushes arrive, for the shell to say so when they do not. */
export { connection }

/** Grows when the stream of pushes opens again: what was pushed meanwhile is not known, so readers ask anew. */
export { reconnects }

/** The transport tells what it sees. */
export function tellConnection(next: ConnectionState): void {
  if (next === 'open' && state !== 'open' && hasBeenOpen) setReconnects(count => count + 1)
  hasBeenOpen ||= next === 'open'
  state = next
  setConnection(next)
}
