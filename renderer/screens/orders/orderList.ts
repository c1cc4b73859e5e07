import { everyOrder, type OrderView } from '../../../core/contract/orderList.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { isOutside, orderGroups, sortKeys } from '../../../core/order/orderGroups.ts'
import { orderStates } from '../../../core/order/orderState.ts'

/** Every column of the table, in the order they stand in; the marked ones are shown unless chosen otherwise. */
export const columnKeys = [
  'video',
  'creator',
  'product',
  'market',
  'state',
  'goal',
  'payer',
  'audience',
  'budget',
  'spent',
  'clicks',
  'conversions',
  'costPerClick',
  'strip',
  'interval',
  'target',
  'runs',
  'created',
  'updated',
] as const
export type ColumnKey = (typeof columnKeys)[number]

const usual: ReadonlySet<ColumnKey> = new Set([
  'video',
  'creator',
  'market',
  'state',
  'audience',
  'budget',
  'spent',
  'clicks',
  'strip',
  'interval',
  'target',
  'runs',
])

/** The columns of a view; the first one is always there. */
export function columnsOf({ columns }: Pick<OrderView, 'columns'>): readonly ColumnKey[] {
  if (columns === null) return columnKeys.filter(key => usual.has(key))
  const chosen = new Set<string>(columns)
  return columnKeys.filter(key => key === 'video' || chosen.has(key))
}

/** The running ones first looked at: what starts last stands first. */
export const firstView: OrderView = { ...everyOrder, sort: { key: 'runs', isDescending: true } }

type Params = Readonly<Record<string, string | readonly string[] | undefined>>
type Written = Record<
  'view' | 'q' | 'states' | 'market' | 'creator' | 'from' | 'to' | 'archived' | 'sort' | 'columns',
  string | undefined
>

/** A view as the address has it, so that it can be shared and gone back to; what is not known there is left out. */
export function viewOfParams(params: Params): OrderView {
  const text = (name: string) => {
    const value = params[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const list = (name: string) => text(name)?.split(',') ?? []
  const [key, direction] = (text('sort') ?? '').split('.')
  const date = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name) ?? '') ? text(name) : null)
  return {
    ...firstView,
    group: orderGroups.find(each => each === text('view')) ?? 'all',
    search: (text('q') ?? '').slice(0, 200),
    states: orderStates.filter(each => list('states').includes(each)),
    market: (['GB', 'ID'] as const).find(each => each === text('market')) ?? null,
    creatorId: text('creator'),
    startsFrom: date('from'),
    startsTo: date('to'),
    archived: text('archived') === '1',
    sort: {
      key: sortKeys.find(each => each === key) ?? firstView.sort.key,
      isDescending: key === undefined || key === '' ? firstView.sort.isDescending : direction === 'down',
    },
    columns: text('columns') === null ? null : columnKeys.filter(each => list('columns').includes(each)),
  }
}

/** The other way round; what is as usual is not written. */
export function paramsOfView(view: OrderView): Written {
  const sort = `${view.sort.key}.${view.sort.isDescending ? 'down' : 'up'}`
  const given = (text: string | null) => (text === null || text === '' ? undefined : text)
  return {
    view: view.group === 'all' ? undefined : view.group,
    q: given(view.search),
    states: given(view.states.join(',')),
    market: given(view.market),
    creator: given(view.creatorId),
    from: given(view.startsFrom),
    to: given(view.startsTo),
    archived: view.archived ? '1' : undefined,
    sort: sort === 'runs.down' ? undefined : sort,
    columns: view.columns === null ? undefined : view.columns.join(','),
  }
}

/** How many filters a view has beside its group, market and search, which are always in sight. */
export function filterCount(view: OrderView): number {
  const isSet = [
    view.states.length > 0,
    view.startsFrom !== null || view.startsTo !== null,
    view.creatorId !== null,
    view.archived,
  ]
  return isSet.filter(Boolean).length
}

/** Whether an order's delivery ended outside the 80% interval it was paid on. */
export function isRowOutside({ state, linkClicks, forecastLinkClicks }: OrderRow): boolean {
  return isOutside({
    state,
    linkClicks,
    p10: forecastLinkClicks?.p10 ?? null,
    p90: forecastLinkClicks?.p90 ?? null,
  })
}
