import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'

import type { Failure } from '../../../core/contract/failure.ts'
import type { OrderList, OrderView } from '../../../core/contract/orderList.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { answers } from '../../app/answers.ts'
import { onPush, request } from '../../app/client.ts'
import { reconnects } from '../../app/connection.ts'

const pageRows = 100

type Loaded = {
  readonly view: OrderView
  readonly head: Omit<OrderList, 'rows'>
  readonly pages: ReadonlyMap<number, readonly OrderRow[]>
}

/**
 * The rows of a view, a page at a time as they come into sight. What was loaded stays until the first page of another view, or of
 * the same one after a change, is there: the table never goes blank.
 */
export function createOrderPages(view: () => OrderView) {
  const [loaded, setLoaded] = createSignal<Loaded>()
  const [failure, setFailure] = createSignal<Failure>()
  // Columns change what is shown of the rows, not which ones there are.
  const asked = createMemo(() => ({ ...view(), columns: null }), undefined, { equals: isSame })
  const asking = new Set<number>()
  let seen: readonly [number, number] = [0, 0]
  let turn = 0

  async function load(page: number, keep: boolean): Promise<void> {
    const mine = turn
    asking.add(page)
    const view = asked()
    const payload = { view, from: page * pageRows, count: pageRows }
    const show = ({ rows, ...head }: OrderList, isMore: boolean) => {
      setLoaded(old => ({
        view,
        head,
        pages: new Map([...(isMore ? (old?.pages ?? []) : []), [page, rows]]),
      }))
      fill()
    }
    const known = keep ? undefined : answers.recall('listOrders', payload)
    if (known !== undefined) show(known, false)
    const result = await request('listOrders', payload)
    if (mine !== turn) return
    asking.delete(page)
    setFailure(result.ok ? undefined : result.failure)
    if (!result.ok) return
    const isSame = answers.keep('listOrders', payload, { reply: result.value, watched: ['orders'] })
    if (known === undefined || !isSame) show(result.value, keep)
  }

  /** Asks for what is in sight or a page from it, and not there yet: rows that come late are all drawn in one frame. */
  function fill(): void {
    const known = loaded()
    if (known === undefined) return
    const first = Math.max(0, seen[0] - pageRows)
    const last = Math.min(seen[1] + pageRows, known.head.total - 1)
    for (let page = Math.floor(first / pageRows); page <= Math.floor(last / pageRows); page++)
      if (!known.pages.has(page) && !asking.has(page)) void load(page, true)
  }

  function reload(): void {
    turn++
    asking.clear()
    void load(Math.floor(seen[0] / pageRows), false)
  }

  createEffect(
    on(asked, () => {
      seen = [0, 0]
      reload()
    }),
  )
  createEffect(on(reconnects, reload, { defer: true }))
  onCleanup(
    onPush(event => {
      if (event.kind === 'changed' && event.what === 'orders') untrack(reload)
    }),
  )
  onCleanup(() => turn++)

  return {
    head: () => loaded()?.head,
    /** Rows of the view before are still to be seen. */
    isBehind: () => loaded() !== undefined && loaded()?.view !== asked(),
    failure,
    reload,
    rowAt: (index: number) => loaded()?.pages.get(Math.floor(index / pageRows))?.[index % pageRows],
    /** Tells which rows are in sight. */
    see: (first: number, last: number) => {
      seen = [first, last]
      fill()
    },
  }
}

function isSame(a: OrderView, b: OrderView): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
