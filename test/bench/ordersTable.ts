import { loadavg } from 'node:os'
import { join } from 'node:path'

import { everyOrder, type OrderView } from '../../core/contract/orderList.ts'
import { openReader } from '../../db/connection.ts'
import { createOrderIndex, type OrderIndex } from '../../db/orderIndex.ts'
import type { Figure } from './figures.ts'
import { manyOrders, millionOrders } from './millionOrders.ts'

const pageRows = 100
const found: OrderView = { ...everyOrder, market: 'GB', startsFrom: '2025-01-01', search: 'glow' }
const byBudget: OrderView = { ...everyOrder, sort: { key: 'budget', isDescending: false } }

/** What the backend answers to a table over a million orders, once it has read them. */
export async function benchOrdersTable(): Promise<Figure[]> {
  const { handle, close } = openReader(join(millionOrders(), 'foreclick.db'))
  try {
    const idle = process.memoryUsage.rss()
    const index = createOrderIndex(handle)
    const warm = await warming(index)
    const sorted = timed('orders: first page, with the first sorting', () => page(index, everyOrder, 0))
    const megabytes = (process.memoryUsage.rss() - idle) / 2 ** 20
    const end = manyOrders - pageRows
    return [
      ...warm,
      { name: 'orders: memory of 1,000,000 above idle', value: megabytes, unit: 'MiB' },
      sorted,
      { ...timed('orders: jump to the end', () => page(index, everyOrder, end)), target: { atMost: 100 } },
      { ...timed('orders: another sorting', () => page(index, byBudget, 0)) },
      { ...timed('orders: its end', () => page(index, byBudget, end)), target: { atMost: 100 } },
      { ...timed('orders: exact count of a filter', () => page(index, found, 0)), target: { atMost: 200 } },
    ]
  } finally {
    close()
  }
}

/** How long it takes, and the longest piece of it, for which requests wait. */
async function warming(index: OrderIndex): Promise<Figure[]> {
  const start = performance.now()
  let [since, longest] = [start, 0]
  await index.warm(async () => {
    longest = Math.max(longest, performance.now() - since)
    await new Promise(setImmediate)
    since = performance.now()
    return true
  })
  longest = Math.max(longest, performance.now() - since)
  return [
    { name: 'orders: 1,000,000 read when the program starts', value: performance.now() - start, unit: 'ms' },
    { name: 'orders: longest piece of that reading', value: longest, unit: 'ms' },
  ]
}

function page(index: OrderIndex, view: OrderView, from: number): void {
  index.list({ view, from, count: pageRows })
}

/** Milliseconds; beside them those of the processor, which a busy machine does not stretch. */
function timed(name: string, work: () => void): Figure {
  const cpu = process.cpuUsage()
  const start = performance.now()
  work()
  const value = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return {
    name,
    value,
    unit: 'ms',
    note: `${Math.round((user + system) / 1000)} ms of the processor, load ${load}`,
  }
}
