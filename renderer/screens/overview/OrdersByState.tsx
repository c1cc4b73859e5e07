import { For, Show } from 'solid-js'

import type { OrderList } from '../../../core/contract/orderList.ts'
import { orderStates } from '../../../core/order/orderState.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'

/** How many orders are in each state, in the order of an order's life. */
export function OrdersByState(props: { readonly states: OrderList['states'] }) {
  const { t, number } = useI18n()
  const counts = () =>
    orderStates.map(state => ({ state, count: props.states[state] ?? 0 })).filter(each => each.count > 0)
  const all = () => counts().reduce((sum, each) => sum + each.count, 0)
  return (
    <Panel title={t('overview.byState')}>
      <Show when={counts().length > 0} fallback={<p class="second">{t('orders.emptyTitle')}</p>}>
        <ul class="fc-by-state">
          <For each={counts()}>
            {each => (
              <li>
                <StateBadge state={each.state} />
                <span class="fc-by-state-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * each.count) / all()}%` }} />
                </span>
                <strong>{number(each.count)}</strong>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Panel>
  )
}
