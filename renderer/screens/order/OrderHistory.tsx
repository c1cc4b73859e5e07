import { createMemo, For, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { historyLines } from './historyLines.ts'

/** Everything that happened to the order, the latest first: steps, edits with what they changed, and reports. */
export function OrderHistory(props: { readonly order: Order }) {
  const i18n = useI18n()
  const { t, moment } = i18n
  const log = createQuery('listLog', () => ({ kind: 'order' as const, id: props.order.row.id }), [
    'orders',
    'audit',
  ])
  const lines = createMemo(() => historyLines(props.order, log.data() ?? [], i18n))
  return (
    <Panel title={t('order.history')}>
      <Show when={log.failure()}>{failure => <ErrorNotice failure={failure()} onRetry={log.refetch} />}</Show>
      <ol class="fc-order-events">
        <For each={lines()}>
          {line => (
            <li>
              <span class="third small">{moment(line.at)}</span>
              <span>
                <Show when={line.state}>{state => <StateBadge state={state()} />}</Show>{' '}
                <span class="second">{line.text}</span>
              </span>
              <span class="third small">{line.who}</span>
            </li>
          )}
        </For>
      </ol>
    </Panel>
  )
}
