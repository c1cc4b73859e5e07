import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'

import type { OrderRow } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { type Sort, sortAfter, sortedBy } from '../../parts/sortedBy.ts'
import { orderColumns } from './orderColumns.tsx'
import { isIn, isOrderFound, type SortKey, sortKeys, sortValues, type View, views } from './orderList.ts'
import { OrdersFoot } from './OrdersFoot.tsx'

/** The table that people live in. View and market are part of the address. */
export function Orders() {
  const i18n = useI18n()
  const { t, language } = i18n
  useTitle(() => [{ label: t('app.rooms.orders') }])
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const orders = createQuery('listOrders', () => ({}), ['orders'])
  const [text, setText] = createSignal('')
  const [sort, setSort] = createSignal<Sort<SortKey>>({ key: 'runs', isDescending: true })
  const view = () => views.find(each => each === params['view']) ?? 'all'
  const market = () => (['GB', 'ID'] as const).find(each => each === params['market']) ?? 'any'
  const columns = createMemo(() => orderColumns(i18n))
  // Sorted before it is narrowed, so that typing in the search only filters.
  const sorted = createMemo(() => {
    const { key, isDescending } = sort()
    return sortedBy(orders.data() ?? [], sortValues[key], { isDescending, language: language() })
  })
  const found = createMemo(() =>
    sorted().filter(row => (market() === 'any' || row.market === market()) && isOrderFound(row, text())),
  )
  const rows = createMemo(() => found().filter(row => isIn(view(), row)))
  function sortBy(wanted: string): void {
    const key = sortKeys.find(each => each === wanted)
    if (key !== undefined) setSort(old => sortAfter(old, key))
  }
  return (
    <div class="fc-list">
      <Filters
        found={found()}
        view={view()}
        market={market()}
        text={text()}
        onText={setText}
        onParams={setParams}
      />
      <Show when={orders.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={orders.refetch} />}
      </Show>
      <Show when={orders.data()} fallback={<Loading />}>
        {all => (
          <Show when={all().length > 0} fallback={<NoOrders />}>
            <DataTable
              label={t('app.rooms.orders')}
              columns={columns()}
              rows={rows()}
              sort={sort()}
              onSort={sortBy}
              onOpen={row => navigate(`/orders/${row.id}`)}
              fallback={t('orders.noneFound')}
            />
            <OrdersFoot rows={rows()} />
          </Show>
        )}
      </Show>
    </div>
  )
}

type FiltersProps = {
  /** What market and search leave over, of any view. */
  readonly found: readonly OrderRow[]
  readonly view: View
  readonly market: 'any' | 'GB' | 'ID'
  readonly text: string
  readonly onText: (text: string) => void
  readonly onParams: (params: {
    readonly view?: string | undefined
    readonly market?: string | undefined
  }) => void
}

function Filters(props: FiltersProps) {
  const { t, number } = useI18n()
  // How many there are is said where the number asks for something.
  const label = (view: View) => {
    const count =
      view === 'decide' || view === 'outside' ? props.found.filter(row => isIn(view, row)).length : 0
    return count === 0 ? t(`orders.views.${view}`) : `${t(`orders.views.${view}`)} ${number(count)}`
  }
  return (
    <PageHeader
      actions={
        <>
          <SearchField label={t('orders.search')} value={props.text} onChange={props.onText} />
          <SelectField
            label={t('orders.market')}
            hideLabel
            value={props.market}
            options={(['any', 'GB', 'ID'] as const).map(value => ({
              value,
              label: value === 'any' ? t('orders.anyMarket') : t(`words.market.${value}`),
            }))}
            onChange={chosen => props.onParams({ market: chosen === 'any' ? undefined : chosen })}
          />
          <LinkButton href="/orders/new" variant="primary" shortcut="N">
            {t('orders.add')}
          </LinkButton>
        </>
      }
    >
      <Segmented
        label={t('app.rooms.orders')}
        hideLabel
        value={props.view}
        options={views.map(value => ({ value, label: label(value) }))}
        onChange={chosen => props.onParams({ view: chosen === 'all' ? undefined : chosen })}
      />
    </PageHeader>
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
