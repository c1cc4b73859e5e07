import { createEffect, createSignal, on, onCleanup } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import { onPush, request } from '../../app/client.ts'

/** The orders of some ids, in their order; one that cannot be read is left out. */
export function createPlans(ids: () => readonly string[]): () => readonly Order[] {
  const [plans, setPlans] = createSignal<readonly Order[]>([])
  let latest = 0
  async function read(wanted: readonly string[]): Promise<void> {
    const turn = ++latest
    const replies = await Promise.all(wanted.map(id => request('getOrder', { id })))
    if (turn === latest) setPlans(replies.flatMap(reply => (reply.ok ? [reply.value] : [])))
  }
  createEffect(on(ids, wanted => void read(wanted)))
  onCleanup(
    onPush(event => {
      if (event.kind === 'changed' && event.what === 'orders') void read(ids())
    }),
  )
  onCleanup(() => latest++)
  return plans
}
