import { Show } from 'solid-js'

import type { OrderRow } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { accuracyOf, sumByCurrency } from './orderList.ts'

/** Totals of what the table shows. */
export function OrdersFoot(props: { readonly rows: readonly OrderRow[] }) {
  const { t, tc, money, number, percent } = useI18n()
  const sums = () => sumByCurrency(props.rows)
  const accuracy = () => accuracyOf(props.rows)
  const list = (read: 'committedMinor' | 'spentMinor') =>
    sums()
      .map(sum => money(sum[read], sum.currency))
      .join(' · ')
  return (
    <footer class="fc-list-foot">
      <span>{tc('orders.count', props.rows.length)}</span>
      <Show when={sums().length > 0}>
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
    </footer>
  )
}
