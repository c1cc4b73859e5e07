import { For, Show } from 'solid-js'

import type { OrderEvent } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'

/** Every step of the order, the latest first. */
export function OrderHistory(props: { readonly events: readonly OrderEvent[] }) {
  const { t, moment } = useI18n()
  return (
    <Panel title={t('order.history')}>
      <ol class="fc-order-events">
        <For each={props.events.toReversed()}>
          {event => (
            <li>
              <span class="third small">{moment(event.at)}</span>
              <span>
                <Show when={event.to !== event.from} fallback={event.what}>
                  <StateBadge state={event.to} /> <span class="second">{event.what}</span>
                </Show>
              </span>
              <span class="third small">{event.who}</span>
            </li>
          )}
        </For>
      </ol>
    </Panel>
  )
}
