import { Show } from 'solid-js'

import type { OrderList, OrderView } from '../../../core/contract/orderList.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ExportView } from './ExportView.tsx'

/** Totals of the whole view. */
export function OrdersFoot(props: { readonly head: Omit<OrderList, 'rows'>; readonly view: OrderView }) {
  const { t, tc, money, number, percent } = useI18n()
  const accuracy = () => props.head.accuracy
  const list = (read: 'committedMinor' | 'spentMinor') =>
    props.head.sums.map(sum => money(sum[read], sum.currency)).join(' · ')
  return (
    <footer class="fc-list-foot">
      <span>{tc('orders.count', props.head.total)}</span>
      <Show when={props.head.sums.length > 0}>
        <span>
          {t('orders.committed')} <strong>{list('committedMinor')}</strong>
        </span>
        <span>
          {t('orders.spent')} <strong>{list('spentMinor')}</strong>
        </span>
      </Show>
      <Show when={accuracy().completed > 0}>
        <span>
          {t('orders.inside')} <strong>{percent(accuracy().inside / accuracy().completed)}</strong>{' '}
          {t('orders.insideOf', { count: number(accuracy().completed) })}
        </span>
      </Show>
      <div class="fc-list-foot-end">
        <ExportView view={props.view} />
      </div>
    </footer>
  )
}
