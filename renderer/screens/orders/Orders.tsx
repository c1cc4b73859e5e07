import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'

import type { OrderView } from '../../../core/contract/orderList.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { sortKeys } from '../../../core/order/orderGroups.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import type { RowChoice } from '../../parts/rowChoice.tsx'
import { sortAfter } from '../../parts/sortedBy.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { createOrderPages } from './createOrderPages.ts'
import { createSelection, type Selection } from './createSelection.ts'
import { orderColumns } from './orderColumns.tsx'
import { OrderFilters } from './OrderFilters.tsx'
import { columnsOf, paramsOfView, viewOfParams } from './orderList.ts'
import { OrdersFoot } from './OrdersFoot.tsx'
import { SelectionBar } from './SelectionBar.tsx'

import './orders.css'

/** The table that people live in. The whole view is part of the address: it can be gone back to and shared. */
export function Orders() {
  const i18n = useI18n()
  const { t } = i18n
  useTitle(() => [{ label: t('app.rooms.orders') }])
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const view = createMemo(() => viewOfParams(params))
  const change = (changed: Partial<OrderView>, isStep = true) =>
    setParams(paramsOfView({ ...view(), ...changed }), { replace: !isStep })
  const pages = createOrderPages(view)
  const total = () => pages.head()?.total ?? 0
  const selection = createSelection({ view, total, rowAt: pages.rowAt })
  const [isEditing, setEditing] = createSignal(false)
  /** Of the first chosen order in sight: one amount for all is in one currency. */
  const currency = () => {
    for (let index = 0; index < total(); index++) {
      const row = pages.rowAt(index)
      if (row === undefined) break
      if (selection.isChosen(row.id)) return row.currency
    }
    return view().market === 'ID' ? 'IDR' : 'GBP'
  }
  // As one text: another sorting or search is no reason to draw the columns anew.
  const shownKeys = createMemo(() => columnsOf(view()).join(' '))
  const columns = createMemo(() => {
    const shown = new Set(shownKeys().split(' '))
    return orderColumns(i18n).filter(({ key }) => shown.has(key))
  })
  function sortBy(wanted: string): void {
    const key = sortKeys.find(each => each === wanted)
    if (key !== undefined) change({ sort: sortAfter(view().sort, key) })
  }
  return (
    <div class="fc-list">
      <OrderFilters view={view()} head={pages.head()} onChange={change} />
      <Show when={pages.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={pages.reload} />}
      </Show>
      <Show when={pages.head()} fallback={<Loading />}>
        {head => (
          <Show when={head().all > 0} fallback={<NoOrders />}>
            <DataTable
              label={t('app.rooms.orders')}
              columns={columns()}
              count={total()}
              rowAt={pages.rowAt}
              isBusy={pages.isBehind()}
              onRange={pages.see}
              choice={choiceOf(selection, t)}
              sort={view().sort}
              onSort={sortBy}
              onOpen={row => navigate(`/orders/${row.id}`)}
              fallback={t('orders.noneFound')}
            />
            <Show when={selection.count() > 0} fallback={<OrdersFoot head={head()} view={view()} />}>
              <SelectionBar
                selection={selection}
                total={total()}
                archived={view().archived}
                onEdit={() => setEditing(true)}
              />
            </Show>
          </Show>
        )}
      </Show>
      <BulkDialog open={isEditing()} onOpenChange={setEditing} selection={selection} currency={currency()} />
    </div>
  )
}

function NoOrders() {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('orders.emptyTitle')}
      text={t('orders.emptyText')}
      action={
        <LinkButton href="/orders/new" variant="primary">
          {t('orders.add')}
        </LinkButton>
      }
    />
  )
}

/** The selection as the boxes of the table see it. */
function choiceOf(selection: Selection, t: ReturnType<typeof useI18n>['t']): RowChoice<OrderRow> {
  return {
    isChosen: row => selection.isChosen(row.id),
    isAll: selection.isAll,
    rowLabel: row => t('orders.choose', { order: row.videoTitle }),
    allLabel: t('orders.chooseAll'),
    toggle: selection.toggle,
    toggleAll: selection.toggleAll,
    clear: selection.clear,
  }
}
