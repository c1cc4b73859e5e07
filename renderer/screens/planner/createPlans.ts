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
    if (turn !== latest) return
    const orders = replies.flatMap(reply => (reply.ok ? [reply.value] : []))
    setPlans(now => orders.map(order => now.find(known => isSame(known, order)) ?? order))
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

/** An order that did not change stays the same object: what was asked of it need not be asked again. */
function isSame(known: Order, order: Order): boolean {
  return known.row.id === order.row.id && JSON.stringify(known) === JSON.stringify(order)
}
