import { createEffect, createSignal, on } from 'solid-js'

import type { OrderSelection, OrderView } from '../../../core/contract/orderList.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'

type Chosen = { readonly isAll: boolean; readonly ids: ReadonlySet<string> }

const nothing: Chosen = { isAll: false, ids: new Set() }
/** As many rows as one request answers with. */
const mostBetween = 500

type SelectionOptions = {
  readonly view: () => OrderView
  readonly total: () => number
  readonly rowAt: (index: number) => OrderRow | undefined
}

/** Orders chosen one by one, from one to another, or all of the view but some. Another view begins anew. */
export function createSelection({ view, total, rowAt }: SelectionOptions) {
  const [chosen, setChosen] = createSignal<Chosen>(nothing)
  let anchor: number | undefined
  const clear = () => void setChosen(nothing)
  createEffect(on(() => JSON.stringify({ ...view(), columns: null, sort: null }), clear, { defer: true }))

  // With all chosen, the names are those that were left out.
  const isChosen = (id: string) => chosen().ids.has(id) !== chosen().isAll
  const count = () => (chosen().isAll ? total() - chosen().ids.size : chosen().ids.size)

  function choose(ids: readonly string[], isOn: boolean): void {
    setChosen(old => {
      const named = new Set(old.ids)
      for (const id of ids)
        if (isOn === old.isAll) named.delete(id)
        else named.add(id)
      return { ...old, ids: named }
    })
  }

  function toggle(index: number, isRange: boolean): void {
    const row = rowAt(index)
    if (row === undefined) return
    const isOn = !isChosen(row.id)
    if (isRange && anchor !== undefined && anchor !== index) void chooseBetween(anchor, index, isOn)
    else choose([row.id], isOn)
    anchor = index
  }

  async function chooseBetween(a: number, b: number, isOn: boolean): Promise<void> {
    const [first, last] = [Math.min(a, b), Math.max(a, b)]
    for (let from = first; from <= last; from += mostBetween) {
      const wanted = Math.min(mostBetween, last - from + 1)
      const answer = await request('listOrders', { view: view(), from, count: wanted })
      if (!answer.ok) return
      choose(
        answer.value.rows.map(({ id }) => id),
        isOn,
      )
    }
  }

  return {
    isChosen,
    count,
    isAll: () => count() > 0 && count() === total(),
    toggle,
    toggleAll: () =>
      void setChosen(count() === total() && total() > 0 ? nothing : { isAll: true, ids: new Set() }),
    clear,
    /** What a request says of it. */
    selection: (): OrderSelection =>
      chosen().isAll
        ? { kind: 'view', view: view(), except: [...chosen().ids] }
        : { kind: 'ids', ids: [...chosen().ids] },
  }
}

export type Selection = ReturnType<typeof createSelection>
