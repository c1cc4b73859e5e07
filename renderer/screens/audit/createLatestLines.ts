import { createSignal, onCleanup, onMount } from 'solid-js'

import type { Logged } from '../../../core/contract/orderLife.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { onPush, request } from '../../app/client.ts'

export type LatestLine = Pick<Logged, 'seq' | 'at' | 'who' | 'what'> & { readonly order: OrderRow }

const ordersRead = 12
const linesShown = 20

/** The last lines of the log about the orders that changed last; undefined until they are known. */
export function createLatestLines() {
  // A signal and no resource: the room opens at once, and does not wait in the old one for its lines.
  const [lines, setLines] = createSignal<readonly LatestLine[]>()
  const ask = async () => void setLines(await latestLines())
  onMount(() => void ask())
  onCleanup(
    onPush(event => {
      if (event.kind === 'changed' && event.what === 'orders') void ask()
    }),
  )
  return lines
}

async function latestLines(): Promise<readonly LatestLine[]> {
  const orders = await request('listOrders', { count: ordersRead })
  if (!orders.ok) return []
  const logs = await Promise.all(
    orders.value.rows.map(async order => {
      const log = await request('listLog', { kind: 'order', id: order.id })
      return log.ok ? log.value.map(line => ({ ...line, order })) : []
    }),
  )
  return logs
    .flat()
    .toSorted((a, b) => b.seq - a.seq)
    .slice(0, linesShown)
}
