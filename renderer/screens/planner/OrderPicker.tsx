import { createMemo, createSignal, For, Show } from 'solid-js'

import { everyOrder } from '../../../core/contract/orderList.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { SearchField } from '../../parts/SearchField.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { planDetails } from './planName.ts'

type PickerProps = {
  readonly chosen: readonly string[]
  readonly most: number
  readonly onChange: (ids: readonly string[]) => void
}

const watched = ['orders', 'videos', 'products'] as const

/** A list to choose from, not to read through: a search finds the rest. */
const mostShown = 60

/** The orders that a question is asked of; one or several, all of one market, unpaid ones first. */
export function OrderPicker(props: PickerProps) {
  const i18n = useI18n()
  const { t } = i18n
  const [text, setText] = createSignal('')
  const isOne = () => props.most === 1
  const view = (group: 'unpaid' | 'all') => ({ ...everyOrder, group, search: text() })
  const unpaid = createQuery('listOrders', () => ({ view: view('unpaid'), count: mostShown }), watched)
  const latest = createQuery('listOrders', () => ({ view: view('all'), count: mostShown }), watched)
  // The chosen ones are asked for by name: a search does not take their market away.
  const first = createQuery(
    'getOrder',
    () => (props.chosen[0] === undefined ? undefined : { id: props.chosen[0] }),
    watched,
  )
  const market = () => (props.chosen.length === 0 ? undefined : first.data()?.row.market)
  const listed = createMemo(() => {
    const rows = [...(unpaid.data()?.rows ?? []), ...(latest.data()?.rows ?? [])]
    return [...new Map(rows.map(row => [row.id, row])).values()].slice(0, mostShown)
  })
  const isClosed = (order: OrderRow) =>
    !isOne() &&
    !props.chosen.includes(order.id) &&
    (props.chosen.length >= props.most || (market() !== undefined && order.market !== market()))
  function toggle(order: OrderRow, isOn: boolean): void {
    if (isOne()) props.onChange([order.id])
    else props.onChange(isOn ? [...props.chosen, order.id] : props.chosen.filter(id => id !== order.id))
  }
  return (
    <section class="fc-picker" aria-label={t('planner.orders')}>
      <SearchField label={t('planner.find')} value={text()} onChange={setText} />
      <fieldset class="fc-picker-list">
        <legend class="visually-hidden">{t('planner.orders')}</legend>
        <For each={listed()}>
          {order => (
            <label class="fc-picker-order" data-closed={isClosed(order) ? '' : undefined}>
              <input
                type={isOne() ? 'radio' : 'checkbox'}
                name="planner-order"
                checked={props.chosen.includes(order.id)}
                disabled={isClosed(order)}
                onChange={event => toggle(order, event.currentTarget.checked)}
              />
              <span class="fc-picker-text">
                <span class="fc-picker-title">{order.videoTitle}</span>
                <span class="third small">{planDetails(order, i18n)}</span>
              </span>
              <StateBadge state={order.state} />
            </label>
          )}
        </For>
        <Show when={listed().length === 0}>
          <p class="second small">{t('planner.none')}</p>
        </Show>
      </fieldset>
      <Show when={!isOne()}>
        <p class="third small">{t('planner.oneMarket')}</p>
      </Show>
    </section>
  )
}
